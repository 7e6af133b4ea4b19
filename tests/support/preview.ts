import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { findBrowser } from '../../pipeline/browser/find.js'
import { nodeBrowserHost } from '../../pipeline/browser/host.js'
import { preview } from '../../pipeline/cli/preview.js'
import { startSession } from '../../pipeline/cli/session.js'
import { bundlePage } from '../../scripts/bundle/page.mjs'
import { projectRoot } from './built-samples.js'

/** A preview that runs, and a browser's page that shows it. */
export interface OpenedPreview {
  readonly cwd: string
  /** With the token, and a slash at its end. */
  readonly address: string
  readonly page: Page
  /** What the page's console said that is an error. */
  readonly errors: readonly string[]
  write(path: string, text: string | Uint8Array): void
  /** Opens another page of the same browser at the address. */
  close(): Promise<void>
}

let bundled: Promise<string> | undefined

/** The page's program, made once for all tests of a process. */
function pageFolder(): Promise<string> {
  bundled ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trifold-page-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    await bundlePage(join(projectRoot, 'pipeline/preview/page'), folder)
    return folder
  })()
  return bundled
}

/**
 * Starts a preview of a publication.
 *
 * @param files by path; `trifold.yaml` is there by itself
 * @param env more of the environment
 */
export async function openPreview(
  browser: Browser,
  files: Readonly<Record<string, string | Uint8Array>>,
  env: Readonly<Record<string, string>> = {},
): Promise<OpenedPreview> {
  const cwd = mkdtempSync(join(tmpdir(), 'trifold-preview-'))
  const write: OpenedPreview['write'] = (path, text) => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  write('trifold.yaml', 'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nformats: [email, web]\n')
  for (const [path, text] of Object.entries(files)) write(path, text)

  const stop = new AbortController()
  let told: (address: string) => void = () => {}
  const address = new Promise<string>(resolve => {
    told = resolve
  })
  const output = {
    write: (text: string) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/[\da-f]{32}\//.exec(text) ?? []
      if (found) told(found)
    },
  }
  const session = startSession(
    {
      cwd,
      env: { PATH: process.env.PATH, TRIFOLD_CACHE_DIR: 'off', ...env },
      stdout: output,
      stderr: { write: () => true },
      stdin: (async function* () {})(),
      signal: stop.signal,
    },
    {},
  )
  const running = preview({ port: '0' }, session, await pageFolder())
  const at = await Promise.race([address, running.then(() => Promise.reject(new Error('It ended at once')))])
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', error => errors.push(String(error)))
  await page.setViewport({ width: 1400, height: 900 })
  await page.goto(at)
  return {
    cwd,
    address: at,
    page,
    errors,
    write,
    async close() {
      await page.close()
      stop.abort(new Error('over'))
      await running
      rmSync(cwd, { recursive: true, force: true })
    },
  }
}

/** The browser that Trifold finds here, which may ask servers of this machine. */
export async function localBrowser(): Promise<Browser> {
  const found = await findBrowser(nodeBrowserHost())
  if (!found.found) throw new Error(`These tests need a browser; none in ${found.tried.join(', ')}`)
  const { launch } = await import('puppeteer')
  return launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] })
}
