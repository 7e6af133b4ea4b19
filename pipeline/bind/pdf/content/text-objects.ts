import { type Area, clipped, hasLine, moved, whole } from './area.js'
import { beginsMark, isTagged, paintsPath, showsText } from './operator-names.js'
import { readOperators } from './operators.js'

/** A text object (ISO 32000-1, 9.4), or anything else that is painted. */
export interface Painted {
  readonly start: number
  readonly end: number
  readonly isText: boolean
  /** The font of its first glyph and where its line begins, as they are written; undefined where it shows no glyph. */
  readonly place: string | undefined
  /** Whether the line that it stands on is within what is shown of the page. */
  readonly isWithin: boolean
  /** Whether it has a text in place of what it shows (14.9.4). */
  readonly isSpoken: boolean
}

/** A piece of content that the structure tree knows by its number, and what it paints, in order. */
export interface TaggedContent {
  /** Its beginning, `BDC` with its operands. */
  readonly start: number
  readonly begun: number
  readonly painted: readonly Painted[]
}

/** The tagged content of a page. What is in a mark within it is a part that is not text. */
export function taggedContents(source: string): TaggedContent[] {
  const contents: (TaggedContent & { readonly painted: Painted[] })[] = []
  const marks: ((typeof contents)[number] | undefined)[] = []
  const saved: Area[] = []
  let area = whole
  let rectangle: string | undefined
  let isClip = false
  let font = ''
  let line = ''
  let text: { from: number; depth: number; place?: string; isWithin: boolean; isSpoken: boolean } | undefined

  const add = (painted: Painted) => marks.findLast(mark => mark !== undefined)?.painted.push(painted)
  const paint = (start: number, end: number) =>
    add({ start, end, isText: false, place: undefined, isWithin: true, isSpoken: false })
  for (const { name, start, end } of readOperators(source)) {
    // Most of a page is glyphs and the steps between them, of which the first glyph says all.
    if (name === 'Td' || (name === 'Tj' && text?.place !== undefined)) continue
    if (showsText.has(name)) {
      if (text && text.place === undefined) text.place = `${font} ${line}`
    } else if (beginsMark.has(name)) {
      const written = source.slice(start, end)
      if (text) text.isSpoken ||= written.includes('/ActualText')
      const content = isTagged(written) ? { start, begun: end, painted: [] } : undefined
      if (content) contents.push(content)
      marks.push(content)
    } else if (name === 'EMC') marks.pop()
    else if (name === 'BT') text = { from: start, depth: marks.length, isWithin: true, isSpoken: false }
    else if (name === 'ET') {
      // A text in a mark that is no content of its own cannot be taken out of what is around that.
      const isText = marks.length === text?.depth && marks.at(-1) !== undefined
      if (text) {
        const { from, place, isWithin, isSpoken } = text
        add({ start: from, end, isText, place, isWithin, isSpoken })
      }
      text = undefined
    } else if (name === 'Tf') font = source.slice(start, end)
    else if (name === 'Tm') {
      line = source.slice(start, end)
      if (text && !text.place) text.isWithin = hasLine(area, line)
    } else if (name === 'q') saved.push(area)
    else if (name === 'Q') area = saved.pop() ?? whole
    else if (name === 'cm') area = moved(area, source.slice(start, end))
    else if (name === 're') rectangle = source.slice(start, end)
    else if (name === 'W' || name === 'W*') isClip = true
    else if (name === 'n' || paintsPath.has(name)) {
      if (isClip && rectangle !== undefined) area = clipped(area, rectangle)
      if (name !== 'n') paint(start, end)
      isClip = false
      rectangle = undefined
    } else if (name === 'Do' || name === 'sh') paint(start, end)
  }
  return contents
}
