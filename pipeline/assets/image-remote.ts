import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { FetchRefused, type World } from '../world.js'
import type { Located } from './image-source.js'

/** Which pictures at other addresses may be fetched, and where they are kept. */
export interface RemoteImages {
  /** Hosts, a `*.` before one for all below it; or every host. */
  readonly hosts: 'all' | readonly string[]
  /** Whether addresses of this machine and its network may be asked. */
  readonly private: boolean
  /** The folder that fetched pictures are kept in, absolute. */
  readonly cache: string
}

/** The largest picture that is fetched, in bytes, and the longest that one may take, in milliseconds. */
const most = { bytes: 25 * 1024 * 1024, milliseconds: 20_000 }

/**
 * A picture at another address: from what was fetched before, else fetched now and kept, where the publication allows
 * it. What it is, its bytes say, and not the host: the decoder judges that.
 */
export async function remoteImage(
  src: string,
  remote: RemoteImages | undefined,
  world: Pick<World, 'files' | 'fetch'>,
  signal?: AbortSignal,
): Promise<Located> {
  const address = src.startsWith('//') ? `https:${src}` : src
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !remote || !allowed(url, remote)) {
    return {
      rule: 'image-remote',
      says: `is at another address, and nothing is fetched${remote ? ' from that host' : ''}. Save it beside the article and name the file, or allow its host in the config: \`images: { remote: [${url?.hostname ?? 'example.org'}] }\``,
    }
  }
  const kept = join(remote.cache, createHash('sha256').update(url.href).digest('hex'))
  if ((await world.files.kind(kept)) === 'file') return { path: kept }
  try {
    const { bytes } = await world.fetch({
      url: url.href,
      allows: each => allowed(each, remote),
      allowPrivate: remote.private,
      ...most,
      signal,
    })
    await world.files.write(kept, bytes)
    return { path: kept }
  } catch (error) {
    signal?.throwIfAborted()
    if (!(error instanceof FetchRefused)) throw error
    return {
      rule: 'image-unfetched',
      says: `could not be fetched: ${error.message}. Its alternative text stands in; build again when it can be had, or save it beside the article`,
    }
  }
}

function allowed({ hostname, protocol }: URL, { hosts }: RemoteImages): boolean {
  if (protocol !== 'https:' && protocol !== 'http:') return false
  if (hosts === 'all') return true
  return hosts.some(host =>
    host.startsWith('*.') ? hostname.endsWith(host.slice(1).toLowerCase()) : hostname === host.toLowerCase(),
  )
}
