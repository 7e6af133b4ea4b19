import type { Block } from './block.js'
import { isOneLine } from './block.js'
import type { Ledger } from './ledger.js'
import { isAdvertisement, isFurniture } from './lexicon/furniture.js'
import { endsSentence } from './measures.js'

/** What belongs to the page is dropped around the text only: within it the same words may be a heading or a line of it.
 * The name of an advertisement’s place is neither, wherever it stands. */
export function dropFurniture(blocks: readonly Block[], ledger: Ledger): void {
  const first = blocks.findIndex(isText)
  const last = blocks.findLastIndex(isText)
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' || !isOneLine(block) || !isFurniture(block.text)) continue
    const isAround = first < 0 || index < first || index > last
    if (isAround || isAdvertisement(block.text)) {
      block.kind = 'furniture'
      ledger.dropped(
        block,
        isAround ? 'line of the page around the text' : 'name of an advertisement’s place',
      )
    } else {
      ledger.doubt(block, `Unexpected line “${block.text}” within the text, expected around it; it is text`)
    }
  }
}

const isText = (block: Block): boolean =>
  block.kind === 'stanza' || (block.words >= 20 && endsSentence(block.text) && !isFurniture(block.text))
