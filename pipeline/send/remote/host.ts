import { isSafe } from '../setup-faults.js'
import { leastOfToken } from './operations.js'

/** Where a sending service is asked. */
export interface Host {
  /** Without a slash at its end: `https://letters.example.org`. */
  readonly url: string
  /** As people are told of it: `letters.example.org`. */
  readonly name: string
  /** What shows that it is the publisher who asks. Never told to anybody but the host. */
  readonly token: string
}

/** The name of the environment's variable with the token, on both machines. */
export const tokenVariable = 'TRIFOLD_HOST_TOKEN'

/** A host cannot be asked, or does not do what is asked. The message tells a person why and what to do; it holds no token. */
export class HostRefused extends Error {
  override name = 'HostRefused'

  /** @param isPassing whether it may answer in a moment */
  constructor(
    message: string,
    readonly isPassing = false,
  ) {
    super(message)
  }
}

/**
 * The host of an address that a person writes, and of the token for it.
 *
 * @throws HostRefused where nothing may be said to it: a token that goes by http is everybody's
 */
export function hostOf(written: string, token: string | undefined): Host {
  const url = URL.canParse(written) ? new URL(written) : undefined
  // In a shell, and in the address of a call, a path of these characters stands for itself.
  const isPlain =
    url &&
    /^https?:$/.test(url.protocol) &&
    url.username + url.password + url.search + url.hash === '' &&
    /^[\w./~-]*$/.test(url.pathname)
  if (!isPlain)
    throw new HostRefused(
      `--host: expected an address such as https://letters.example.org, found "${withoutPassword(written)}"`,
    )
  if (!isSafe(url.href))
    throw new HostRefused(
      `--host: expected an address that begins with https://, found ${url.origin}: whoever is on the way would read the token`,
    )
  if (token === undefined || token === '')
    throw new HostRefused(
      `${tokenVariable} is not set: it holds what \`trifold readers serve\` at ${url.host} has in the same variable`,
    )
  if (token.length < leastOfToken || !/^[\x21-\x7E]+$/.test(token))
    throw new HostRefused(
      `${tokenVariable} is no token: expected ${leastOfToken} characters or more, of ASCII and without spaces; \`openssl rand -hex 24\` makes one`,
    )
  return { url: url.href.replace(/\/+$/, ''), name: url.host, token }
}

const withoutPassword = (written: string): string => written.slice(0, 300).replace(/\/\/[^/@]*@/g, '//…@')
