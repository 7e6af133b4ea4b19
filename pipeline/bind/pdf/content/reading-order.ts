import { compared } from '../reading.js'
import { isSign, type Run, type VisualText } from './visual-text.js'

/** The words of a line are drawn from the last to the first: what comes next may stand so many letters before. */
const lineLength = 500

/**
 * Finds the order in which a text is read that is known as it is drawn. Which way its line runs is not known, so the
 * document is asked: each order is looked for there.
 *
 * @param words of the document, as `wordsRead` has them
 * @returns a function from a text to its words, with the space behind them that the end of a line has swallowed;
 *   undefined where they are read as they are drawn, or the document has them in no order that could be meant.
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
    const drawn = text.map(asDrawn).join('')
    const lines = linesOf(text)
    // Letters that were told to run the other way are drawn as they are read.
    const tried = text.some(run => run.isReversed) ? orders : [inOneDirection, ...orders]
    for (const order of tried) {
      for (const gap of lines.length > 1 ? [' ', ''] : ['']) {
        const read = lines.map(order).join(gap)
        const end = find(read)
        if (end === undefined) continue
        if (read === drawn) return undefined
        return words[end] === ' ' && !/\s$/.test(read) ? `${read} ` : read
      }
    }
    return undefined
  }
}

type Line = readonly Run[]

function linesOf(text: VisualText): Line[] {
  const lines: Run[][] = []
  for (const run of text) {
    const last = lines.at(-1)
    if (last?.[0]?.line === run.line) last.push(run)
    else lines.push([run])
  }
  return lines
}

/** Signs that are drawn as their mirror images where they run from the right (UAX 9, L4). */
const mirrored: Readonly<Record<string, string>> = Object.fromEntries(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap(([left = '', right = '']) => [
    [left, right],
    [right, left],
  ]),
)

const asDrawn = ({ shown }: Run): string => shown.map(({ text }) => text).join('')

const turned = ({ shown }: Run): string =>
  [...shown]
    .reverse()
    .map(({ text, isSaid }) => (isSaid ? text : (mirrored[text] ?? text)))
    .join('')

const fromLeft = (run: Run): string => (run.isFromRight ? turned(run) : asDrawn(run))
const fromRight = (run: Run): string => (run.isFromRight || isSign(run) ? turned(run) : asDrawn(run))

const inOneDirection = (line: Line): string => line.map(asDrawn).join('')

/** A line that runs from the right; one from the left; one from the left, with numbers in what runs from the right. */
const orders: readonly ((line: Line) => string)[] = [
  line => [...line].reverse().map(fromRight).join(''),
  line => line.map(fromLeft).join(''),
  line => {
    const first = line.findIndex(run => run.isFromRight)
    const behind = line.findLastIndex(run => run.isFromRight) + 1
    const inside = line.slice(Math.max(0, first), behind).reverse()
    return [
      ...line.slice(0, Math.max(0, first)).map(fromLeft),
      ...inside.map(fromRight),
      ...line.slice(behind).map(fromLeft),
    ].join('')
  },
]
