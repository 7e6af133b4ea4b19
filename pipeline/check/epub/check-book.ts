import type { VFileMessage } from 'vfile-message'
import type { Rendering } from '../../../templates/rendering.js'
import { finding, type Where } from '../../messages.js'
import { byPlace } from '../../parse/places.js'
import { times, together } from '../together.js'
import { articleOf, type BookFinding, type BookRule, type CheckedBook } from './checked-book.js'
import { chapter } from './rules/chapter.js'
import { contents } from './rules/contents.js'
import { cover } from './rules/cover.js'
import { formulas } from './rules/formulas.js'
import { language } from './rules/language.js'
import { links } from './rules/links.js'
import { size } from './rules/size.js'
import { tables } from './rules/tables.js'

/** What e-readers and the shops behind them ask for beyond a valid EPUB; every build holds its book to it. */
const bookRules: readonly BookRule[] = [language, size, cover, contents, chapter, links, tables, formulas]

/**
 * Holds a book to its rules. What a rule finds more than once in the same words is told once, where it is first.
 *
 * @param file the issue, as messages name it
 */
export function checkBook(checked: CheckedBook, file: string): VFileMessage[] {
  const found = bookRules.flatMap(rule => rule(checked))
  return together(found, ({ rule, reason }) => `${rule} ${reason}`)
    .map(({ first, times: count }) =>
      finding(first.rule, times(first.reason, count), whereOf(first, checked.rendering) ?? { file }),
    )
    .sort((a, b) => byPlace(a.place, b.place))
}

function whereOf({ at, document, key }: BookFinding, { issue }: Rendering): Where | undefined {
  if (key !== undefined) {
    const [{ file, places }] = issue.articles
    return { file, place: places?.[key] }
  }
  const article = document && articleOf(document, issue)
  return article && { file: article.file, place: at?.position }
}
