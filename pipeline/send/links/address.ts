import type { LinkOwner } from '../link-counts.js'

/** The links of a build that are counted, and the public server that counts them. */
export interface CountedBuild {
  /** The server's, without a slash at its end. */
  readonly url: string
  readonly digest: string
  /** By their number, from 1. */
  readonly links: readonly string[]
}

/**
 * What stands in the place of a link's address: the same for every reader of a launch. What leads to the server itself
 * stays, and what is not among the build's links.
 *
 * @param launch 0 for a test, whose links lead on as well, and are not counted
 */
export function countedLinks(
  { url, digest, links }: CountedBuild,
  launch: number,
): (address: string) => string | undefined {
  const numbers = new Map(links.map((address, index) => [address, index + 1]))
  const owner = launch > 0 ? launch : digest
  return address => {
    const number = numbers.get(address)
    if (number === undefined || address === url || address.startsWith(`${url}/`)) return undefined
    return `${url}/l/${owner}/${number}`
  }
}

/** Which link an address names by its last two parts; undefined for what no address of ours has. */
export function countedLinkOf(
  owner: string,
  number: string,
): { readonly owner: LinkOwner; readonly number: number } | undefined {
  if (!/^[1-9]\d{0,5}$/.test(number)) return undefined
  if (/^[\da-f]{64}$/.test(owner)) return { owner: { digest: owner }, number: Number(number) }
  return /^[1-9]\d{0,9}$/.test(owner)
    ? { owner: { launch: Number(owner) }, number: Number(number) }
    : undefined
}
