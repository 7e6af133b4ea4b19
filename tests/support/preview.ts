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
  /** Ends the preview, as Ctrl-C does; the page stays open. */
  stop(): Promise<void>
  /** Starts it again at the same port, after it was stopped. */
  start(): Promise<void>
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

/** How a preview is started. */
export interface PreviewSetting {
  /** Whether it has a folder for what may be thrown away, in which the address is kept. */
  readonly keeps?: boolean
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Starts a preview of a publication.
 *
 * @param files by path; `trifold.yaml` is there by itself
 */
export async function openPreview(
  browser: Browser,
  files: Readonly<Record<string, string | Uint8Array>>,
  { keeps = false, env = {} }: PreviewSetting = {},
): Promise<OpenedPreview> {
  const cwd = mkdtempSync(join(tmpdir(), 'trifold-preview-'))
  const cache = keeps ? mkdtempSync(join(tmpdir(), 'trifold-preview-cache-')) : undefined
  const write: OpenedPreview['write'] = (path, text) => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  if (!Object.keys(files).some(path => /^trifold\./.test(path)))
    write(
      'trifold.yaml',
      'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nformats: [email, web]\n',
    )
  for (const [path, text] of Object.entries(files)) write(path, text)

  let running = await startPreview(cwd, cache ?? 'off', '0', env)
  const at = running.address
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
    stop: () => running.stop(),
    async start() {
      running = await startPreview(cwd, cache ?? 'off', new URL(at).port, env)
    },
    async close() {
      await page.close()
      await running.stop()
      for (const folder of [cwd, ...(cache ? [cache] : [])]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A preview alone, which is open when this resolves. */
async function startPreview(cwd: string, cache: string, port: string, env: Readonly<Record<string, string>>) {
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
      env: { PATH: process.env.PATH, TRIFOLD_CACHE_DIR: cache, ...env },
      stdout: output,
      stderr: { write: () => true },
      stdin: (async function* () {})(),
      signal: stop.signal,
    },
    {},
  )
  const running = preview({ port }, session, await pageFolder())
  return {
    address: await Promise.race([address, running.then(() => Promise.reject(new Error('It ended at once')))]),
    async stop() {
      stop.abort(new Error('over'))
      await running
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
