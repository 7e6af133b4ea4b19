import { type Block, isOpen } from './block.js'
import type { Ledger } from './ledger.js'
import { countWords } from './measures.js'

const labelled =
  /^(\p{Lu}[^:：.!?,;"“”]{0,40}|[\p{Script=Han}]{1,8}|[\p{Lo}\p{M} ]{1,30})[:：](?=\s|[^\s/\d])/u

/** The turns of an interview: names with a colon that come again and again, of two speakers at least. */
export function findTurns(blocks: readonly Block[], ledger: Ledger): void {
  const speakers = new Map<string, Block[]>()
  for (const block of blocks) {
    const label = isOpen(block) && block.words > countWords(labelOf(block) ?? '') ? labelOf(block) : undefined
    if (label === undefined) continue
    const turns = speakers.get(label)
    if (turns) turns.push(block)
    else speakers.set(label, [block])
  }
  const known = [...speakers].filter(([, turns]) => turns.length >= 2)
  const [first] = known[0]?.[1] ?? []
  if (known.length < 2 || !first) return
  for (const [label, turns] of known) {
    for (const block of turns) {
      block.kind = 'turn'
      block.label = block.text.slice(0, label.length)
    }
  }
  ledger.guess(
    first,
    `Unexpected names with colons, ${known.map(([label]) => `“${label}”`).join(', ')}, taken for the speakers of an interview`,
  )
}

function labelOf(block: Block): string | undefined {
  const found = labelled.exec(block.text.slice(0, 60))?.[0]
  return found && countWords(found) <= 5 ? found : undefined
}
