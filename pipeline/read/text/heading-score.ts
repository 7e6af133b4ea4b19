import type { Block } from './block.js'
import { isName } from './lexicon/people.js'
import { isSectionName } from './lexicon/sections.js'
import { endsInColon, endsSentence, isCased, startsSmall } from './measures.js'

/** What stands around a line. */
export interface Around {
  readonly before: Block | undefined
  readonly next: Block
  readonly afterNext: Block | undefined
  /** How many blank lines stand between paragraphs as a rule. */
  readonly usual: number
}

const longest = 100
const mostWords = 14
const small = /^(?:a|an|the|and|or|but|of|in|on|at|to|for|from|by|with|as|is|via)$/iu
const credit = /\b(?:photo|image|picture|illustration|foto|bild|credit)\w*\b.{0,12}(?:\bby\b|[:：])/iu

/** Whether a line has none of what no heading has: a full stop, a comma at its end, an address, quotation marks before it. */
export function mayBeHeading({ text, words }: Block): boolean {
  if (words > mostWords || words < 0.5 || text.length > longest) return false
  if (/[,;，；、—–-]$/u.test(text) || /[.。।۔]["”’]?$/u.test(text)) return false
  if (/^["“‘«„—–([]/u.test(text) || /[.!?…]\s+["“‘]/u.test(text)) return false
  return !/\S@\S|https?:|\t/.test(text) && !credit.test(text)
}

/** How much a line is like a heading, by what stands in it and around it; five is enough for one. */
export function headingScore(block: Block, { before, next, afterNext, usual }: Around): number {
  const { text, words } = block
  const mark = endsInColon(text) ? -1.5 : /[?？؟]$/u.test(text) ? 1 : endsSentence(text) ? 0 : 2
  const size = words <= 8 ? 1 : 0
  const alone = words <= 1.5 && isCased(text) ? -1 : 0
  const gap = block.gap > usual ? 0.5 : 0
  // A number before a line that is no item of a list counts sections.
  const name = isSectionName(text) ? 1.5 : /^\p{Nd}{1,2}[.)]\s/u.test(text) ? 1 : 0
  return (
    mark + size + alone + gap + name + caseScore(block) + scoreBefore(before) + scoreNext(next, afterNext)
  )
}

/** Scripts without capital letters have a score of their own, between. */
function caseScore({ text, words }: Block): number {
  if (!isCased(text)) return 0.5
  let score = startsSmall(text) ? -2 : 0.5
  if (isName(text) && words <= 3) score -= 0.5
  const main = text.split(/\s+/).filter(word => !small.test(word))
  const capitals = main.filter(word => /^[\p{Lu}\p{N}]/u.test(word)).length
  if (main.length >= 3 && capitals / main.length >= 0.75) score += 0.5
  if (text === text.toUpperCase() && /\p{Lu}{3}/u.test(text)) score += 1
  return score
}

function scoreBefore(before: Block | undefined): number {
  if (!before) return 0
  if (before.kind !== 'paragraph' || endsSentence(before.text)) return 1
  if (endsInColon(before.text)) return -2
  return isShort(before) ? -1 : 0
}

function scoreNext(next: Block, afterNext: Block | undefined): number {
  if (isText(next)) return 1.5
  if (next.kind === 'item' || next.kind === 'step' || next.kind === 'stanza') return 1
  if (!isShort(next)) return 0
  return afterNext && isText(afterNext) ? 0.5 : -1
}

const isText = (block: Block): boolean =>
  (block.kind === 'paragraph' || block.kind === 'turn') &&
  (endsSentence(block.text) ? block.words >= 12 : endsInColon(block.text) && block.words >= 5)
const isShort = (block: Block): boolean =>
  block.kind === 'paragraph' && !block.breaks && block.words < 12 && !endsSentence(block.text)
