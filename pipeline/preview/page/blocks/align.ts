import { chainOf, endOf } from './chain.js'
import { lettersOf } from './letters.js'
import { piece, type Sighting, sightings } from './sightings.js'
import type { Range, Stream } from './stream.js'

/** What is known of a block's text. */
export interface BlockText {
  readonly text: string
  readonly orText?: string
}

/** So much of a block has to be read for it to be there: an email may have its beginning alone. */
const enough = 0.3
/** So much of it where it stands out of order, as a note does that was moved, and so many letters at least. */
const enoughElsewhere = 0.6
const lettersElsewhere = 20
/** So many letters may stand in a block that are not its own: the number of a note, an address, the foot of a page. */
const between = 80
/** A short block is looked for so many letters from the one before it. */
const near = 4000

/**
 * Where each block is read: by letters alone, in order, and where that finds nothing, elsewhere. Nothing for one that is
 * not there, or of which nobody can say where.
 */
export function align(blocks: readonly BlockText[], stream: Stream): readonly (readonly Range[])[] {
  const { letters } = stream
  const texts = blocks.map(({ text }) => lettersOf(text))
  const offsets: number[] = []
  let total = 0
  for (const text of texts) {
    offsets.push(total)
    total += text.length
  }
  const found = sightings(letters, texts)
  const parts = texts.map((): Sighting[] => [])
  for (const sighting of chainOf(found, offsets, total)) parts[sighting.block]?.push(sighting)
  const ranges = parts.map((of, block) => (isEnough(of, texts[block] ?? '', enough) ? joined(of) : []))

  fillGaps(ranges, blocks, texts, stream)
  moved(ranges, texts, found)
  return ranges
}

const isEnough = (parts: readonly Sighting[], text: string, share: number): boolean =>
  parts.length > 0 && parts.reduce((sum, { length }) => sum + length, 0) >= share * text.length

/** Parts as ranges; what stands between two that are near belongs to the block. */
function joined(parts: readonly Sighting[]): Range[] {
  const ranges: Range[] = []
  for (const part of parts) {
    const last = ranges.at(-1)
    if (last && part.start - last.end <= between)
      ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, endOf(part)) }
    else ranges.push({ start: part.start, end: endOf(part) })
  }
  return ranges
}

/** Blocks that are short, or like many others, are where they have to be: between those around them. */
function fillGaps(
  ranges: Range[][],
  blocks: readonly BlockText[],
  texts: readonly string[],
  { letters, pieces }: Stream,
): void {
  const edges = new Set(pieces.flatMap(({ start, end }) => [start, end]))
  const ends: number[] = []
  let end = letters.length
  for (let block = ranges.length - 1; block >= 0; block -= 1) {
    ends[block] = end
    end = ranges[block]?.[0]?.start ?? end
  }
  let from = 0
  for (const [block, text] of texts.entries()) {
    const there = ranges[block] ?? []
    if (there.length === 0) {
      const to = Math.min(ends[block] ?? 0, from + near)
      const { orText } = blocks[block] ?? {}
      for (const wanted of orText === undefined ? [text] : [text, lettersOf(orText)]) {
        const start = indexIn(letters, wanted, from, to, edges)
        if (start === undefined || there.length > 0) continue
        there.push({ start, end: start + wanted.length })
      }
    }
    from = there.at(-1)?.end ?? from
  }
}

/** Where a text is first read between two places; a short one only where a piece of text begins, and one ends. */
function indexIn(
  letters: string,
  wanted: string,
  from: number,
  to: number,
  edges: ReadonlySet<number>,
): number | undefined {
  if (wanted === '') return undefined
  const window = letters.slice(from, to)
  for (let at = window.indexOf(wanted); at >= 0; at = window.indexOf(wanted, at + 1))
    if (wanted.length >= piece || (edges.has(from + at) && edges.has(from + at + wanted.length)))
      return from + at
  return undefined
}

/** Blocks that a format has somewhere else: notes at the foot of a page, say. */
function moved(ranges: Range[][], texts: readonly string[], found: readonly Sighting[]): void {
  const taken = ranges.flat().sort((a, b) => a.start - b.start)
  const isFree = ({ start, length }: Sighting) => {
    let low = 0
    let high = taken.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((taken[middle]?.end ?? 0) <= start) low = middle + 1
      else high = middle
    }
    return (taken[low]?.start ?? Number.POSITIVE_INFINITY) >= start + length
  }
  const byBlock = new Map<number, Sighting[]>()
  for (const sighting of found)
    if (ranges[sighting.block]?.length === 0 && isFree(sighting))
      byBlock.set(sighting.block, [...(byBlock.get(sighting.block) ?? []), sighting])
  for (const [block, seen] of byBlock) {
    const text = texts[block] ?? ''
    const longest = seen.reduce((one, other) => (other.length > one.length ? other : one))
    const reach = text.length + between
    const around = seen
      .filter(({ start }) => Math.abs(start - longest.start) <= reach)
      .sort((a, b) => a.start - b.start)
    if (text.length >= lettersElsewhere && isEnough(around, text, enoughElsewhere))
      ranges[block] = joined(around)
  }
}
