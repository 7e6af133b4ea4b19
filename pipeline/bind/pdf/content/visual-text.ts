import { compared } from '../reading.js'
import type { StreamFonts } from './fonts.js'
import { beginsMark, showsText } from './operator-names.js'
import { readOperators, stringOperands } from './operators.js'

/** Letters that are written from the right: those of Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin. */
export const rightToLeft =
  /(?=\p{L})[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** A piece of a line that runs one way: what it shows, from the left to the right as it is drawn. */
interface Run {
  /** Where it begins, as it is written: text in several fonts begins at one place, and moves on from there. */
  readonly place: string
  readonly line: string
  readonly shown: string[]
  /** Whether it runs from the right: it says so, or has letters that do. */
  isFromRight: boolean
}

interface Mark {
  readonly mcid: number | undefined
  /** Whether a text stands in place of what is shown. */
  readonly isSpoken: boolean
  /** Whether Chromium says that what is shown runs from the right (ISO 32000-1, 14.8.2.3.3). */
  readonly isReversed: boolean
}

/** The content of a number: its runs, from the left to the right of each line, one line after another. */
export type VisualText = readonly Run[]

/** The content of each number of a page in which something runs from the right. */
export function visualTexts(source: string, fonts: StreamFonts): ReadonlyMap<number, VisualText> {
  const runs = new Map<number, Run[]>()
  const marks: Mark[] = []
  let font = ''
  let place = ''
  const show = (text: string, mcid: number) => {
    const known = runs.get(mcid) ?? []
    runs.set(mcid, known)
    let run = known.at(-1)
    if (run?.place !== place) {
      run = { place, line: place.slice(place.lastIndexOf(' ') + 1), shown: [], isFromRight: false }
      known.push(run)
    }
    run.shown.push(text)
    run.isFromRight ||= marks.at(-1)?.isReversed || rightToLeft.test(text)
  }
  for (const operator of readOperators(source)) {
    const { name, start, end } = operator
    if (beginsMark.has(name)) {
      const written = source.slice(start, end)
      const [, number] = /\/MCID (\d+)/.exec(written) ?? []
      const [, digits] = /\/ActualText\s*<FEFF((?:[0-9A-F]{4})*)>/i.exec(written) ?? []
      const around = marks.at(-1)
      const mcid = number === undefined ? around?.mcid : Number(number)
      if (digits !== undefined && mcid !== undefined && !around?.isSpoken)
        show(Buffer.from(digits, 'hex').swap16().toString('utf16le'), mcid)
      marks.push({
        mcid,
        isSpoken: around?.isSpoken || digits !== undefined,
        isReversed: around?.isReversed || written.startsWith('/ReversedChars'),
      })
    } else if (name === 'EMC') marks.pop()
    else if (name === 'Tf') font = /\/(\S+)/.exec(source.slice(start, end))?.[1] ?? ''
    else if (name === 'Tm') place = /(\S+\s+\S+)\s+Tm$/.exec(source.slice(start, end))?.[1] ?? ''
    else if (showsText.has(name)) {
      const { mcid, isSpoken } = marks.at(-1) ?? {}
      if (mcid !== undefined && !isSpoken)
        show(fonts.textOf(font, stringOperands(source, operator).join('')) ?? '\uFFFC', mcid)
    }
  }
  return new Map([...runs].filter(([, text]) => text.some(isFromRight)))
}

const isFromRight = (run: Run) => run.isFromRight

/** The words of a line are drawn from the last to the first: what comes next may stand so many letters before. */
const lineLength = 500

/**
 * Finds the order in which a text is read that is known as it is drawn. Which way its line runs is not known, so the
 * document is asked: each order is looked for there.
 *
 * @param words of the document, as `wordsRead` has them
 * @returns a function from a text to its words, with the space behind them that the end of a line has swallowed;
 *   undefined where the document has them in no order that could be meant.
 */
export function readingOrder(words: string): (text: VisualText) => string | undefined {
  let at = 0
  const find = (text: string): number | undefined => {
    const looked = compared(text).trim()
    if (looked === '') return undefined
    const ahead = words.indexOf(looked, at)
    const found = ahead < 0 ? words.indexOf(looked) : ahead
    if (found < 0) return undefined
    at = Math.max(0, found - lineLength)
    return found + looked.length
  }
  return text => {
    const lines = linesOf(text)
    for (const order of orders) {
      for (const gap of [' ', '']) {
        const read = lines.map(line => order(line).map(inOrder).join('')).join(gap)
        const end = find(read)
        if (end === undefined) continue
        return words[end] === ' ' && !/\s$/.test(read) ? `${read} ` : read
      }
    }
    return undefined
  }
}

function linesOf(text: VisualText): Run[][] {
  const lines: Run[][] = []
  for (const run of text) {
    const last = lines.at(-1)
    if (last?.[0]?.line === run.line) last.push(run)
    else lines.push([run])
  }
  return lines
}

const inOrder = (run: Run): string => (run.isFromRight ? [...run.shown].reverse() : run.shown).join('')

/** A line that runs from the right; one from the left; one from the left, with numbers in what runs from the right. */
const orders: readonly ((line: readonly Run[]) => readonly Run[])[] = [
  line => [...line].reverse(),
  line => line,
  line => {
    const first = line.findIndex(isFromRight)
    const last = line.findLastIndex(isFromRight)
    if (first < 0) return line
    return [...line.slice(0, first), ...line.slice(first, last + 1).reverse(), ...line.slice(last + 1)]
  },
]
