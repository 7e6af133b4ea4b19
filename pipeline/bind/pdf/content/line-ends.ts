import { bare, type Gap, letters } from '../reading.js'
import type { Edit } from './edits.js'
import type { Space, StreamFonts } from './fonts.js'
import { beginsMark, isTagged, showsText } from './operator-names.js'
import { type Operator, readOperators, stringOperands } from './operators.js'
import { isSoftHyphen } from './soft-hyphens.js'

/** Marked content with a text of its own, in UTF-16. */
const spoken = /^\/Span\s*<<\s*\/ActualText\s*<FEFF((?:[0-9A-F]{4})*)>\s*>>\s*BDC$/i
const hyphen = /^[-\u2010]$/

/** Marked content that is cut in three, for the hyphen of a divided word to be an element of its own. */
export interface Cut {
  readonly mcid: number
  /** The numbers of the hyphen's content, and of what follows it. */
  readonly hyphen: number
  readonly rest: number
}

/** Where a space may be put in, with the font there and how it was set. */
interface Place {
  readonly at: number
  readonly font: string
  readonly setFont: string
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
 * @param next what the document has behind what was shown, as `readAlong` says it
 * @param free the first number that no content of the page has; undefined where nothing can be cut
 */
export function mendLineEnds(
  source: string,
  fonts: StreamFonts,
  next: (shown: string) => Gap,
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
  let place: Place | undefined
  /** Where the text object begins of which nothing was shown yet. */
  let begins: number | undefined
  let afterSoftHyphen = false
  /** Where the text object begins that may be a hyphen's. */
  let hyphenFrom: number | undefined

  const textOf = (font: string, operator: Operator) =>
    fonts.textOf(font, stringOperands(source, operator).join('')) ?? '\uFFFC'
  const textAt = (index: number) => {
    // Both lists are as long.
    const part = shown[index] as Operator | string
    return typeof part === 'string' ? part : textOf(shownIn[index] as string, part)
  }
  const show = (what: Operator | string) => {
    shown.push(what)
    shownIn.push(font)
  }
  /** What was shown, or as much of its end as tells a place: of a line of dashes, all. */
  const shownLast = () => {
    let text = ''
    for (let index = shown.length - 1; index >= 0 && (text.length < letters || isOneSign(text)); index--)
      text = bare(textAt(index)) + text
    return text
  }
  const ask = (following: string) => {
    begins = undefined
    if (shown.length === 0) return
    const gap = next(shownLast())
    const missing = gap === ' ' && !/\s$/.test(textAt(shown.length - 1)) && !/^\s/.test(following)
    const space = missing && place ? fonts.spaceFor(place.font) : undefined
    if (place && space) edits.push({ start: place.at, end: place.at, text: spaceIn(space, place) })
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
      font = /\/(\S+)/.exec(setFont)?.[1] ?? ''
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

const isOneSign = (text: string): boolean => /^(.)\1*$/u.test(text)

/** A space, in the font of its place or in another, after which that of its place is set again. */
function spaceIn({ font, operand }: Space, place: Place): string {
  const shown = `\n${operand} Tj`
  return font === place.font
    ? shown
    : `\n${place.setFont.replace(`/${place.font}`, `/${font}`)}${shown}\n${place.setFont}`
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
