import { type Block, isOneLine, isOpen } from './block.js'
import { hasDate } from './dates.js'
import { headingScore, mayBeHeading } from './heading-score.js'
import type { Ledger } from './ledger.js'
import { endsSentence, shown } from './measures.js'

/** Scores, see `headingScore`. */
const enough = 5
const enoughAmongMany = 6.5
const doubtful = 4.5

/**
 * Headings are short lines without a sentence's end, before text and after it. Where over a third of the lines look so,
 * short lines are what the text is made of, and only the clearest are.
 *
 * @param start the first block of the body: what stands before it is no heading, nor is it one itself
 */
export function findHeadings(blocks: readonly Block[], start: number, ledger: Ledger): void {
  const shownBlocks = blocks.slice(start).filter(block => block.kind !== 'furniture')
  const gaps = shownBlocks.map(block => block.gap).sort((a, b) => a - b)
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 1
  const scores = new Map<Block, number>()
  const begun = shownBlocks.findIndex(isBegun)
  for (const [index, block] of shownBlocks.entries()) {
    const next = shownBlocks[index + 1]
    if (index <= begun || !next || !isOpen(block) || !isOneLine(block) || !mayBeHeading(block)) continue
    if (hasDate(block.text)) continue
    const around = { before: shownBlocks[index - 1], next, afterNext: shownBlocks[index + 2], usual }
    scores.set(block, headingScore(block, around))
  }
  const candidates = [...scores.values()].filter(score => score >= enough).length
  const least = candidates > Math.max(3, shownBlocks.length * 0.34) ? enoughAmongMany : enough
  for (const [block, score] of scores) {
    if (score >= least) {
      block.kind = 'heading'
      ledger.guess(block, `Unexpected plain line “${shown(block.text)}”, taken for a heading`)
    } else if (score >= doubtful) {
      ledger.doubt(
        block,
        `Unexpected short line “${shown(block.text)}”, which may be a heading; it is a paragraph`,
      )
    }
  }
}

/** Between the title and the first paragraph nothing is a heading. */
const isBegun = (block: Block): boolean =>
  block.kind !== 'paragraph' || block.words >= 12 || endsSentence(block.text)
