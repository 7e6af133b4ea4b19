import { letters } from '../reading.js'
import type { Edit } from './edits.js'
import type { StreamFonts } from './fonts.js'
import { beginsMark, isTagged, showsText } from './operator-names.js'
import { type Operator, readOperators, stringOperands } from './operators.js'
import { isSoftHyphen } from './soft-hyphens.js'

/** Reads a document's words from stream to stream. */
export interface Reader {
  /** What comes next in the document after what was shown, as `readAlong` says it. */
  next(shown: string): string
  /** The end of what was shown. */
  tail: string
}

/** Marked content with a text of its own, in UTF-16. */
const spoken = /^\/Span\s*<<\s*\/ActualText\s*<FEFF((?:[0-9A-F]{4})*)>\s*>>\s*BDC$/i
const hyphen = /^[-\u2010]$/
const fontName = /\/(\S+)/

/** Marked content that is cut in three, for the hyphen of a divided word to be an element of its own. */
export interface Cut {
  readonly mcid: number
  /** The numbers of the hyphen's content, and of what follows it. */
  readonly hyphen: number
  readonly rest: number
}

interface Mark {
  readonly tagged: boolean
  /** The number of its content, and the name it has. */
  mcid: number | undefined
  readonly name: string
  /** What it says in place of its glyphs. */
  readonly text: string | undefined
  readonly softHyphen: boolean
}

/**
 * Puts a space where a line ends between two words: Chromium leaves it out, and words by structure or in a search would
 * be one (ISO 32000-1, 14.8.2.5). It is drawn as what it is, a glyph without outline. The hyphen of a divided word is cut
 * out of the content around it, so that the structure can tell it from one that the writer wrote (14.8.2.2.3). A text of
 * its own in the content would do as well, but programs that read by place, and put such words together, look for the
 * hyphen there.
 *
 * @param free the first number that no content of the page has; undefined where nothing can be cut
 */
export function mendLineEnds(
  source: string,
  fonts: StreamFonts,
  reader: Reader,
  free: number | undefined,
): { readonly edits: Edit[]; readonly cuts: Cut[] } {
  const edits: Edit[] = []
  const cuts: Cut[] = []
  const marks: Mark[] = []
  /** What was shown since the reader was asked: operators with their fonts, or texts. */
  let shown: (Operator | string)[] = []
  let shownIn: string[] = []
  let font = ''
  let setFont = ''
  /** Where a space may be put in, and the font there, with what sets it. */
  let place: { readonly at: number; readonly font: string; readonly setFont: string } | undefined
  /** Where the text object begins of which nothing was shown yet. */
  let begins: number | undefined
  let afterSoftHyphen = false
  /** Where the text object begins that may be a hyphen's. */
  let hyphenFrom: number | undefined

  const textOf = (font: string, operator: Operator) =>
    fonts.textOf(font, stringOperands(source, operator).join('')) ?? '\uFFFC'
  const show = (what: Operator | string) => {
    shown.push(what)
    shownIn.push(font)
  }
  const tail = () => {
    let text = ''
    for (let index = shown.length - 1; index >= 0 && text.length < letters; index--) {
      // Both lists are as long.
      const part = shown[index] as Operator | string
      text = (typeof part === 'string' ? part : textOf(shownIn[index] as string, part)) + text
    }
    return (reader.tail + text).slice(-letters)
  }
  const ask = (following: string) => {
    begins = undefined
    if (shown.length === 0) return
    const text = tail()
    const next = /\s$/.test(text) ? '' : reader.next(text)
    const missing = next === ' ' && !/^\s/.test(following)
    if (missing && place) edits.push({ start: place.at, end: place.at, text: spaceIn(place, fonts) })
    reader.tail = missing || next === '\n' ? text + next : text
    shown = []
    shownIn = []
  }
  const cut = (from: number, to: number) => {
    const mark = marks.at(-1)
    if (mark?.mcid === undefined || free === undefined) return
    const parts = { mcid: mark.mcid, hyphen: free + 2 * cuts.length, rest: free + 2 * cuts.length + 1 }
    cuts.push(parts)
    mark.mcid = parts.rest
    edits.push({ start: from, end: from, text: `EMC\n/Span <</MCID ${parts.hyphen}>> BDC\n` })
    edits.push({ start: to, end: to, text: `\nEMC\n${mark.name} <</MCID ${parts.rest}>> BDC` })
  }

  for (const operator of readOperators(source)) {
    const { name, start, end } = operator
    if (beginsMark.has(name)) {
      const mark = markOf(source.slice(start, end), marks.at(-1))
      marks.push(mark)
      if (mark.text && mark.tagged) {
        if (begins !== undefined) ask(mark.text)
        show(mark.text)
      }
    } else if (name === 'EMC') {
      const mark = marks.pop()
      if (mark?.softHyphen) afterSoftHyphen = true
      else if (mark?.text !== undefined && mark.tagged) place = { at: end, font, setFont }
    } else if (name === 'BT') begins = start
    else if (name === 'ET') {
      if (hyphenFrom !== undefined) cut(hyphenFrom, end)
      hyphenFrom = undefined
    } else if (name === 'Tf') {
      setFont = source.slice(start, end)
      font = fontName.exec(setFont)?.[1] ?? ''
    } else if (showsText.has(name)) {
      const mark = marks.at(-1)
      if (!mark?.tagged || mark.text !== undefined) continue
      if (begins !== undefined) {
        const text = textOf(font, operator)
        if (afterSoftHyphen && hyphen.test(text)) {
          hyphenFrom = begins
          begins = undefined
          afterSoftHyphen = false
          continue
        }
        ask(text)
      }
      hyphenFrom = undefined
      afterSoftHyphen = false
      show(operator)
      place = { at: end, font, setFont }
    }
  }
  ask('')
  return { edits, cuts }
}

/** The operators for a space behind what was shown: a font of which only words were set lacks one, another has it. */
function spaceIn({ font, setFont }: { font: string; setFont: string }, fonts: StreamFonts): string {
  const own = fonts.spaceOf(font)
  if (own) return `\n${own} Tj`
  const other = fonts.fontWithSpace()
  const space = other && fonts.spaceOf(other)
  return space ? `\n${setFont.replace(fontName, `/${other}`)}\n${space} Tj\n${setFont}` : ''
}

function markOf(written: string, around: Mark | undefined): Mark {
  const softHyphen = isSoftHyphen(written)
  const [, name = ''] = /^(\/\S+)/.exec(written) ?? []
  const [, mcid] = /\/MCID (\d+)/.exec(written) ?? []
  return {
    tagged: around?.tagged || isTagged(written),
    mcid: mcid === undefined ? undefined : Number(mcid),
    name,
    text: softHyphen ? '' : spokenText(written),
    softHyphen,
  }
}

function spokenText(mark: string): string | undefined {
  const [, digits] = spoken.exec(mark) ?? []
  return digits === undefined
    ? undefined
    : Buffer.from(digits, 'hex').swap16().toString('utf16le').replaceAll('\u00AD', '')
}
