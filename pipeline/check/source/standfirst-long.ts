import type { MetaRule } from './source-rule.js'

/** Characters that two sentences have room in: cards, lists of an archive and search results cut a third off. */
const longest = 300

/** The standfirst is one or two sentences. It stands under the title, in the archive, in feeds and in what is shared. */
export const standfirstLong: MetaRule = ({ meta: { standfirst }, places }, report) => {
  const length = [...(standfirst ?? '')].length
  if (length <= longest) return
  report(
    'standfirst-long',
    `Unexpected \`description\` of ${length} characters, expected at most ${longest}, one or two sentences; what is more belongs into the text`,
    places?.description ?? places?.standfirst,
  )
}
