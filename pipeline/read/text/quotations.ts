import { type Block, isOpen } from './block.js'
import type { Ledger } from './ledger.js'
import { attributesWithin, hasEditorialBrackets, inFirstPerson, opensAsNarration } from './lexicon/speech.js'
import { shown } from './measures.js'
import {
  type Evidence,
  type Narrator,
  namesAnew,
  narratorOf,
  singleMarks,
  weigh,
} from './quotation-evidence.js'

/** Which quotations without marks are set as such: those that are certain, or those that are likely as well. */
export type Quotes = 'safe' | 'likely'

/**
 * Paragraphs that are somebody else's words, though nothing marks them. To put a narrator's words into a speaker's mouth
 * is as bad as the reverse: what is not certain is left as it is by `safe`, and told of either way.
 */
export function findQuotations(blocks: readonly Block[], quotes: Quotes, ledger: Ledger): void {
  const narrator = narratorOf(blocks)
  let group = 0
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    const lead = blocks[index - 1]
    if (!block) continue
    if (lead) narrator.hear(lead)
    if (!isOpen(block)) continue
    if (isCitedAbove(block, blocks[index + 1])) {
      set([block], ++group, 'words in quotation marks above a name', ledger)
      continue
    }
    if (!isOpen(lead) || lead.breaks) continue
    const evidence = weigh(block, lead, narrator)
    if (!evidence) continue
    if (evidence.weight === 'safe' || (evidence.weight === 'likely' && quotes === 'likely')) {
      const more = goesOn(blocks, index, narrator, evidence, quotes, ledger)
      set([block, ...more], ++group, evidence.reason, ledger, evidence.weight === 'likely')
      index += more.length
    } else {
      ledger.doubt(
        block,
        `Unexpected paragraph “${shown(block.text)}”, which may be a quotation: ${evidence.reason}; it is a paragraph`,
      )
    }
  }
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1]
    if (before?.kind !== 'quotation' || !isOpen(block) || !isSignature(block)) continue
    block.kind = 'cited'
    if (before.group !== undefined) block.group = before.group
  }
}

const isSignature = ({ text, words }: Block): boolean => words <= 14 && /^(?:—|–|―|--?)\s?\p{L}/u.test(text)

const isCitedAbove = ({ text }: Block, next: Block | undefined): boolean =>
  isOpen(next) && isSignature(next) && /^[“"„«]/u.test(text) && /[”"“»][.!?]?$/u.test(text.slice(-3))

/** The paragraphs after it that are in the same voice. */
function goesOn(
  blocks: readonly Block[],
  start: number,
  narrator: Narrator,
  { isOfText }: Evidence,
  quotes: Quotes,
  ledger: Ledger,
): Block[] {
  const first = blocks[start]
  const more: Block[] = []
  for (let index = start + 1; index < blocks.length && first; index++) {
    const block = blocks[index]
    if (!isOpen(block) || opensAsNarration(block.text) || attributesWithin(block.text)) break
    const isBracketed = hasEditorialBrackets(block.text)
    const isVoice =
      (inFirstPerson(block.text) && narrator.isQuiet()) || singleMarks(block.text, narrator.marks)
    const isNext =
      isOfText === true && index === start + 1 && narrator.isQuiet() && !namesAnew(block, blocks[start - 1])
    if (isBracketed || (quotes === 'likely' && (isVoice || isNext))) {
      more.push(block)
      ledger.doubt(
        block,
        `Unexpected paragraph “${shown(block.text)}” after a quotation, taken for more of it; see where it ends`,
      )
      if (isNext && !isVoice) break
    } else {
      if (isVoice)
        ledger.doubt(
          block,
          `Unexpected paragraph “${shown(block.text)}” after a quotation, which may be more of it; it is a paragraph`,
        )
      break
    }
  }
  return more
}

function set(
  blocks: readonly Block[],
  group: number,
  reason: string,
  ledger: Ledger,
  isDoubtful = false,
): void {
  for (const block of blocks) {
    block.kind = 'quotation'
    block.group = group
  }
  const [first] = blocks
  if (!first) return
  const said = `Unexpected plain paragraph “${shown(first.text)}”, taken for a quotation: ${reason}`
  if (isDoubtful) ledger.doubt(first, said)
  else ledger.guess(first, said)
}
