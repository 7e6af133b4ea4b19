import type { Medium } from '../../../pipeline/article.js'
import { Search } from '../../../pipeline/check/parity/lost.js'
import type { Passage } from '../../../pipeline/check/parity/passages.js'

export { spaced } from '../../../pipeline/check/parity/lost.js'

/** What a text has not got of the passages, in words for a person. */
export const lostIn = (text: string, passages: readonly Passage[], medium: Medium): string[] =>
  new Search(text, medium).lost(passages).map(({ words, after = 'the beginning', isElsewhere }) => {
    const why = isElsewhere ? 'only stands before' : 'is not there; it was to come after'
    return `“${words}” ${why} “${after}”`
  })
