/** A place where a part of a block is read, letter for letter. */
export interface Sighting {
  /** Which block, by its number. */
  readonly block: number
  /** Where the part begins in the block. */
  readonly from: number
  /** Where it begins in what is read. */
  readonly start: number
  /** How many letters it has. */
  readonly length: number
}

/** So many letters are looked up at once. Fewer are found everywhere. */
export const piece = 10
/** Letters that so many blocks have say nothing of where one is. */
const common = 4
/** A block is seen in so many places, and in one more for each so many letters of it. */
const places = 12
const lettersForAnother = 50

/**
 * Every place where a part of a block is read. Blocks are cut into pieces, which are looked for in one go; what is found is
 * widened as far as the letters agree, so that the time is that of reading both.
 */
export function sightings(letters: string, blocks: readonly string[]): Sighting[] {
  const owners = ownersOf(blocks)
  const found = blocks.map((): Sighting[] => [])
  for (let start = 0; start + piece <= letters.length; start += 1) {
    const here = owners.get(letters.slice(start, start + piece))
    if (!here || here.length > common) continue
    for (const { block, from } of here) {
      const text = blocks[block] ?? ''
      const seen = found[block] ?? []
      const isKnown = seen.some(
        known => start - from === known.start - known.from && start < known.start + known.length,
      )
      if (!isKnown && seen.length < places + text.length / lettersForAnother)
        seen.push({ block, ...widened(letters, text, start, from) })
    }
  }
  return found.flat()
}

/** Which blocks have which pieces. */
function ownersOf(blocks: readonly string[]) {
  const owners = new Map<string, { readonly block: number; readonly from: number }[]>()
  for (const [block, text] of blocks.entries())
    for (const from of cuts(text.length)) {
      const key = text.slice(from, from + piece)
      const known = owners.get(key)
      if (!known) owners.set(key, [{ block, from }])
      else if (known.length <= common) known.push({ block, from })
    }
  return owners
}

/** Where a block is cut: its end is looked for as well. */
function cuts(length: number): number[] {
  const found: number[] = []
  for (let from = 0; from + piece <= length; from += piece) found.push(from)
  if (length > piece && length % piece !== 0) found.push(length - piece)
  return found
}

/** As far as the letters are the same on both sides. */
function widened(letters: string, text: string, start: number, from: number): Omit<Sighting, 'block'> {
  let before = 0
  while (before < from && before < start && letters[start - before - 1] === text[from - before - 1])
    before += 1
  let after = piece
  while (
    from + after < text.length &&
    start + after < letters.length &&
    letters[start + after] === text[from + after]
  )
    after += 1
  return { from: from - before, start: start - before, length: before + after }
}
