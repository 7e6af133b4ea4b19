import type { VFileMessage } from 'vfile-message'
import type { Issue } from '../../article.js'
import { finding } from '../../messages.js'
import { version } from '../../version.js'
import type { World } from '../../world.js'
import { hostTurns } from './host-turns.js'
import { linkMessage } from './link-message.js'
import { type LinkState, type ProbeOptions, probe } from './probe.js'
import { remoteLinks } from './remote-links.js'
import { slots } from './slots.js'

/** How links are checked. */
export interface LinkCheck {
  /** Whether addresses of this machine and of its network may be asked. They may not by default. */
  readonly allowPrivate?: boolean
}

/** What came of an issue's links. */
export interface CheckedLinks {
  /** In the order of the source. */
  readonly messages: readonly VFileMessage[]
  /** Messages of the rule `check-skipped`. */
  readonly skipped: readonly VFileMessage[]
}

/** Asks other hosts for the issues of a run, each address once. */
export interface LinkAsker {
  /** Takes note of what an issue links to, one issue after another: who comes first is asked. */
  claim(issue: Issue): void
  /**
   * Asks what the issue links to and nobody has asked yet.
   * @throws the signal's reason when it is aborted
   */
  check(issue: Issue): Promise<CheckedLinks>
  /** Messages of the rule `check-skipped`, where there were more addresses than are asked. */
  leftOut(): readonly VFileMessage[]
}

/** Addresses that are asked at most, questions at once, and milliseconds between two of them to one host. */
const mostAddresses = 500
const atOnce = 8
const pause = 500
/** Answers that tell of the host and not of the address, after which its other addresses are not asked. */
const enough = 2

/** An asker for a run: a host is asked by one at a time, with a pause, whichever issues link to it. */
export function linkAsker(
  { allowPrivate = false }: LinkCheck,
  world: Pick<World, 'ask' | 'wait'>,
  signal?: AbortSignal,
): LinkAsker {
  const slot = slots(atOnce)
  const options: ProbeOptions = {
    world: { ask: request => slot(() => world.ask(request)), wait: world.wait },
    turn: hostTurns(() => world.wait(pause, signal)),
    userAgent: `Trifold/${version()} (link check)`,
    allowPrivate,
    signal,
  }
  const claimed = new Set<string>()
  const unfound = new Set<string>()
  let isHeard = false
  let overIn = ''
  const states = new Map<string, Promise<LinkState>>()
  const tired = new Map<string, { count: number; state: LinkState }>()

  const ask = async (page: string): Promise<LinkState> => {
    const { host } = new URL(page)
    const before = tired.get(host)
    if (before && before.count >= enough) return before.state
    const state = await probe(page, options)
    if (state.is !== 'alive' && state.noHost) unfound.add(host)
    else isHeard = true
    if (state.is !== 'alive' && state.ofHost)
      tired.set(host, { count: (tired.get(host)?.count ?? 0) + 1, state })
    else tired.delete(host)
    return state
  }
  const once = (page: string) => {
    const state = states.get(page) ?? ask(page)
    states.set(page, state)
    return state
  }
  return {
    claim(issue) {
      for (const { page, file } of remoteLinks(issue)) {
        claimed.add(page)
        if (claimed.size > mostAddresses) overIn ||= file
      }
    },
    async check(issue) {
      const links = remoteLinks(issue)
      const first = new Set([...claimed].slice(0, mostAddresses))
      const pages = [...new Set(links.map(({ page }) => page))].filter(page => first.has(page))
      const found = new Map<string, LinkState>()
      await Promise.all(
        byHost(pages).map(async pagesOfHost => {
          for (const page of pagesOfHost) found.set(page, await once(page))
        }),
      )
      // One host may be gone; where several are asked and none is found, the network is.
      if (!isHeard && unfound.size > 1) {
        const reason = 'Not checked: whether links lead somewhere. No host was found; is there a network?'
        return { messages: [], skipped: [finding('check-skipped', reason, { file: issue.articles[0].file })] }
      }
      const messages = links.flatMap(link => {
        const state = found.get(link.page)
        return (state && linkMessage(link, state)) ?? []
      })
      return { messages, skipped: [] }
    },
    leftOut() {
      const more = claimed.size - mostAddresses
      if (more <= 0) return []
      const reason = `Not checked: ${more} of ${claimed.size} addresses that are linked to: ${mostAddresses} are asked at a time. Name some of the articles, and then others`
      return [finding('check-skipped', reason, { file: overIn })]
    },
  }
}

function byHost(pages: readonly string[]): readonly (readonly string[])[] {
  const hosts = new Map<string, string[]>()
  for (const page of pages) {
    const { host } = new URL(page)
    hosts.set(host, [...(hosts.get(host) ?? []), page])
  }
  return [...hosts.values()]
}
