import type { Tokens } from '../tokens.js'

/** Width and height of the papers that CSS names, in millimetres (css-page-3, 5.1.1). */
const papers: Readonly<Record<string, readonly [number, number]>> = {
  A5: [148, 210],
  A4: [210, 297],
  A3: [297, 420],
  B5: [176, 250],
  B4: [250, 353],
  'JIS-B5': [182, 257],
  'JIS-B4': [257, 364],
  Letter: [215.9, 279.4],
  Legal: [215.9, 355.6],
  Ledger: [279.4, 431.8],
}

const unit: Readonly<Record<string, number>> = { mm: 72 / 25.4, cm: 720 / 25.4, in: 72, pt: 1 }

/** The width between the margins of a theme's page, in points; A4's where the size is one that is not known. */
export function textWidth({ size, margins }: Tokens['paper']): number {
  const [, outer, , inner] = margins
  return sheetWidth(size) - (outer + inner) * millimetre
}

/** The height between them, in points. */
export function textHeight({ size, margins }: Tokens['paper']): number {
  const [top, , bottom] = margins
  return sheetOf(size)[1] - (top + bottom) * millimetre
}

const millimetre = 72 / 25.4

/** The margins as much smaller as the sheet is narrower than A4, in whole millimetres; no larger on a larger sheet. */
export function marginsFor({ size, margins }: Tokens['paper']): Tokens['paper']['margins'] {
  const factor = Math.min(1, sheetWidth(size) / (210 * millimetre))
  const [top, outer, bottom, inner] = margins
  const part = (length: number) => Math.round(length * factor)
  return [part(top), part(outer), part(bottom), part(inner)]
}

/** Between two columns, in points: two letters of running text. */
export const columnGap = ({ body }: Tokens['paper']): number => 2 * body

/** The width that a column of the text has at the most, in points. */
export const columnWidth = (paper: Tokens['paper']): number =>
  paper.columns === 1 ? textWidth(paper) : (textWidth(paper) - columnGap(paper)) / 2

const sheetWidth = (size: string): number => sheetOf(size)[0]

/** The sides of a sheet, in points; A4's where the size is one that is not known. */
export function sheetOf(size: string): readonly [width: number, height: number] {
  const lengths = [...size.matchAll(/(\d+(?:\.\d+)?)(mm|cm|in|pt)\b/g)].map(
    ([, number, name = '']) => Number(number) * (unit[name] ?? 1),
  )
  const [across, down = across] = lengths
  if (across !== undefined && down !== undefined) return [across, down]
  const [name = '', orientation] = size.trim().split(/\s+/)
  const [width, height] = papers[name] ?? [210, 297]
  const sides = [width * millimetre, height * millimetre] as const
  return orientation === 'landscape' ? [sides[1], sides[0]] : sides
}
