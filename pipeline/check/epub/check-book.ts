import type { VFileMessage } from 'vfile-message'
import type { Rendering } from '../../../templates/rendering.js'
import { finding, type Where } from '../../messages.js'
import { byPlace } from '../../parse/places.js'
import { repeatable } from '../gathered.js'
import type { RuleId } from '../rules.js'
import { articleOf, type BookFinding, type BookRule, type CheckedBook } from './checked-book.js'
import { epubChapter } from './rules/epub-chapter.js'
import { epubContents } from './rules/epub-contents.js'
import { epubCover } from './rules/epub-cover.js'
import { epubFormula } from './rules/epub-formula.js'
import { epubLanguage } from './rules/epub-language.js'
import { epubLink } from './rules/epub-link.js'
import { epubSize } from './rules/epub-size.js'
import { epubTable } from './rules/epub-table.js'
import { epubTableWide } from './rules/epub-table-wide.js'

/** What e-readers and the shops behind them ask for beyond a valid EPUB, each in the file of its name; every build holds its book to it. */
export const bookRules = {
  'epub-language': epubLanguage,
  'epub-size': epubSize,
  'epub-cover': epubCover,
  'epub-contents': epubContents,
  'epub-chapter': epubChapter,
  'epub-link': epubLink,
  'epub-table': epubTable,
  'epub-table-wide': epubTableWide,
  'epub-formula': epubFormula,
} as const satisfies Partial<Record<RuleId, BookRule>>

/**
 * Holds a book to its rules. What a rule finds more than once in the same words is told once, where it is first.
 *
 * @param file the issue, as messages name it
 */
export function checkBook(checked: CheckedBook, file: string): VFileMessage[] {
  const found = Object.entries(bookRules).flatMap(([rule, findingsIn]) =>
    // The keys of the table are ids, which `Object.entries` forgets.
    findingsIn(checked).map((each: BookFinding) => ({ ...each, rule: rule as RuleId })),
  )
  return found
    .map(each => repeatable(finding(each.rule, each.reason, whereOf(each, checked.rendering) ?? { file })))
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
