import type { Context } from 'hono'
import { z } from 'zod'

/** What the door tells of a request besides the request itself. */
export interface ServeBindings {
  /** The network address at the other end of the connection; undefined where it is closed already. */
  readonly address?: string | undefined
}

/** The app's own kind of requests. */
export interface ServeEnv {
  Bindings: ServeBindings
  Variables: {
    /** The body as text, where a route has read it: see `smallBody`. */
    body: string
  }
}

/**
 * The network address that a request comes from.
 *
 * @param proxies how many of our own stand in front. Each adds whom it heard at the end of `X-Forwarded-For`; whatever
 * stands before those, anybody may have written
 */
export function clientOf(context: Context<ServeEnv>, proxies: number): string | undefined {
  const peer = plain(context.env?.address)
  if (proxies < 1) return peer
  const heard = context.req.header('x-forwarded-for')?.split(',').at(-proxies)
  return plain(heard) ?? peer
}

/** An address without port and brackets, IPv4 as such; undefined for what is none. */
function plain(written: string | undefined): string | undefined {
  const [, bare = ''] = /^\s*(?:::ffff:)?\[?([\da-f:.]{2,45}?)\]?(?::\d{1,5})?\s*$/i.exec(written ?? '') ?? []
  const whole = [bare, (written ?? '').trim()].find(each => address.safeParse(each).success)
  return whole?.toLowerCase()
}

const address = z.union([z.ipv4(), z.ipv6()])

/** Whom a limit counts as one: an address, of IPv6 the network of it (64 bits), which one household has for itself. */
export function neighbourhood(client: string | undefined): string {
  if (!client?.includes(':')) return client ?? ''
  const [head = '', tail] = client.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return groups
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
