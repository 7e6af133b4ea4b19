import { parentPort, workerData } from 'node:worker_threads'
import { type ChromeBuild, unpackChrome } from './chrome-build.js'

/** What the thread is told. */
export interface ChromeOrder {
  readonly folder: string
  readonly baseUrl: string | undefined
}

/** What the thread tells: how far it is in bytes, and at the end the build. */
export type ChromeNews =
  | { readonly received: number; readonly total: number }
  | { readonly build: ChromeBuild }
  | { readonly failure: string }

const tell = (news: ChromeNews) => parentPort?.postMessage(news)
// Only download.ts starts this file, and with an order.
const order = workerData as ChromeOrder

try {
  const build = await unpackChrome(order.folder, order.baseUrl, (received, total) =>
    tell({ received, total }),
  )
  tell({ build })
} catch (error) {
  tell({ failure: error instanceof Error ? error.message : String(error) })
}
