/** A point of the art's box, in per cent of its sides. */
type Point = readonly [x: number, y: number]
export type Polygon = readonly Point[]

/** A sheet folded in three, standing: its faces, and the sheet behind it. */
export interface Folds {
  readonly behind: Polygon
  readonly faces: readonly { readonly polygon: Polygon; readonly light: 0 | 1 | 2 }[]
}

/** The folded sheet of an issue: where it is folded, and how far each fold leans, follow from its slug. */
export function foldsOf(slug: string): Folds {
  const next = numbersFrom(slug)
  const between = (least: number, most: number) => Math.round((least + next() * (most - least)) * 10) / 10
  const rising = next() < 0.5
  const creases = [0, between(22, 42), between(58, 78), 100]
  const near = (at: number) => (at % 2 === 0) === rising
  const top = creases.map((_, at) => (near(at) ? between(24, 36) : between(4, 12)))
  const back = creases.map((_, at) => (near(at) ? between(0, 6) : between(22, 32)))
  const faces = [0, 1, 2].map(at => {
    const isLit = (top[at] ?? 0) > (top[at + 1] ?? 0)
    return { polygon: face(creases, top, at), light: lightOf(isLit, at) }
  })
  return {
    behind: [...creases.map((x, at): Point => [x, back[at] ?? 0]), [100, 100], [0, 100]],
    faces,
  }
}

/** Of two faces that lean alike the second is a little farther from the light. */
const lightOf = (isLit: boolean, at: number): 0 | 1 | 2 => (isLit ? (at === 2 ? 1 : 0) : 2)

function face(creases: readonly number[], top: readonly number[], at: number): Polygon {
  const [left = 0, right = 100] = [creases[at], creases[at + 1]]
  // Each reaches under the next, so that no ground shows in the seam.
  const under = at === 2 ? right : right + 0.2
  return [
    [left, top[at] ?? 0],
    [right, top[at + 1] ?? 0],
    [under, top[at + 1] ?? 0],
    [under, 100],
    [left, 100],
  ]
}

/** Numbers from 0 to 1 that follow from a text (FNV-1a, then mulberry32). */
function numbersFrom(text: string): () => number {
  let state = 0x811c9dc5
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mix = Math.imul(state ^ (state >>> 15), 1 | state)
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix
    return ((mix ^ (mix >>> 14)) >>> 0) / 4294967296
  }
}

/** A polygon as CSS, for `clip-path`. */
export const clip = (polygon: Polygon): string =>
  `polygon(${polygon.map(([x, y]) => `${x}% ${y}%`).join(', ')})`
