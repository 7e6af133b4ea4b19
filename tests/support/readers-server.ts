import type { Hono } from 'hono'
import { readersApp } from '../../pipeline/serve/app.js'
import { backlog } from '../../pipeline/serve/backlog.js'
import type { ServeEnv } from '../../pipeline/serve/client.js'
import type { ServiceMail } from '../../pipeline/serve/letters.js'
import { redacted } from '../../pipeline/serve/redacted.js'
import type { ServeOptions } from '../../pipeline/serve/serving.js'
import { memoryReaders } from './memory-readers.js'
import { publication } from './rendering.js'

/** A public server with a list in memory, a clock that a test sets, and letters that a test reads. */
export interface TestedServer extends ServeOptions {
  readonly app: Hono<ServeEnv>
  readonly letters: ServiceMail[]
  readonly lines: string[]
  readonly clock: { now: number }
  /** Asks for a page. @param path or a whole address of the server */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Sends a form as a browser does from our own page, and waits for what comes after the answer. */
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>
}

/** 1 June 2026, noon. */
export const noon = Date.UTC(2026, 5, 1, 12)

/** Opens one. @param changes what it has otherwise */
export function aServer(changes: Partial<ServeOptions> = {}): TestedServer {
  const letters: ServiceMail[] = []
  const lines: string[] = []
  const clock = { now: noon }
  const options: ServeOptions = {
    readers: memoryReaders(),
    secret: Buffer.alloc(32, 7),
    publication: {
      ...publication,
      email: { ...publication.email, from: 'Slack Water <letters@example.org>' },
    },
    url: 'https://letters.example.org',
    time: () => clock.now,
    mail: async letter => {
      letters.push(letter)
    },
    backlog: backlog(error => lines.push(`backlog: ${redacted(error)}`)),
    log: line => lines.push(line),
    ...changes,
  }
  const app = readersApp(options)
  const bindings = { address: '203.0.113.9' }
  const pathOf = (path: string) => path.replace(/^https?:\/\/[^/]+/, '')
  return {
    ...options,
    app,
    letters,
    lines,
    clock,
    get: async (path, headers = {}) => app.request(pathOf(path), { headers }, bindings),
    async post(path, fields = {}, headers = {}) {
      const body = new URLSearchParams(fields)
      const own = { 'sec-fetch-site': 'same-origin', ...headers }
      const answer = await app.request(pathOf(path), { method: 'POST', headers: own, body }, bindings)
      await options.backlog.idle()
      return answer
    },
  }
}

/** The address that a letter leads to. */
export function linkOf(letter: ServiceMail | undefined): string {
  const [link] = letter?.text.match(/https?:\/\/\S+/) ?? []
  if (!link) throw new Error('Unexpected letter without a link')
  return link
}
