import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findBrowser } from '../../pipeline/browser/find.js'
import { nodeBrowserHost } from '../../pipeline/browser/host.js'

/** One way in which a document keeps readers out, as Ace by DAISY reports it. */
export interface AceViolation {
  /** The file in the package, as `ch-001.xhtml`; the package document for metadata. */
  file: string
  /** As `epub-pagelist-broken` or `image-alt`. */
  rule: string
  impact: string
  description: string
}

/** What Ace looked at and what it found. */
export interface AceReport {
  documents: readonly string[]
  violations: readonly AceViolation[]
}

const preload = fileURLToPath(new URL('ace-browser.cjs', import.meta.url))
const ace = join(dirname(createRequire(import.meta.url).resolve('@daisy/ace-cli/package.json')), 'bin/ace.js')

/**
 * Runs Ace by DAISY on an EPUB file in the browser that is found here: some 2 to 7 seconds.
 *
 * @throws When there is no browser, or Ace gives no report.
 */
export async function runAce(file: string): Promise<AceReport> {
  const browser = await findBrowser(nodeBrowserHost())
  if (!browser.found) throw new Error(`Ace needs a browser; none in ${browser.tried.join(', ')}`)
  const folder = await mkdtemp(join(tmpdir(), 'ace-'))
  try {
    const flags = ['--force', '--silent', '--outdir', join(folder, 'report')]
    await promisify(execFile)(process.execPath, ['--require', preload, ace, ...flags, file], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        // Ace keeps a log and its settings there.
        HOME: folder,
        PUPPETEER_EXECUTABLE_PATH: browser.path,
        ACE_TIMEOUT_INITIAL: '30000',
      },
    })
    return read(JSON.parse(await readFile(join(folder, 'report', 'report.json'), 'utf8')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function read(report: JsonReport): AceReport {
  const violations = report.assertions.flatMap(({ 'earl:testSubject': subject, assertions }) =>
    assertions.map(({ 'earl:test': test, 'earl:result': result }) => ({
      file: subject.url,
      rule: test['dct:title'],
      impact: test['earl:impact'],
      description: result['dct:description'],
    })),
  )
  return { documents: report.assertions.map(one => one['earl:testSubject'].url), violations }
}

interface JsonReport {
  assertions: {
    'earl:testSubject': { url: string }
    assertions: {
      'earl:test': { 'dct:title': string; 'earl:impact': string }
      'earl:result': { 'dct:description': string }
    }[]
  }[]
}
