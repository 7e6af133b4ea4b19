import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Called, trifold } from './cli.js'

/** A server that readers could leave at. */
export interface HealthyServer {
  readonly url: string
  close(): Promise<void>
}

/** Answers every question, as the public server answers whether it is well. */
export async function healthyServer(): Promise<HealthyServer> {
  const server = createServer((_, response) => response.end('ok'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}

/** A host of files. */
export interface FileHost extends HealthyServer {
  /** What is served in place of a file; undefined for the file itself. */
  serve: (path: string) => Uint8Array | undefined
}

/** Serves a folder, as any host of files does. */
export async function hostOf(folder: string): Promise<FileHost> {
  let instead: FileHost['serve'] = () => undefined
  const server = createServer((request, response) => {
    const path = decodeURI(request.url ?? '')
    try {
      response.end(instead(path) ?? readFileSync(join(folder, path)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    get serve() {
      return instead
    },
    set serve(given) {
      instead = given
    },
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}

/** What a publication is set to. */
export interface SendingSettings {
  /** The port of the mail server on this machine. */
  readonly port: number
  /** Where readers leave. */
  readonly url: string
  /** More lines of the config, below `sending`. */
  readonly sending?: string
  /** More lines at its top. */
  readonly config?: string
  readonly article?: string
  /** `email` by default. */
  readonly formats?: string
}

/** An empty folder that all tests of a file share, until it is removed. */
export function sharedFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'trifold-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The config of a publication that can be sent. @param cwd its folder, which is there */
export function writeSendingConfig(
  cwd: string,
  { port, url, sending = '', config = '', formats = 'email' }: SendingSettings,
): void {
  writeFileSync(
    join(cwd, 'trifold.yaml'),
    `name: Slack Water
lang: en
address: 4 Custom House Lane, Saltmere
email: { from: Slack Water <letters@example.org>, why: You asked for it. }
formats: [${formats}]
mergeTags: [name, town]
sending:
  url: ${url}
  smtp: { host: 127.0.0.1, port: ${port}, tls: none }
${sending}${config}`,
  )
}

/** A publication with one issue, `tides`, whose email is built and that can be sent. */
export async function sendingPublication(cwd: string, settings: SendingSettings): Promise<void> {
  const { article } = settings
  mkdirSync(join(cwd, 'content'), { recursive: true })
  writeSendingConfig(cwd, settings)
  writeFileSync(
    join(cwd, 'content/tides.md'),
    article ??
      '---\ntitle: Between tides\ndate: 2026-11-28\ndescription: What the water does.\n---\n\nDear {{ name | default: "reader" }},\n\nThe water is slack.\n',
  )
  const { code, stderr } = await trifold(['build'], { cwd })
  if (code !== 0) throw new Error(stderr)
}

/** Launches an issue for a day that is far, and ends the process that waits for it as soon as it does. */
export async function launchForLater(cwd: string, digest: string): Promise<Called> {
  const stop = new AbortController()
  const waiting = trifold(['send', 'tides', '--confirm', digest, '--untested', '--at', '2126-01-01T08:00Z'], {
    cwd,
    signal: stop.signal,
  }).finally(() => stop.abort(new Error('over')))
  while (!stop.signal.aborted) {
    const { stdout } = await trifold(['send', 'status'], { cwd })
    if (stdout.includes('set for')) stop.abort(new Error('stopped'))
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return waiting
}
