import type { Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { Report } from '../../../messages.js'
import { attributeOf, elementsIn, isNamed, namesOf, rewrite, wordsOf } from '../nodes.js'
import type { Page } from '../page/parse-page.js'
import { settleBreaks } from './breaks.js'
import { settleCards } from './cards.js'
import { settleCode } from './code.js'
import { settleEmbeds } from './embeds.js'
import { settleFigures, settleGalleries } from './figures.js'
import { settleImages } from './images.js'
import { settleMath } from './math.js'
import { type LiftedNotes, liftNotes } from './notes.js'
import { settleNotion } from './notion.js'
import { settleOffice } from './office.js'
import { settleCallouts, settleQuotations } from './quotations.js'
import { settleRuns } from './runs.js'
import { settleSpaces } from './spaces.js'
import { stripMachinery } from './strip.js'

/** What was taken out of a page's body while its markup was settled. */
export interface Settled {
  readonly notes: LiftedNotes
  /** Addresses of pixels that count readers. */
  readonly pixels: readonly string[]
}

/**
 * Brings what sites, editors and programs write to the HTML that `adopt` knows, in place and in an order that matters:
 * formulas are hidden beside their pictures, and players are in `noscript`, until they are read; an extractor comes after.
 *
 * @param url the page's address, where it is known
 */
export function settleMarkup({ root, body }: Page, url: string, report: Report): Settled {
  settleMath(body, isTypeset(root))
  settleCode(body)
  const pixels = settleImages(body, baseOf(root, url), report).map(({ src }) => src)
  settleEmbeds(body, report)
  stripMachinery(body, report)
  withoutAnchors(body)
  settleOffice(root, body)
  settleNotion(body)
  const notes = liftNotes(body)
  settleBreaks(body)
  settleSpaces(body)
  settleQuotations(body)
  settleFigures(body)
  settleGalleries(body)
  settleCards(body)
  settleCallouts(body)
  settleRuns(body)
  return { notes, pixels }
}

const isTypeset = (root: Root): boolean =>
  [...elementsIn(root)].some(
    node =>
      isNamed(node, 'script') &&
      /mathjax|katex/i.test(`${attributeOf(node, 'src')} ${textOf(node).slice(0, 2000)}`),
  )

function baseOf(root: Root, url: string): string | undefined {
  const base = [...elementsIn(root)].find(
    node => isNamed(node, 'base') && /^https?:/.test(attributeOf(node, 'href')),
  )
  return base ? attributeOf(base, 'href') : url || undefined
}

/** The sign beside a heading by which a reader links to it, or edits what is below. */
function withoutAnchors(body: Root): void {
  rewrite(body, (node, ancestors) => {
    if (/ (?:mw-editsection|mw-jump-link) /.test(namesOf(node))) return []
    const inHeading = ancestors.some(at => /^h[1-6]$/.test(at.tagName))
    const sign =
      isNamed(node, 'a') &&
      attributeOf(node, 'href').startsWith('#') &&
      /^(?:#|¶|§|🔗|link|permalink|anchor)?$/i.test(wordsOf(node))
    return inHeading && sign ? [] : undefined
  })
}
