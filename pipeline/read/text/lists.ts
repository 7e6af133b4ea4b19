import { type Block, isOpen } from './block.js'
import type { Ledger } from './ledger.js'
import { type Marker, markerOf } from './markers.js'
import { endsInColon, shown } from './measures.js'

/**
 * Items are lines with a sign before them, two in a row at least; those with numbers count from one. A dash is a sign
 * only after a colon, since dialogue begins with dashes too.
 */
export function findLists(blocks: readonly Block[], ledger: Ledger): void {
  let group = 0
  for (let index = 0; index < blocks.length; index++) {
    const first = blocks[index]
    const marker = first && isOpen(first) && !first.breaks ? markerOf(first.lines[0]) : undefined
    if (!first || !marker) continue
    const run = runFrom(blocks, index, marker)
    const before = blocks[index - 1]
    const isLed = before !== undefined && endsInColon(before.text)
    const isList = run.length >= 2 && marker.count <= 1 && (marker.sort !== 'dash' || isLed)
    if (isList) {
      group++
      for (const block of run) take(block, marker, group)
      ledger.guess(
        first,
        `Unexpected plain lines from “${shown(first.text)}” on, taken for a list of ${run.length} items`,
      )
    } else if (marker.sort === 'bullet') {
      ledger.doubt(
        first,
        `Unexpected sign of a list before one line alone, “${shown(first.text)}”; it is text`,
      )
    }
    index += run.length - 1
  }
}

function runFrom(blocks: readonly Block[], start: number, first: Marker): Block[] {
  const run: Block[] = []
  for (let index = start; index < blocks.length; index++) {
    const block = blocks[index]
    const marker = isOpen(block) && !block.breaks ? markerOf(block.lines[0]) : undefined
    if (!block || marker?.sort !== first.sort) break
    if (first.count > 0 && marker.count !== first.count + run.length) break
    run.push(block)
  }
  return run
}

function take(block: Block, { sort }: Marker, group: number): void {
  const own = markerOf(block.lines[0])
  block.text = block.text.slice(own?.written.length ?? 0).trimStart()
  block.kind = sort === 'number' || sort === 'letter' ? 'step' : 'item'
  block.group = group
  if (sort === 'letter') block.letters = true
}
