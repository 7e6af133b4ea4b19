import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What calibre made of a book, and what it told of it. */
export interface Converted {
  readonly bytes: Uint8Array
  /** The warnings and errors of its log, and its log whole where it failed. */
  readonly faults: readonly string[]
}

const script = join(import.meta.dirname, 'ebook-convert.py')

/**
 * Skips a test that converts by calibre where it is not installed, and says so. Never on CI: there the test fails.
 *
 * @param skip The test context's `skip`.
 */
export function needsCalibre(skip: (condition: boolean, note: string) => void): void {
  if (process.env.CI || spawnSync('calibre-debug', ['--version']).error === undefined) return
  const note = 'No book was converted: calibre is not installed (Debian: calibre)'
  console.warn(note)
  skip(true, note)
}

/**
 * Converts an EPUB by calibre's `ebook-convert`: some seconds.
 *
 * @param to ending of the file that is made, which says its kind
 * @param flags of `ebook-convert`
 * @throws when calibre cannot be run, or makes no file
 */
export async function converted(
  epub: Uint8Array,
  to: string,
  flags: readonly string[] = [],
): Promise<Converted> {
  const folder = await mkdtemp(join(tmpdir(), 'trifold-calibre-'))
  try {
    const [from, made] = [join(folder, 'book.epub'), join(folder, `made.${to}`)]
    await writeFile(from, epub)
    const log = await output(['-e', script, '--', from, made, ...flags], folder)
    const faults = log.split('\n').filter(line => /^(?:warning|error):/.test(line))
    return { bytes: await readFile(made), faults }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function output(args: readonly string[], folder: string): Promise<string> {
  // Its settings are kept apart from those of whoever runs the tests.
  const env = { ...process.env, CALIBRE_CONFIG_DIRECTORY: join(folder, 'settings') }
  return new Promise((resolve, reject) => {
    execFile('calibre-debug', args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`calibre failed: ${error.message}\n${stdout}${stderr}`))
      else resolve(`${stdout}${stderr}`)
    })
  })
}
