import { lookup as lookUp } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { type FetchedFile, FetchRefused, type FetchRequest } from '../world.js'

/** Redirects that are followed: an image service takes one or two. */
const mostRedirects = 5

/** Addresses of this machine, of the network around it and of no public host (IANA, special-purpose registries). */
const privateAddresses = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  privateAddresses.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  privateAddresses.addSubnet(network, bits, 'ipv6')

/** Whether an address is none of a public host. An IPv4 address that is written as IPv6 is judged as what it is. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  const family = isIP(plain)
  return family === 0 || privateAddresses.check(plain, family === 6 ? 'ipv6' : 'ipv4')
}

/**
 * Gets a file by http or https, within bounds. The address that a name has is judged when the connection is made to
 * it, so that no name can have one for the judge and another for the connection; each redirect is judged anew.
 *
 * @throws FetchRefused
 */
export async function fetchFile(given: FetchRequest): Promise<FetchedFile> {
  const deadline = AbortSignal.timeout(given.milliseconds)
  const signal = given.signal ? AbortSignal.any([given.signal, deadline]) : deadline
  let url = new URL(given.url)
  for (let redirects = 0; ; redirects++) {
    if (!given.allows(url))
      throw new FetchRefused(`${url.host} is not one of the hosts that the config allows`)
    const response = await answer(url, given, signal, deadline)
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy()
      if (redirects >= mostRedirects) throw new FetchRefused(`it leads on more than ${mostRedirects} times`)
      url = new URL(headers.location, url)
      continue
    }
    if (statusCode !== 200) {
      response.destroy()
      throw new FetchRefused(`the host answers ${statusCode}`)
    }
    return { bytes: await bodyOf(response, given, deadline), url: url.href }
  }
}

function answer(
  url: URL,
  given: FetchRequest,
  signal: AbortSignal,
  deadline: AbortSignal,
): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchRefused(`${url.protocol} is not http or https`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!given.allowPrivate && isIP(host) !== 0 && isPrivateAddress(host))
    throw new FetchRefused(isPrivate(host))
  const request = url.protocol === 'http:' ? requestHttp : requestHttps
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        signal,
        lookup: given.allowPrivate ? lookUp : publicOnly,
        headers: { accept: 'image/*', 'user-agent': 'Trifold' },
      },
      resolve,
    )
    asked.on('error', error => reject(refusal(error, given, deadline)))
    asked.end()
  })
}

const isPrivate = (address: string) => `${address} is an address of this machine or its network`

const publicOnly: LookupFunction = (host, options, callback) => {
  lookUp(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    const inside = addresses?.find(({ address }) => isPrivateAddress(address))
    if (error || !first) callback(error ?? new FetchRefused(`${host} has no address`), '', 0)
    else if (inside) callback(new FetchRefused(isPrivate(inside.address)), '', 0)
    else if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

async function bodyOf(
  response: IncomingMessage,
  given: FetchRequest,
  deadline: AbortSignal,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of response as AsyncIterable<Uint8Array>) {
      size += part.byteLength
      if (size > given.bytes) throw new FetchRefused(`it is larger than ${given.bytes} bytes`)
      parts.push(part)
    }
  } catch (error) {
    response.destroy()
    throw refusal(error, given, deadline)
  }
  return Buffer.concat(parts)
}

function refusal(error: unknown, { milliseconds, signal }: FetchRequest, deadline: AbortSignal): Error {
  if (error instanceof FetchRefused) return error
  if (signal?.aborted) return signal.reason instanceof Error ? signal.reason : new Error('Stopped')
  if (deadline.aborted) return new FetchRefused(`nothing came within ${milliseconds / 1000} s`)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new FetchRefused(
    code === 'ENOTFOUND' || code === 'EAI_AGAIN'
      ? 'its host is not found; is there a network?'
      : code || String(error),
  )
}
