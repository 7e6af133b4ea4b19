import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../support/built-samples.js'

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program and says how it ended. */
const run = (program: string, args: readonly string[], cwd: string): Promise<Ended> =>
  new Promise(resolve => {
    execFile(program, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr }),
    )
  })

const node = (args: readonly string[], cwd: string) => run(process.execPath, args, cwd)

/** The package as it is packed, installed in an empty folder. */
let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trifold-package-'))
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder], projectRoot)
  expect(packed.code, packed.stderr).toBe(0)
  const tarball = readdirSync(folder).find(name => name.endsWith('.tgz')) ?? ''
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const installed = await run(
    'npm',
    ['install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', `./${tarball}`],
    folder,
  )
  expect(installed.code, installed.stderr).toBe(0)
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package, installed in an empty folder', () => {
  test('brings the command, which builds an article in every format', async () => {
    const command = join(folder, 'node_modules/.bin/trifold')
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
    expect(await run(command, ['--version'], folder)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
    mkdirSync(join(folder, 'content'))
    writeFileSync(join(folder, 'trifold.yaml'), 'name: N\nlang: en\naddress: 1 Street\n')
    writeFileSync(
      join(folder, 'content/tides.md'),
      '---\ntitle: Tides\ndate: 2026-05-31\n---\n\nTwice a *month*, $$x^2$$.\n',
    )
    const built = await run(command, ['build'], folder)
    expect(built.code, built.stderr).toBe(0)
    const files = [
      'email.eml',
      'email.html',
      'email.txt',
      'index.html',
      'report.json',
      'tides.epub',
      'tides.pdf',
    ]
    expect(readdirSync(join(folder, 'dist/tides'))).toEqual(expect.arrayContaining(files))
  })

  test('brings the page that its messages name', () => {
    expect(existsSync(join(folder, 'node_modules/trifold/docs/rules.md'))).toBe(true)
  })

  test('reads a config in TypeScript that imports it', async () => {
    const other = join(folder, 'other')
    mkdirSync(join(other, 'content'), { recursive: true })
    const config =
      "import { defineConfig } from 'trifold'\nexport default defineConfig({ name: 'Typed', lang: 'en' as string, address: 'A' })\n"
    writeFileSync(join(other, 'trifold.config.ts'), config)
    writeFileSync(join(other, 'content/a.md'), '---\ntitle: T\ndate: 2026-05-31\n---\n\nWords.\n')
    const built = await run(join(folder, 'node_modules/.bin/trifold'), ['build', '-f', 'web'], other)
    expect(built.code, built.stderr).toBe(0)
    expect(readFileSync(join(other, 'dist/a/index.html'), 'utf8')).toContain('Typed')
  })

  test('compiles in a strict project, every way in', async () => {
    const ways = ['', '/email', '/pdf', '/epub', '/web', '/unified'].map(
      (way, index) => `import * as way${index} from 'trifold${way}'\nvoid way${index}\n`,
    )
    const use =
      "import { createPress, type Press } from 'trifold'\nexport const press: Press = createPress({ config: { name: 'N' } })\n"
    writeFileSync(join(folder, 'consumer.ts'), ways.join('') + use)
    const compilerOptions = {
      module: 'nodenext',
      target: 'es2023',
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }))
    const tsc = join(projectRoot, 'node_modules/typescript/bin/tsc')
    expect((await node([tsc, '-p', folder], folder)).stdout).toBe('')
  })

  // Last, since it takes parts of the installation away.
  test('makes an EPUB and a web page where neither MJML nor puppeteer is', async () => {
    const modules = join(folder, 'node_modules')
    for (const name of readdirSync(modules)) {
      if (/^(?:mjml.*|puppeteer|@puppeteer)$/.test(name)) rmSync(join(modules, name), { recursive: true })
    }
    const script = `
      import { createPress } from 'trifold'
      import { bindEpub } from 'trifold/epub'
      import 'trifold/web'
      const press = createPress({ config: { name: 'N', lang: 'en', address: 'A' } })
      const read = await press.fromMarkdown('---\\ndate: 2026-05-31\\n---\\n\\n# Tides\\n\\nWords.')
      const made = await Promise.all(['epub', 'web', 'email'].map(format => press.render(read, format)))
      await press.close()
      console.log(JSON.stringify([typeof bindEpub, ...made.map(({ files }) => files.length)]))
    `
    writeFileSync(join(folder, 'light.mjs'), script)
    const ended = await node(['light.mjs'], folder)
    expect(ended.stderr).toBe('')
    expect(JSON.parse(ended.stdout)).toEqual(['function', 1, 1, 0])
  })
})
