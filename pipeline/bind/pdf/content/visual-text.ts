import type { StreamFonts } from './fonts.js'
import { propertiesOf } from './mark-properties.js'
import { beginsMark, showsText } from './operator-names.js'
import { readOperators, stringOperands } from './operators.js'

/** Letters that are written from the right: those of Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin. */
export const rightToLeft =
  /(?=\p{L})[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** What one operator shows. */
export interface Shown {
  readonly text: string
  /** Whether the text is said beside what is drawn: then a bracket is the one that is meant, else the one that is seen. */
  readonly isSaid: boolean
}

/** A piece of a line that runs one way: what it shows, from the left to the right as it is drawn. */
export interface Run {
  /** Where it begins, as it is written: text in several fonts begins at one place, and moves on from there. */
  readonly place: string
  readonly line: string
  readonly shown: Shown[]
  /** Whether Chromium says that it runs from the right (ISO 32000-1, 14.8.2.3.3), as it does of several letters of a font. */
  isReversed: boolean
  /** Whether it does: that is said, or it has letters of that kind. */
  isFromRight: boolean
}

/** The content of a number: its runs, from the left to the right of each line, one line after another. */
export type VisualText = readonly Run[]

interface Mark {
  readonly mcid: number | undefined
  /** The text that stands in place of what is shown. */
  readonly spoken: string | undefined
  /** Whether one does here, or around. */
  readonly isSpoken: boolean
  readonly isReversed: boolean
}

/** The content of each number of a page in which something may run from the right. */
export function visualTexts(source: string, fonts: StreamFonts): ReadonlyMap<number, VisualText> {
  const runs = new Map<number, Run[]>()
  const marks: Mark[] = []
  let font = ''
  let place = ''
  const show = (text: string, mcid: number, isSaid: boolean) => {
    const known = runs.get(mcid) ?? []
    runs.set(mcid, known)
    let run = known.at(-1)
    if (run?.place !== place) {
      const line = place.slice(place.lastIndexOf(' ') + 1)
      run = { place, line, shown: [], isReversed: false, isFromRight: false }
      known.push(run)
    }
    run.shown.push({ text, isSaid })
    run.isReversed ||= marks.at(-1)?.isReversed ?? false
    run.isFromRight ||= run.isReversed || rightToLeft.test(text)
  }
  for (const operator of readOperators(source)) {
    const { name, start, end } = operator
    if (beginsMark.has(name)) marks.push(markOf(source.slice(start, end), marks.at(-1)))
    else if (name === 'EMC') {
      const { spoken, mcid } = marks.at(-1) ?? {}
      // Where it stands is said inside.
      if (spoken !== undefined && mcid !== undefined) show(spoken, mcid, true)
      marks.pop()
    } else if (name === 'Tf') font = /\/(\S+)/.exec(source.slice(start, end))?.[1] ?? ''
    else if (name === 'Tm') place = /(\S+\s+\S+)\s+Tm$/.exec(source.slice(start, end))?.[1] ?? ''
    else if (showsText.has(name)) {
      const { mcid, isSpoken } = marks.at(-1) ?? {}
      if (mcid !== undefined && !isSpoken)
        show(fonts.textOf(font, stringOperands(source, operator).join('')) ?? '\uFFFC', mcid, false)
    }
  }
  return new Map([...runs].filter(([, text]) => mayRunFromRight(text)))
}

function markOf(written: string, around: Mark | undefined): Mark {
  const { mcid, actualText } = propertiesOf(written, undefined)
  const isSpoken = around?.isSpoken ?? false
  return {
    mcid: mcid ?? around?.mcid,
    spoken: isSpoken ? undefined : actualText,
    isSpoken: isSpoken || actualText !== undefined,
    isReversed: around?.isReversed || written.startsWith('/ReversedChars'),
  }
}

/** In a paragraph that runs from the right, what stands around words from the left does: a full stop, a number in brackets. */
const mayRunFromRight = (text: VisualText): boolean => text.length > 1 || text.some(run => run.isFromRight)

/** A sign by itself runs as its line does, and nothing in it says so. */
export const isSign = ({ shown }: Run): boolean => !shown.some(({ text }) => /[\p{L}\p{N}]/u.test(text))
