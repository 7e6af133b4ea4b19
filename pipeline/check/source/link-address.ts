import { addressOfHost, isPrivateAddress } from '../../world/private-address.js'
import { shown } from './shown.js'

/** What is wrong with an address, and the one that was surely meant, where there is one. */
export interface AddressFault {
  /** A message's sentence. */
  readonly says: string
  readonly meant?: string
}

/** An email address, and no file for screens of twice the density: `mill@2x.png`. */
const bareMailbox =
  /^[^\s@/:?#]+@[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?!(?:png|jpe?g|gif|webp|svg|pdf|html?|md)$)[a-z]{2,}$/i
/** Domains in which no file's name ends, so that `example.org/tides` is no file beside the article. */
const bareHost = /^(?:www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+|(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov))(?=[/?#:]|$)/i

/**
 * What is surely wrong with the address of a link, seen by itself: no host, one slash for two, no scheme before `www.`,
 * `mailto:` without an address, or a host that only this machine and its network know (RFC 6761, RFC 6762, RFC 1918).
 * Whether anything answers is for `trifold check --links`.
 *
 * @param written the address as it is written, without merge tags
 * @param words the link's own words: where they are the address, it is for the reader's own machine
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2
 * @see https://www.rfc-editor.org/rfc/rfc6761
 */
export function faultOfAddress(written: string, words: string): AddressFault | undefined {
  const address = written.trim()
  const told = `Unexpected address \`${shown(address, 60)}\``
  const [, scheme, slashes, rest = ''] = /^(https?):([/\\]*)(.*)$/is.exec(address) ?? []
  if (scheme) {
    if (/^(?:[?#:]|$)/.test(rest) || (slashes ?? '').length > 2)
      return { says: `${told} without a host, expected \`https://example.org\`` }
    if (slashes !== '//') {
      const meant = `${scheme}://${rest}`
      return { says: `${told}, expected two slashes; it is set as \`${shown(meant, 60)}\``, meant }
    }
    const host = hostOf(address)
    if (host === undefined)
      return { says: `${told}, whose host is none, expected one such as \`https://example.org\`` }
    const isShown = words.includes(host) && address.includes(words.trim())
    return isOfThisNetwork(host) && !isShown
      ? { says: `${told}, which leads to this machine or its network, expected one that readers can reach` }
      : undefined
  }
  if (/^mailto:/i.test(address)) {
    // An address may be left to the writer of the mail: `mailto:?subject=...` is sound (RFC 6068, 2).
    const to = /^mailto:([^?]*)(\?.)?/is.exec(address)
    if (to && (to[1] === '' ? to[2] === undefined : !/@|%40/.test(to[1] ?? '')))
      return { says: `${told} without an email address, expected \`mailto:name@example.org\`` }
    return undefined
  }
  if (bareMailbox.test(address)) {
    const meant = `mailto:${address}`
    return { says: `${told} without a scheme, expected \`${shown(meant, 60)}\`, as which it is set`, meant }
  }
  if (bareHost.test(address)) {
    const meant = `https://${address}`
    return { says: `${told} without a scheme, expected \`${shown(meant, 60)}\`, as which it is set`, meant }
  }
  return undefined
}

function hostOf(address: string): string | undefined {
  try {
    return new URL(address).hostname
  } catch {
    return undefined
  }
}

/** Names that no public server answers to, and addresses of this machine or its network. */
function isOfThisNetwork(host: string): boolean {
  const address = addressOfHost(host)
  if (address !== undefined) return isPrivateAddress(address)
  return !host.includes('.') || /\.(?:localhost|local|internal|lan|test|home\.arpa)\.?$/i.test(host)
}
