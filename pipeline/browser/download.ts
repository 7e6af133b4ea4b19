import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ChromeBuild } from './chrome-build.js'
import type { ChromeNews, ChromeOrder } from './chrome-worker.js'

/** A browser that was downloaded and is not in its place yet. */
export interface StagedBrowser {
  /** The executable where it is now. */
  readonly path: string
  /** Moves the build into the cache, in place of what is left there of the same build. Gives its path there. */
  keep(): Promise<string>
  /** Throws it away. */
  discard(): Promise<void>
}

export interface DownloadOptions {
  /** Puppeteer's cache; made when it is not there. */
  readonly cache: string
  /** A mirror of Chrome for Testing's downloads. */
  readonly baseUrl?: string | undefined
  /** Bytes received and bytes in all. */
  readonly onProgress?: ((received: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Give up after so many milliseconds without a byte. Default 30,000. */
  readonly stallTimeout?: number
  /** Starts the thread that downloads; for tests. */
  readonly startWorker?: (order: ChromeOrder) => Worker
}

// The unpacking tells nothing of how far it is; on a slow disk it takes a minute.
const unpackTimeout = 300_000

/**
 * Downloads chrome-headless-shell into a folder of its own within puppeteer's cache, in a thread that is ended when
 * it stalls or is not wanted any more. (The library can neither be stopped nor told a time-out, and would take half
 * an archive or half a folder that it finds in the cache for a whole one.)
 *
 * @throws an Error with the reason: the host is not reached, it does not answer, the archive is broken
 * @throws the signal's reason when it is aborted
 */
export async function downloadBrowser(options: DownloadOptions): Promise<StagedBrowser> {
  const { cache, baseUrl, startWorker = startChromeWorker } = options
  await mkdir(cache, { recursive: true })
  const stage = await mkdtemp(join(cache, '.trifold-'))
  const discard = () => rm(stage, { recursive: true, force: true, maxRetries: 3 })
  try {
    options.signal?.throwIfAborted()
    const build = await follow(startWorker({ folder: stage, baseUrl }), options)
    return { path: build.path, keep: () => keep(build, stage, cache).finally(discard), discard }
  } catch (error) {
    await discard()
    throw error
  }
}

async function keep(build: ChromeBuild, stage: string, cache: string): Promise<string> {
  const place = join(cache, build.folder)
  await mkdir(dirname(place), { recursive: true })
  await rm(place, { recursive: true, force: true })
  await rename(join(stage, build.folder), place)
  return join(cache, relative(stage, build.path))
}

function startChromeWorker(order: ChromeOrder): Worker {
  return new Worker(new URL('./chrome-worker.js', import.meta.url), { workerData: order })
}

async function follow(worker: Worker, options: DownloadOptions): Promise<ChromeBuild> {
  const { signal, onProgress, stallTimeout = 30_000 } = options
  let timer: NodeJS.Timeout | undefined
  let onAbort: (() => void) | undefined
  try {
    return await new Promise<ChromeBuild>((resolve, reject) => {
      const patience = (milliseconds: number) => {
        clearTimeout(timer)
        const seconds = Math.round(milliseconds / 1000)
        timer = setTimeout(() => reject(new Error(`nothing came for ${seconds} seconds`)), milliseconds)
      }
      patience(stallTimeout)
      onAbort = () => reject(signal?.reason)
      signal?.addEventListener('abort', onAbort)
      worker.once('error', reject)
      worker.once('exit', code => reject(new Error(`the download ended with code ${code}`)))
      worker.on('message', (news: ChromeNews) => {
        if ('build' in news) return resolve(news.build)
        if ('failure' in news) return reject(new Error(news.failure))
        patience(news.received === news.total ? unpackTimeout : stallTimeout)
        onProgress?.(news.received, news.total)
      })
    })
  } finally {
    clearTimeout(timer)
    if (onAbort) signal?.removeEventListener('abort', onAbort)
    await worker.terminate()
  }
}
