import { type Block, isOneLine, isOpen } from './block.js'
import type { Ledger } from './ledger.js'
import { isAdvertisement, isFurniture, isPartOfPaper } from './lexicon/furniture.js'
import { endsSentence } from './measures.js'

/**
 * What belongs to the page is dropped around the text only: within it the same words may be a heading or a line of it.
 * The name of an advertisement's place is neither, wherever it stands.
 *
 * @param start the first block that can be text; what a standfirst is made of comes before it
 */
export function dropFurniture(blocks: readonly Block[], start: number, ledger: Ledger): void {
  const first = blocks.findIndex((block, index) => index >= start && isText(block))
  const last = blocks.findLastIndex(isText)
  for (const [index, block] of blocks.entries()) {
    if (!isOpen(block) || !isOneLine(block) || !isFurniture(block.text)) continue
    const isAround = first < 0 || index < first || index > last
    if (isAround) drop(block, 'line of the page around the text', ledger)
    else if (isAdvertisement(block.text)) drop(block, 'name of an advertisement’s place', ledger)
  }
  if (start === 0) dropKicker(blocks, ledger)
}

/** Tells of lines within the text that would be the page's anywhere else. */
export function tellFurniture(blocks: readonly Block[], ledger: Ledger): void {
  for (const block of blocks) {
    if (!isOpen(block) || !isOneLine(block) || !isFurniture(block.text)) continue
    ledger.doubt(block, `Unexpected line “${block.text}” within the text, expected around it; it is text`)
  }
}

/**
 * The name of a part of the paper above a title, and the short lines above that. Any other short line may be the title
 * itself.
 */
function dropKicker(blocks: readonly Block[], ledger: Ledger): void {
  const title = blocks.findIndex(block => block.words > 3)
  const headline = blocks[title]
  if (!headline || headline.words >= 20 || endsSentence(headline.text)) return
  const last = blocks.slice(0, title).findLastIndex(block => isPartOfPaper(block.text))
  for (const block of blocks.slice(0, last + 1))
    if (isOpen(block)) drop(block, 'short line of the page above the title', ledger)
}

function drop(block: Block, what: string, ledger: Ledger): void {
  block.kind = 'furniture'
  ledger.dropped(block, what)
}

const isText = (block: Block): boolean =>
  block.kind === 'stanza' || (block.words >= 20 && endsSentence(block.text) && !isFurniture(block.text))
