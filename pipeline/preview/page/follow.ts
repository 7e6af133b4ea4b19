import type { PreviewIssue } from '../data.js'
import { ask, type Fault } from './ask.js'
import type { Store } from './store.js'

/** An answer that is asked for anew when an issue was built anew, and not while it is being built. */
export interface Followed {
  /** Asks now, where something is new. */
  look(): void
  end(): void
}

/**
 * Follows what the server says of the issue that is shown.
 *
 * @param address where the issue's answer is
 * @param told told of each answer; `undefined` while the first one of an issue is waited for
 */
export function follow<Answer>(
  store: Store,
  address: (issue: PreviewIssue) => string,
  told: (answer: Answer | Fault | undefined, issue: PreviewIssue) => void,
): Followed {
  let asked = ''
  let slug = ''
  let isOver = false
  const look = async () => {
    const issue = store.issue()
    if (!issue || store.data().build.state !== 'ready') return
    const key = keyOf(issue)
    if (key === asked) return
    asked = key
    if (slug !== issue.slug) told(undefined, issue)
    slug = issue.slug
    const answer = await ask<Answer>(address(issue))
    if (key === asked && !isOver) told(answer ?? { fault: 'There is nothing of this issue.' }, issue)
  }
  const stop = store.listen(look)
  void look()
  return {
    look,
    end() {
      isOver = true
      stop()
    },
  }
}

/** Another one whenever the issue, or a file of it, is another. */
const keyOf = ({ slug, formats }: PreviewIssue): string =>
  `${slug} ${formats.flatMap(({ files }) => files.map(({ version }) => version)).join()}`
