import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

// The compiled files, since a thread is started from one of them.
const compiled = new URL('../../../build/pipeline/browser/download.js', import.meta.url).href
const { downloadBrowser }: typeof import('../../../pipeline/browser/download.js') = await import(compiled)

let cache: string
let server: Server
let baseUrl: string
let answers: (send: (bytes: Buffer) => void) => void
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'download-proof-'))
  server = createServer((_, response) => answers(bytes => response.end(bytes)))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  baseUrl = `http://127.0.0.1:${address.port}`
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await rm(cache, { recursive: true, force: true })
})

test('a mirror that serves the archive gives a build in the cache', async () => {
  const archive = await readFile(new URL('./mirror/chrome-headless-shell.zip', import.meta.url))
  answers = send => send(archive)
  const staged = await downloadBrowser({ cache, baseUrl })
  const path = await staged.keep()
  expect(path.startsWith(join(cache, 'chrome-headless-shell'))).toBe(true)
  expect(await readFile(path, 'utf8')).toContain('a browser of the tests')
  expect(await readdir(cache)).toEqual(['chrome-headless-shell'])
})

test('a mirror that never answers is given up, and the thread with it', async () => {
  answers = () => {}
  const start = performance.now()
  await expect(downloadBrowser({ cache, baseUrl, stallTimeout: 1000 })).rejects.toThrow(
    'nothing came for 1 seconds',
  )
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(await readdir(cache)).toEqual([])
})

test('an archive that is broken is an error, and nothing is left of it', async () => {
  answers = send => send(Buffer.from('not an archive'))
  await expect(downloadBrowser({ cache, baseUrl })).rejects.toThrow(/./)
  expect(await readdir(cache)).toEqual([])
})
