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
  const find = finder(words)
  return text => {
    const drawn = text.map(asDrawn).join('')
    const lines = linesOf(text)
    // Letters that were told to run the other way are drawn as they are read.
    const tried = text.some(run => run.isReversed) ? orders : [inOneDirection, ...orders]
    for (const order of tried) {
      // The space at the end of a line may be drawn at both ends of what is turned round.
      const found = find(lines.map(line => order(line).replace(/ {2,}/g, ' ')))
      if (found === undefined) continue
      if (found.read === drawn) return undefined
      return words[found.end] === ' ' && !/\s$/.test(found.read) ? `${found.read} ` : found.read
    }
    return undefined
  }
}

interface Found {
  /** The lines as one, with a space between two where the document has one. */
  readonly read: string
  /** Where the document goes on. */
  readonly end: number
}

/** Finds lines that follow one another in a document, at first about where the last ones were found. */
function finder(words: string): (lines: readonly string[]) => Found | undefined {
  let at = 0
  /** The spaces between the lines, where the document has them at a place one after another. */
  const gapsFrom = (
    start: number,
    looked: readonly string[],
  ): { gaps: string[]; end: number } | undefined => {
    let end = start
    const gaps: string[] = []
    for (const line of looked) {
      const gap = gaps.length > 0 && line !== '' && words[end] === ' ' ? ' ' : ''
      if (!words.startsWith(line, end + gap.length)) return undefined
      end += gap.length + line.length
      gaps.push(gap)
    }
    return { gaps, end }
  }
  return lines => {
    const looked = lines.map(line => compared(line).trim())
    const [first = ''] = looked
    if (first === '') return undefined
    for (const from of at > 0 ? [at, 0] : [0]) {
      for (let start = words.indexOf(first, from); start >= 0; start = words.indexOf(first, start + 1)) {
        const found = gapsFrom(start, looked)
        if (!found) continue
        at = Math.max(0, start - lineLength)
        return { read: joined(lines, found.gaps), end: found.end }
      }
    }
    return undefined
  }
}

/** Lines as one, their spaces at its beginning and its end kept. */
function joined(lines: readonly string[], gaps: readonly string[]): string {
  const last = lines.length - 1
  return lines
    .map((line, index) => {
      const ended = index < last ? line.trimEnd() : line
      return index > 0 ? (gaps[index] ?? '') + ended.trimStart() : ended
    })
    .join('')
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
