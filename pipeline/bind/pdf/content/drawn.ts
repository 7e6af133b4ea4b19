import { dictAt, name, nameAt } from '../objects.js'
import { PDFRawStream } from '../pdf-lib.js'
import { type Area, clipped, hasLine, moved, whole } from './area.js'
import { type Box, identity, joinedInLines, type Matrix, matrixIn, multiplied, transformed } from './boxes.js'
import { fontsOf, type StreamFonts } from './fonts.js'
import { type GlyphSizes, glyphSizes } from './glyph-sizes.js'
import { propertiesOf } from './mark-properties.js'
import { beginsMark, isArtifact, paintsPath, showsText } from './operator-names.js'
import { type Operator, readOperators, stringOperands } from './operators.js'
import { type ContentStream, readStream } from './streams.js'

/** What of the graphics state (ISO 32000-1, 8.4) says where something is drawn. */
interface State {
  readonly matrix: Matrix
  readonly area: Area
  readonly font: Font | undefined
}

interface Font {
  readonly called: string
  readonly size: number
  readonly sizes: GlyphSizes
}

/**
 * Where the content of some numbers is drawn on a page: its letters, a rectangle for each text object and line, and its
 * figures. Spaces, paths, artifacts, shadows, which are pictures of the page, and lines that are cut away are none, nor is
 * what a form draws.
 *
 * @throws {UnreadableContent} as `readOperators` and `readStream` do.
 */
export function drawnBoxes(content: ContentStream, wanted: ReadonlySet<number>): ReadonlyMap<number, Box[]> {
  const source = readStream(content.stream)
  const fonts = fontsOf(content)
  const written = ({ start, end }: Operator) => source.slice(start, end)
  const found = new Map<number, Box[]>()
  const marks: (number | undefined)[] = []
  let isFigure = false
  const saved: State[] = []
  let state: State = { matrix: identity, area: whole, font: undefined }
  let line = identity
  let isShown = true
  let text: Box[] = []
  let rectangle: string | undefined
  let isClip = false
  const add = (mcid: number | undefined, boxes: readonly Box[]) => {
    if (mcid !== undefined) found.set(mcid, [...(found.get(mcid) ?? []), ...boxes])
  }
  const flush = () => {
    if (text.length > 0) add(marks.at(-1), joinedInLines(text))
    text = []
  }
  for (const operator of readOperators(source)) {
    const called = operator.name
    if (beginsMark.has(called)) {
      flush()
      const mark = written(operator)
      isFigure = mark.startsWith('/Figure')
      const { mcid = marks.at(-1) } = propertiesOf(mark, undefined)
      marks.push(mcid !== undefined && wanted.has(mcid) && !isArtifact(mark) ? mcid : undefined)
    } else if (called === 'EMC') {
      flush()
      marks.pop()
    } else if (called === 'q') saved.push(state)
    else if (called === 'Q') state = saved.pop() ?? state
    else if (called === 'cm') {
      const cm = written(operator)
      state = { ...state, matrix: multiplied(matrixIn(cm), state.matrix), area: moved(state.area, cm) }
    } else if (called === 're') rectangle = written(operator)
    else if (called === 'W' || called === 'W*') isClip = true
    else if (called === 'n' || paintsPath.has(called)) {
      if (isClip && rectangle !== undefined) state = { ...state, area: clipped(state.area, rectangle) }
      isClip = false
      rectangle = undefined
    } else if (called === 'BT') line = identity
    else if (called === 'ET') flush()
    else if (called === 'Tf') state = { ...state, font: fontSet(content, written(operator)) }
    else if (called === 'Tm') {
      const tm = written(operator)
      line = matrixIn(tm)
      isShown = hasLine(state.area, tm)
    } else if (marks.at(-1) === undefined) continue
    else if (called === 'Td') {
      const [x = 0, y = 0] = written(operator).split(/\s+/, 2).map(Number)
      line = multiplied([1, 0, 0, 1, x, y], line)
    } else if (showsText.has(called) && state.font && isShown) {
      const box = textBox(stringOperands(source, operator).join(''), state.font, fonts)
      if (box) text.push(transformed(box, multiplied(line, state.matrix)))
    } else if (called === 'Do' && isFigure && isPicture(content, written(operator)))
      add(marks.at(-1), [transformed({ left: 0, bottom: 0, right: 1, top: 1 }, state.matrix)])
  }
  return found
}

/** The rectangle of a text from its first letter to its last, where it begins at 0; undefined where it has none. */
function textBox(codes: string, { called, size, sizes }: Font, fonts: StreamFonts): Box | undefined {
  let x = 0
  let left: number | undefined
  let right = 0
  for (let at = 0; at + sizes.bytes <= codes.length; at += sizes.bytes) {
    const low = codes.charCodeAt(at + sizes.bytes - 1)
    const code = sizes.bytes === 1 ? low : codes.charCodeAt(at) * 256 + low
    const width = sizes.widthOf(code) * size
    const isSpace = sizes.bytes === 2 && fonts.textOf(called, codes.slice(at, at + 2))?.trim() === ''
    if (!isSpace) {
      left ??= x
      right = x + width
    }
    x += width
  }
  if (left === undefined) return undefined
  return { left, right, bottom: sizes.descent * size, top: sizes.ascent * size }
}

function fontSet({ resources }: ContentStream, setFont: string): Font | undefined {
  const [, called = '', size] = /\/(\S+)\s+(-?[\d.]+)/.exec(setFont) ?? []
  const dict = dictAt(dictAt(resources, 'Font'), called)
  return dict && { called, size: Number(size), sizes: glyphSizes(dict) }
}

function isPicture({ resources }: ContentStream, draws: string): boolean {
  const [, called = ''] = /\/(\S+)/.exec(draws) ?? []
  const object = dictAt(resources, 'XObject')?.lookup(name(called))
  return object instanceof PDFRawStream && nameAt(object.dict, 'Subtype') === 'Image'
}
