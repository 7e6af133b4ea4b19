import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unpackChrome } from '../../../pipeline/browser/chrome-build.js'
import type { ChromeOrder } from '../../../pipeline/browser/chrome-worker.js'
import { downloadBrowser } from '../../../pipeline/browser/download.js'

let cache: string
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'download-test-'))
})
afterEach(() => rm(cache, { recursive: true, force: true }))

const folder = join('chrome-headless-shell', 'linux-1.2.3.4')

/** A thread that stands in for the download: leaves a build and says so, or does what it is told. */
function worker(then: string) {
  return (order: ChromeOrder) =>
    new Worker(
      `const { workerData: { order, folder }, parentPort } = require('node:worker_threads')
       const { join } = require('node:path')
       const fs = require('node:fs')
       const path = join(order.folder, folder, 'shell')
       fs.mkdirSync(join(order.folder, folder), { recursive: true })
       fs.writeFileSync(path, 'new')
       const done = () => parentPort.postMessage({ build: { path, folder } })
       ${then}`,
      { eval: true, workerData: { order, folder } },
    )
}

test('a build is kept in place of a broken one', async () => {
  await mkdir(join(cache, folder), { recursive: true })
  await writeFile(join(cache, folder, 'half'), 'old')
  const staged = await downloadBrowser({ cache, startWorker: worker('done()') })
  expect(await readdir(join(cache, folder))).toEqual(['half'])
  expect(await staged.keep()).toBe(join(cache, folder, 'shell'))
  expect(await readFile(join(cache, folder, 'shell'), 'utf8')).toBe('new')
  expect(await readdir(join(cache, folder))).toEqual(['shell'])
  expect(await readdir(cache)).toEqual(['chrome-headless-shell'])
})

test('a build that is thrown away leaves nothing', async () => {
  const staged = await downloadBrowser({ cache, startWorker: worker('done()') })
  await staged.discard()
  expect(await readdir(cache)).toEqual([])
})

test('progress is told', async () => {
  const at: number[] = []
  await downloadBrowser({
    cache,
    startWorker: worker(
      'for (const received of [1, 2]) parentPort.postMessage({ received, total: 2 }); done()',
    ),
    onProgress: received => at.push(received),
  })
  expect(at).toEqual([1, 2])
})

test.each([
  ['it stalls', 'setInterval(() => {}, 1000)', /nothing came for 0 seconds/],
  [
    'it stalls midway',
    'parentPort.postMessage({ received: 1, total: 9 }); setInterval(() => {}, 1000)',
    /nothing came for/,
  ],
  ['it says why', "parentPort.postMessage({ failure: 'ENOTFOUND' })", /ENOTFOUND/],
  ['it throws', "throw new Error('broken')", /broken/],
  ['it ends without a word', '', /ended with code 0/],
])('a download that fails leaves nothing: %s', async (_, then, words) => {
  await expect(downloadBrowser({ cache, stallTimeout: 300, startWorker: worker(then) })).rejects.toThrow(
    words,
  )
  expect(await readdir(cache)).toEqual([])
})

test('the signal ends it', async () => {
  const signal = AbortSignal.timeout(300)
  const startWorker = worker('setInterval(() => {}, 1000)')
  await expect(downloadBrowser({ cache, signal, startWorker })).rejects.toThrow(signal.reason)
  expect(await readdir(cache)).toEqual([])
})

test.skipIf(process.platform === 'win32')('unpacks what a mirror serves', async () => {
  const archive = await readFile(new URL('./mirror/chrome-headless-shell.zip', import.meta.url))
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.url)
    response.setHeader('content-length', archive.length).end(archive)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  try {
    const progress: [number, number][] = []
    const build = await unpackChrome(cache, `http://127.0.0.1:${address.port}/mirror`, (...at) =>
      progress.push(at),
    )
    expect(asked).toEqual([
      expect.stringMatching(/^\/mirror\/\d+(\.\d+){3}\/[\w-]+\/chrome-headless-shell-[\w-]+\.zip$/),
    ])
    expect(build.path.startsWith(join(cache, build.folder))).toBe(true)
    expect(build.folder).toMatch(/^chrome-headless-shell.[\w]+-\d+(\.\d+){3}$/)
    expect(await readFile(build.path, 'utf8')).toContain('a browser of the tests')
    expect(progress.at(-1)).toEqual([archive.length, archive.length])
  } finally {
    server.close()
  }
})
