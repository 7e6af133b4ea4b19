import type { Hono } from 'hono'
import { loadConfig } from '../../pipeline/config/load.js'
import { localService } from '../../pipeline/send/local-service.js'
import type { SendingStore } from '../../pipeline/send/sending-store.js'
import type { SendingService } from '../../pipeline/send/service.js'
import { sendingApi } from '../../pipeline/serve/api/sending-api.js'
import { readersApp } from '../../pipeline/serve/app.js'
import { backlog } from '../../pipeline/serve/backlog.js'
import type { ServeEnv } from '../../pipeline/serve/client.js'
import { version } from '../../pipeline/version.js'
import { type Answerer, serveHttp } from '../../pipeline/world/http-server.js'
import { sendingWorld } from '../../pipeline/world/sending.js'
import { openTransport } from '../../pipeline/world/transports/open-transport.js'
import { nodeWorld } from '../../pipeline/world-node.js'
import { writeSendingConfig } from './sending-publication.js'

/** What the publisher's machines share. */
export const hostToken = 'tide-'.repeat(8)

/** The machine with the list and the ledger: a publication of its own, a public server, its api, and a sender. */
export interface SendingHost extends SendingStore {
  readonly url: string
  /** What tokens of readers are signed with. */
  readonly secret: Uint8Array
  readonly service: SendingService
  /** Lines of its log. */
  readonly lines: string[]
  /** Sends what is due, as the server does by itself every now and then. */
  sendDue(): Promise<void>
}

/** How a test stands in the way: what is asked of the server goes through it. */
export type Between = (request: Request, answer: () => Promise<Response>) => Promise<Response>

/** What a test has otherwise. */
export interface HostOptions {
  /** The port of the mail server on this machine. */
  readonly mailPort: number
  /** Stands in the way now, where something does. */
  readonly between?: () => Between | undefined
  /** The Trifold that it says it has. */
  readonly running?: string
  readonly time?: () => number
}

/** Starts one on this machine. @param folder of the publication, which is made there */
export async function sendingHost(folder: string, options: HostOptions): Promise<SendingHost> {
  const { mailPort, between, running = version() } = options
  let app: Hono<ServeEnv> | undefined
  const fetch: Answerer = async (request, bindings) => {
    const answer = async () => app?.fetch(request, bindings) ?? new Response(null, { status: 503 })
    const way = between?.()
    return way ? way(request, answer) : answer()
  }
  const server = await serveHttp({ fetch, host: '127.0.0.1', port: 0 })
  writeSendingConfig(folder, { port: mailPort, url: server.origin })
  const world = sendingWorld(nodeWorld({ env: {} }))
  const { time = world.time } = options
  const { config } = await loadConfig(world, { file: undefined, folder })
  const store = await world.openStore(config.sending.folder)
  const secret = await world.secret(config.sending.folder)
  const { publication, sending: settings } = config
  const service = localService({
    publication,
    settings,
    store,
    secret,
    world,
    transport: async () => openTransport(settings, { env: {}, files: world.files }),
    signer: async () => undefined,
  })
  const work = backlog(() => undefined)
  const lines: string[] = []
  app = readersApp({
    readers: store.readers,
    secret,
    publication,
    url: server.origin,
    time,
    mail: async () => undefined,
    backlog: work,
    log: line => lines.push(line),
    api: sendingApi({ service, token: hostToken, time, version: running }),
  })
  return {
    ...store,
    url: server.origin,
    secret,
    service,
    lines,
    async sendDue() {
      for (const { id } of await store.ledger.due())
        await service.send(id, { signal: new AbortController().signal })
    },
    async close() {
      await server.close()
      await work.idle()
      await store.close()
      await world.close()
    },
  }
}
