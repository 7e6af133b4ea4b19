import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BrowserCannotStart } from '../../../pipeline/browser/errors.js'
import { findBrowser } from '../../../pipeline/browser/find.js'
import type { BrowserFound } from '../../../pipeline/browser/found.js'
import { nodeBrowserHost } from '../../../pipeline/browser/host.js'
import { browserVersion, launchBrowser } from '../../../pipeline/browser/launch.js'

// A temporary folder of the test's own: what is left in it is what the browser left behind.
let folder: string
const outerFolder = process.env.TMPDIR
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launch-test-'))
  process.env.TMPDIR = folder
})
afterEach(async () => {
  if (outerFolder === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = outerFolder
  await rm(folder, { recursive: true, force: true })
})

async function here(): Promise<BrowserFound> {
  const found = await findBrowser(nodeBrowserHost())
  if (!found.found) throw new Error(`These tests need a browser; looked at ${found.tried.join(', ')}`)
  return found
}

describe('a browser that works', () => {
  test('opens a page, tells its version, and leaves nothing behind', async () => {
    const browser = await launchBrowser(await here())
    expect(await browserVersion(browser)).toMatch(/^Chrome\/\d+(\.\d+){3}$/)
    const page = await browser.newPage()
    await page.setContent('<title>Folded</title>')
    expect(await page.title()).toBe('Folded')
    await browser.close()
    expect(await readdir(folder)).toEqual([])
  })

  test('reaches no server, not even on this machine', async () => {
    const { createServer } = await import('node:http')
    let asked = 0
    const server = createServer((_, response) => {
      asked++
      response.end('<title>reached</title>')
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('expected a port')
    const browser = await launchBrowser(await here())
    try {
      const page = await browser.newPage()
      for (const host of ['127.0.0.1', 'localhost']) {
        await expect(page.goto(`http://${host}:${address.port}/`)).rejects.toThrow(/net::ERR_/)
      }
      expect(asked).toBe(0)
    } finally {
      await browser.close()
      server.close()
    }
  })

  test('is killed by the signal, and its profile removed', async () => {
    const controller = new AbortController()
    const browser = await launchBrowser(await here(), { signal: controller.signal })
    const gone = new Promise<void>(done => browser.once('disconnected', () => done()))
    controller.abort()
    await gone
    await expect.poll(() => readdir(folder), { timeout: 5000 }).toEqual([])
  })

  test('is not started for a signal that is aborted already', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(launchBrowser(await here(), { signal })).rejects.toThrow('enough')
  })
})

describe.skipIf(process.platform === 'win32')('a browser that does not start', () => {
  async function program(text: string, mode = 0o755): Promise<BrowserFound> {
    const path = join(folder, 'chrome-headless-shell')
    await writeFile(path, text)
    await chmod(path, mode)
    return { found: true, path, kind: 'headless-shell', source: 'option' }
  }
  const needed = 'error while loading shared libraries: libnss3.so: cannot open shared object file'

  test('says the first line of what it complained about', async () => {
    const found = await program(
      `#!/bin/sh\necho >&2\necho "[12:34:ERROR:a.cc(5)] ${needed}" >&2\necho more >&2\nexit 127\n`,
    )
    const refused = launchBrowser(found)
    await expect(refused).rejects.toThrow(BrowserCannotStart)
    await expect(refused).rejects.toThrow(`${found.path} does not start: ${needed}`)
    expect(await readdir(folder)).toEqual(['chrome-headless-shell'])
  })

  test('says how to do without a sandbox where that is what is missing', async () => {
    const found = await program('#!/bin/sh\necho "No usable sandbox!" >&2\nexit 1\n')
    await expect(launchBrowser(found)).rejects.toThrow(/No usable sandbox!\n.*`sandbox: false`/)
  })

  test.each([
    ['a file that may not be run', 0o644, 'hello', /permission denied/],
    ['a file that is no program', 0o755, '\x7fELF and nothing more', /./],
  ])('%s', async (_, mode, text, words) => {
    const refused = launchBrowser(await program(text, mode))
    await expect(refused).rejects.toThrow(BrowserCannotStart)
    await expect(refused).rejects.toThrow(words)
  })

  test('a folder, and nothing', async () => {
    for (const path of [folder, join(folder, 'gone')]) {
      const found = { found: true, path, kind: 'full', source: 'option' } as const
      await expect(launchBrowser(found)).rejects.toThrow(BrowserCannotStart)
    }
  })
})
