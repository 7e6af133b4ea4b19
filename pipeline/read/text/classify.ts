import type { Block } from './block.js'
import { isOpen } from './block.js'
import { findCaptions } from './captions.js'
import { readFoot } from './foot.js'
import { dropFurniture, tellFurniture } from './furniture.js'
import { readHead } from './head.js'
import type { HeadMatter } from './head-matter.js'
import { findHeadings } from './headings.js'
import { layoutOf } from './layout.js'
import type { Ledger } from './ledger.js'
import { runsOf } from './lines.js'
import { findLists } from './lists.js'
import { findQuotations, type Quotes } from './quotations.js'
import { splitBlocksOf } from './split-blocks.js'
import { findTurns } from './turns.js'

/** A plain text in pieces, each with what it is taken for, and what it says of itself. */
export interface Classified {
  readonly blocks: readonly Block[]
  readonly matter: HeadMatter
}

/**
 * Takes a plain text apart, in zones: what is around it, its head, its foot, and then the body between. Each step only
 * looks at what no step before it has taken.
 */
export function classify(text: string, quotes: Quotes, ledger: Ledger): Classified {
  const runs = runsOf(text)
  const blocks = splitBlocksOf(runs, layoutOf(runs))
  const matter: HeadMatter = { authors: [] }
  markGiven(blocks)
  dropFurniture(blocks, 0, ledger)
  readHead(blocks, matter, ledger)
  dropFurniture(blocks, bodyStart(blocks), ledger)
  tellFurniture(blocks, ledger)
  readFoot(blocks, matter, ledger)
  const body = blocks.filter(block => block.kind !== 'furniture')
  findLists(body, ledger)
  findTurns(body, ledger)
  findCaptions(body, ledger)
  findHeadings(body, bodyStart(body), ledger)
  findQuotations(body, quotes, ledger)
  for (const block of body) if (block.kind === 'stanza') tellVerse(block, body, ledger)
  return { blocks, matter }
}

/** What signs in the text say outright: a rule, and the `>` of a quotation in mail. */
function markGiven(blocks: readonly Block[]): void {
  let group = 0
  for (const block of blocks) {
    if (!isOpen(block)) continue
    if (/^(?:[*_=~—–-] ?){3,80}$|^⁂$|^[•·] [•·] [•·]$/u.test(block.text)) block.kind = 'rule'
    else if (block.lines.every(line => line.text.startsWith('>'))) {
      block.kind = 'quotation'
      block.group = --group
      block.text = block.text.replace(/(^| )(?:> ?)+/g, '$1')
    }
  }
}

function bodyStart(body: readonly Block[]): number {
  return body.findLastIndex(({ kind }) => /^(?:title|standfirst|author|affiliation|date)$/.test(kind)) + 1
}

/** Stanzas in a row are one poem, which is told of once. */
function tellVerse(block: Block, body: readonly Block[], ledger: Ledger): void {
  const before = body[body.indexOf(block) - 1]
  if (before?.kind === 'stanza') {
    if (before.group !== undefined) block.group = before.group
    return
  }
  block.group = block.lines[0].number
  ledger.guess(block, 'Unexpected short lines that end within sentences, taken for verse')
}
