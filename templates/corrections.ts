import type { Article, ArticleMeta, Correction } from '../pipeline/article.js'
import { isAlone, type Rendering } from './rendering.js'
import { longDate } from './words.js'

/** The corrections told of with an article, the newest first: its own, and the issue's where it is all of the issue. */
export function correctionsOf(article: Article, rendering: Rendering): readonly Correction[] {
  const { corrections: own = [] } = article.meta
  const { corrections: ofIssue = [] } = rendering.issue.meta
  if (!isAlone(rendering)) return own
  const more = ofIssue.filter(one => !own.some(({ date, text }) => date === one.date && text === one.text))
  return [...own, ...more].sort((one, other) => Date.parse(other.date) - Date.parse(one.date))
}

/** The corrections of an issue of several articles as a whole. */
export const issueCorrectionsOf = (rendering: Rendering): readonly Correction[] =>
  isAlone(rendering) ? [] : (rendering.issue.meta.corrections ?? [])

/** In words, that an article was corrected and when last; undefined where it was not. */
export function correctedOn(article: Article, rendering: Rendering): string | undefined {
  const [newest] = correctionsOf(article, rendering)
  return newest && `${rendering.words.corrected} ${longDate(newest.date, article.meta.lang)}`
}

/** The id of an article's corrections, where the line that tells of them leads. */
export const correctionsId = (article: Article): string => `tf-corrections-${article.key}`

/** The date of a change that is to be told: none of the article's own day, nor of a correction, which is told by itself. */
export function updateOf({ date, updated, corrections = [] }: ArticleMeta): string | undefined {
  const told = [date, ...corrections.map(correction => correction.date)].map(day => day?.slice(0, 10))
  return updated && !told.includes(updated.slice(0, 10)) ? updated : undefined
}
