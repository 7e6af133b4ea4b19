import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'

/** Who answers: a Hono app's own `fetch`. */
export type Answerer = (
  request: Request,
  bindings: { readonly address?: string | undefined },
) => Response | Promise<Response>

/** Where a server is to answer. */
export interface ServeRequest {
  readonly fetch: Answerer
  /** The network address to listen at: `127.0.0.1`, or `0.0.0.0` for everybody. */
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  readonly limits?: Partial<HttpLimits> | undefined
}

/** How long a client may take, in milliseconds, and how much it may say in the head of a request, in bytes. */
export type HttpLimits = Readonly<
  Record<
    | 'maxHeaderSize'
    | 'headersTimeout'
    | 'requestTimeout'
    | 'keepAliveTimeout'
    | 'connectionsCheckingInterval',
    number
  >
>

/** A server that answers. */
export interface HttpServer {
  /** `http://127.0.0.1:8080` */
  readonly origin: string
  /** Takes no more requests, and ends what is under way within some seconds. Never rejects. */
  close(): Promise<void>
}

/** A server cannot be opened. The message tells a person why and what to do. */
export class CannotListen extends Error {
  override name = 'CannotListen'
}

/** What a browser and a mail service need, and a program that means to keep a connection forever does not get. */
const defaults: HttpLimits = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
}

/** Connections at a time; a proxy in front needs few. */
const mostConnections = 512

/** Milliseconds that answers under way are waited for at the end. */
const patience = 5_000

/** Milliseconds between two looks at whether they were given. */
const oftenEnough = 50

/** Opens a server. @throws CannotListen */
export async function serveHttp({ fetch, host, port, limits }: ServeRequest): Promise<HttpServer> {
  const server = createAdaptorServer({
    // Always of HTTP/1: that is what `createServer` below makes.
    fetch: (request, { incoming }) =>
      fetch(request, { address: (incoming as IncomingMessage).socket.remoteAddress }),
    createServer,
    serverOptions: { ...defaults, ...limits },
    overrideGlobalObjects: false,
  }) as Server
  server.maxConnections = mostConnections
  await listening(server, host, port)
  const bound = server.address()
  const at = typeof bound === 'object' && bound ? bound.port : port
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${at}`,
    close: () => closing(server),
  }
}

const listening = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', error => reject(new CannotListen(whyNot(error, host, port))))
    server.listen(port, host, resolve)
  })

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} of ${host} is in use; choose another with --port`
  if (error.code === 'EACCES') return `Port ${port} may not be opened by this user; choose one above 1023`
  if (error.code === 'EADDRNOTAVAIL')
    return `${host} is no address of this machine; 127.0.0.1 is for a proxy on it, 0.0.0.0 for everybody`
  return `The server cannot listen at port ${port} of ${host}: ${error.message}`
}

const closing = (server: Server): Promise<void> =>
  new Promise(resolve => {
    const late = setTimeout(() => server.closeAllConnections(), patience)
    // Who is answered from now on keeps the connection for a next request, which would not be taken.
    const idle = setInterval(() => server.closeIdleConnections(), oftenEnough)
    server.close(() => {
      clearTimeout(late)
      clearInterval(idle)
      resolve()
    })
  })
