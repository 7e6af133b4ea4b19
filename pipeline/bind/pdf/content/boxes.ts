/** A rectangle on a page, in points from its lower left corner (ISO 32000-1, 7.9.5). */
export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** A transformation (ISO 32000-1, 8.3.4): `[a b c d e f]`. */
export type Matrix = readonly [number, number, number, number, number, number]

/** The transformation that changes nothing. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The operands of `cm` or `Tm`, as they are written. */
export function matrixIn(written: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = written.split(/\s+/, 6).map(Number)
  return [a, b, c, d, e, f]
}

/** One transformation before another. */
export function multiplied([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

/** The upright rectangle around a transformed one. */
export function transformed({ left, bottom, right, top }: Box, [a, b, c, d, e, f]: Matrix): Box {
  const corners = [left, right].flatMap(x =>
    [bottom, top].map(y => [a * x + c * y + e, b * x + d * y + f] as const),
  )
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) }
}

/** How high a rectangle is, in points. */
export const heightOf = ({ bottom, top }: Box): number => top - bottom

/** The rectangle around two. */
export function around(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
    top: Math.max(one.top, other.top),
  }
}

/** Whether the middle of a rectangle lies within another. */
export function coversMiddle(outer: Box, { left, bottom, right, top }: Box): boolean {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2]
  return x >= outer.left && x <= outer.right && y >= outer.bottom && y <= outer.top
}

/** Whether two rectangles touch, or would with a space between words or the leading of a line less between them. */
export function isNear(one: Box, other: Box): boolean {
  const height = Math.min(heightOf(one), heightOf(other))
  const across = Math.max(one.left, other.left) - Math.min(one.right, other.right)
  const upright = Math.max(one.bottom, other.bottom) - Math.min(one.top, other.top)
  return across < height && upright < height / 4
}

/** Rectangles, those joined that stand in one line with no more between them than the line is high. */
export function joinedInLines(boxes: readonly Box[]): Box[] {
  const lines: Box[] = []
  for (const box of boxes) {
    const at = lines.findIndex(line => isBeside(line, box))
    const line = lines[at]
    if (line) lines[at] = around(line, box)
    else lines.push(box)
  }
  return lines.length < boxes.length ? joinedInLines(lines) : lines
}

function isBeside(one: Box, other: Box): boolean {
  const height = Math.min(heightOf(one), heightOf(other))
  const shared = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom)
  const gap = Math.max(one.left, other.left) - Math.min(one.right, other.right)
  return shared > height / 2 && gap < height
}
