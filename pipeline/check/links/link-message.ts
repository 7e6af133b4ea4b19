import type { VFileMessage } from 'vfile-message'
import { finding } from '../../messages.js'
import { shown } from '../source/shown.js'
import type { LinkState } from './probe.js'
import type { RemoteLink } from './remote-links.js'

/** What is said of a link whose address was asked: nothing of one that is well, and where it says it is. */
export function linkMessage({ href, file, place }: RemoteLink, state: LinkState): VFileMessage | undefined {
  const link = `\`${shown(href, 100)}\``
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
