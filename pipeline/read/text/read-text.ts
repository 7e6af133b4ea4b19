import type { Report } from '../../messages.js'
import { inOrderOfPlace } from '../../parse/front-matter.js'
import type { ParsedSource, ParseOptions } from '../../parse/parse.js'
import { classify } from './classify.js'
import { frontMatterOfText } from './front-matter.js'
import { inlinesOf } from './inlines.js'
import { languageOf } from './languages.js'
import { ledgerFor } from './ledger.js'
import type { Quotes } from './quotations.js'
import { reportSuspicions } from './suspicions.js'
import { isInTree, toHast } from './to-hast.js'

/** How a plain text is read. */
export interface TextReaderOptions extends ParseOptions {
  /**
   * Which paragraphs are set as quotations that nothing marks as such: `safe`, those that a reporting verb with a colon
   * and another voice or an editor's brackets show; `likely`, those that may be, too, each with a warning. Default `safe`.
   */
  readonly quotes?: Quotes
}

/**
 * A plain text, as it was pasted, as a parsed source: its structure is what its lines and words tell, and each decision
 * is a message. No word is made up, and each is in the tree, in the front matter or in a message that it was left out.
 */
export function readText(text: string, options: TextReaderOptions, report: Report): ParsedSource {
  return inOrderOfPlace(report, gather => read(text, options, gather))
}

function read(text: string, options: TextReaderOptions, report: Report): ParsedSource {
  const whole = text.replace(/\r\n?/g, '\n')
  const ledger = ledgerFor(report)
  reportSuspicions(whole, report)
  const { blocks, matter } = classify(whole, options.quotes ?? 'safe', ledger)
  const found = languageOf(
    blocks
      .filter(isInTree)
      .map(block => block.text)
      .join('\n')
      .slice(0, 40_000),
  )
  const lang = settledLanguage(found, options.lang)
  const { frontMatter, places } = frontMatterOfText(matter, blocks, { ...options, lang }, report)
  const verbatim = frontMatter.source?.verbatim ?? false
  const inlines = inlinesOf(blocks.filter(isInTree), lang, verbatim)
  return { frontMatter, places, hast: toHast(blocks, inlines), tags: [] }
}

/** The publication's own variety of a language, `en-GB` say, where the text is in that language. */
const settledLanguage = (found: string | undefined, given: string): string =>
  found === undefined || given.toLowerCase().split('-')[0] === found ? given : found
