import { type Block, isOneLine, isOpen } from './block.js'
import type { Ledger } from './ledger.js'
import { shown } from './measures.js'

const credit =
  /(?:^|[.。।)\s])(?:photo(?:graph)?s?|image|picture|illustration|foto|bild|imagen|crédit photo|фото|صورة|تصوير|फोटो|फ़ोटो|图片|图|摄影)(?: (?:by|courtesy of|credit))?\s*[:：]\s*\S|\b(?:Getty Images|Shutterstock|Unsplash|EPA-EFE|AP Photo)\b/iu

/** What stood under a picture: the paste has not got the picture, so the words are text, and a person must see to them. */
export function findCaptions(blocks: readonly Block[], ledger: Ledger): void {
  for (const block of blocks) {
    if (!isOpen(block) || !isOneLine(block) || block.words > 60 || !credit.test(block.text)) continue
    block.kind = 'caption'
    ledger.doubt(
      block,
      `Unexpected caption without its picture, “${shown(block.text)}”; it is a paragraph: add the picture`,
    )
  }
}
