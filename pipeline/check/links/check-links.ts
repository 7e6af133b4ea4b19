import type { VFileMessage } from 'vfile-message'
import type { Issue } from '../../article.js'
import { mapFew } from '../../assets/concurrency.js'
import { finding } from '../../messages.js'
import { version } from '../../version.js'
import type { World } from '../../world.js'
import { shown } from '../source/shown.js'
import { hostTurns } from './host-turns.js'
import { type LinkState, probe } from './probe.js'
import { type RemoteLink, remoteLinks } from './remote-links.js'

/** How links are checked. */
export interface LinkCheck {
  /** Whether addresses of this machine and of its network may be asked. They may not by default. */
  readonly allowPrivate?: boolean
}

/** What came of it. */
export interface CheckedLinks {
  /** In the order of the source. */
  readonly messages: readonly VFileMessage[]
  /** Messages of the rule `check-skipped`. */
  readonly skipped: readonly VFileMessage[]
}

/** Addresses that are asked at most, hosts at once, and milliseconds between two questions to one host. */
const mostAddresses = 500
const hostsAtOnce = 8
const pause = 500
/** Answers that tell of the host and not of the address, after which its other addresses are not asked. */
const enough = 2

/**
 * Asks every address that issues link to whether it leads somewhere: each once, a host by one at a time, with a pause.
 *
 * @throws the signal's reason when it is aborted
 */
export async function checkLinks(
  issues: readonly Issue[],
  { allowPrivate = false }: LinkCheck,
  world: Pick<World, 'ask' | 'wait' | 'log'>,
  signal?: AbortSignal,
): Promise<CheckedLinks> {
  const links = issues.flatMap(remoteLinks)
  const pages = [...new Set(links.map(({ page }) => page))]
  const asked = pages.slice(0, mostAddresses)
  const turn = hostTurns(() => world.wait(pause, signal))
  const options = { world, turn, userAgent: `Trifold/${version()} (link check)`, allowPrivate, signal }
  const states = new Map<string, LinkState>()
  await mapFew(byHost(asked), hostsAtOnce, async pagesOfHost => {
    let ofHost = 0
    let state: LinkState | undefined
    for (const page of pagesOfHost) {
      if (!state || ofHost < enough) state = await probe(page, options)
      states.set(page, state)
      ofHost = state.is !== 'alive' && state.ofHost ? ofHost + 1 : 0
      world.log.progress('links', states.size / asked.length)
    }
  })
  if (!hasNetwork([...states.values()])) return { messages: [], skipped: [skipped(links, noNetwork)] }
  const more = pages.length - asked.length
  const rest = `${more} of ${pages.length} addresses that are linked to: ${mostAddresses} are asked at a time. Name some of the articles, and then others`
  return {
    messages: links.flatMap(link => messageOf(link, states.get(link.page)) ?? []),
    skipped: more > 0 ? [skipped(links, rest)] : [],
  }
}

const noNetwork = 'whether links lead somewhere. No host was found; is there a network?'

const skipped = ([first]: readonly RemoteLink[], what: string): VFileMessage =>
  finding('check-skipped', `Not checked: ${what}`, { file: first?.file ?? '' })

function byHost(pages: readonly string[]): readonly (readonly string[])[] {
  const hosts = new Map<string, string[]>()
  for (const page of pages) {
    const { host } = new URL(page)
    hosts.set(host, [...(hosts.get(host) ?? []), page])
  }
  return [...hosts.values()]
}

/** One host may be gone; where several addresses are asked and no host is found, the network is. */
const hasNetwork = (states: readonly LinkState[]): boolean =>
  states.length < 2 || states.some(state => state.is === 'alive' || !state.noHost)

function messageOf(
  { href, file, place }: RemoteLink,
  state: LinkState | undefined,
): VFileMessage | undefined {
  const link = `\`${shown(href, 100)}\``
  if (!state) return undefined
  if (state.is === 'alive') {
    const moved = state.moved === undefined ? href : withFragment(state.moved, href)
    if (moved === href) return undefined
    const reason = `Unexpected link to ${link}, which has moved for good, expected \`${shown(moved, 100)}\``
    return finding('link-moved', reason, { file, place })
  }
  if (state.is === 'dead') {
    const reason = `Unexpected link to ${link}: ${state.why}. Correct it, or link to a copy in an archive`
    return finding('link-dead', reason, { file, place })
  }
  const reason = `Unexpected answer for ${link}: ${state.why}. Whether it leads somewhere could not be told; look at it in a browser`
  return finding('link-unknown', reason, { file, place })
}

/** The new address leads to the same place of the page, where it does not name another. */
function withFragment(moved: string, href: string): string {
  const [to, from] = [new URL(moved), new URL(href)]
  if (to.hash === '') to.hash = from.hash
  return to.href
}
