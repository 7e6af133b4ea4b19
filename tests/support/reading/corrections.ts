import type { Article, Correction, Medium } from '../../../pipeline/article.js'
import { type Passage, saidBy } from '../../../pipeline/check/parity/passages.js'
import { longDate, wordsIn } from '../../../templates/words.js'
import { lostIn } from './lost.js'

/** How corrections are told of, each with its date. */
export const noticesOf = (corrections: readonly Correction[] = [], lang: string): Passage[] =>
  corrections.map(({ date, text }) => ({
    text: `${wordsIn(lang).correctionOf} ${longDate(date, lang)}: ${text}`,
    as: 'run',
  }))

/** What a text lacks of its article's corrections: the line before all else that it says, and the notices after that. */
export function correctionsLostIn(text: string, { meta, tree }: Article, medium: Medium): string[] {
  const { title, lang, corrections = [] } = meta
  const [newest] = corrections
  if (!newest) return []
  const line = `${wordsIn(lang).corrected} ${longDate(newest.date, lang)}`
  const before: Passage[] = [title, line].map(words => ({ text: words, as: 'run' }))
  const said = saidBy(tree, medium).passages
  return lostIn(text, [...before, ...said, ...noticesOf(corrections, lang)], medium)
}
