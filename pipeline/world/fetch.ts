import { lookup as lookUp } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import {
  type Answer,
  type AskRequest,
  type FetchedFile,
  FetchRefused,
  type FetchRequest,
  HostNotFound,
} from '../world.js'
import { addressOfHost, isPrivateAddress } from './private-address.js'

/** Redirects that are followed: an image service takes one or two. */
const mostRedirects = 5

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
    const response = await answer(
      url,
      { ...given, method: 'GET', headers: { accept: given.accept ?? 'image/*', 'user-agent': 'Trifold' } },
      signal,
      deadline,
    )
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

/**
 * Asks what a host has at an address, by http or https, and reads no more than the head of its answer. The host is judged
 * as `fetchFile` judges it; where the answer leads on, the next address is the caller's to ask.
 *
 * @throws FetchRefused, of its kinds HostNotFound
 */
export async function askAddress(given: AskRequest): Promise<Answer> {
  const deadline = AbortSignal.timeout(given.milliseconds)
  const signal = given.signal ? AbortSignal.any([given.signal, deadline]) : deadline
  const headers = { accept: 'text/html, */*;q=0.8', 'user-agent': given.userAgent }
  const response = await answer(new URL(given.url), { ...given, headers }, signal, deadline)
  const { statusCode = 0, headers: said } = response
  response.destroy()
  return { status: statusCode, location: said.location, retryAfter: said['retry-after'] }
}

/** What both kinds of request say. */
interface Asked extends Pick<FetchRequest, 'allowPrivate' | 'milliseconds'> {
  readonly method: 'HEAD' | 'GET'
  readonly headers: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

function answer(
  url: URL,
  given: Asked,
  signal: AbortSignal,
  deadline: AbortSignal,
): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchRefused(`${url.protocol} is not http or https`)
  const address = addressOfHost(url.hostname)
  if (!given.allowPrivate && address !== undefined && isPrivateAddress(address))
    throw new FetchRefused(isPrivate(address))
  const request = url.protocol === 'http:' ? requestHttp : requestHttps
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        signal,
        lookup: given.allowPrivate ? lookUp : publicOnly,
        method: given.method,
        headers: given.headers,
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

function refusal(
  error: unknown,
  { milliseconds, signal }: Pick<Asked, 'milliseconds' | 'signal'>,
  deadline: AbortSignal,
): Error {
  if (error instanceof FetchRefused) return error
  if (signal?.aborted) return signal.reason instanceof Error ? signal.reason : new Error('Stopped')
  if (deadline.aborted) return new FetchRefused(`nothing came within ${milliseconds / 1000} s`)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new HostNotFound('its host is not found; is there a network?', code === 'EAI_AGAIN')
  return new FetchRefused(code || String(error))
}
