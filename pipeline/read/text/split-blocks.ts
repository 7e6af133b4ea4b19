import { isAlone } from './alone.js'
import type { Block } from './block.js'
import { joined } from './join.js'
import type { Layout } from './layout.js'
import type { Line, Run } from './lines.js'
import { markerOf } from './markers.js'
import { countWords, endsInColon, endsSentence, startsSmall } from './measures.js'
import { isVerse, isWrapped } from './run-shapes.js'

/** Runs of lines as blocks: paragraphs that were wrapped are one, lines that belong to nothing are each their own. */
export function splitBlocksOf(runs: readonly Run[], layout: Layout): Block[] {
  const first = runs.findIndex(run => isVerse(run, layout) || hasParagraph(run, layout))
  return runs.flatMap((run, index) => piecesOf(run, layout, first < 0 || index < first))
}

/** Whether a run is of the text itself, and not of what stands at its head. */
function hasParagraph(run: Run, layout: Layout): boolean {
  const text = isWrapped(run, layout) ? run.lines.map(line => line.text).join(' ') : ''
  const whole = (words: string) => countWords(words) >= 20 && endsSentence(words)
  return whole(text) || run.lines.some(line => whole(line.text))
}

function piecesOf(run: Run, layout: Layout, isHead: boolean): Block[] {
  if (run.lines.length === 1) return [block(run.lines, run.gap, false)]
  if (run.lines.every(line => line.text.startsWith('>'))) return [block(run.lines, run.gap, false)]
  if (isVerse(run, layout)) return [{ ...block(run.lines, run.gap, true), kind: 'stanza' }]
  const hasAlone = run.lines.some(line => isAlone(line.text))
  const isFilled = isWrapped(run, layout) && !(isHead && hasAlone)
  const standAlone = !isFilled && (isHead || layout.linePerParagraph || hasAlone)
  const sentences = run.lines.filter(line => countWords(line.text) >= 12 && endsSentence(line.text)).length
  const isEach = standAlone || (!isFilled && sentences >= 2)
  const pieces = pieced(run.lines, (line, before, start) => {
    if (isItem(line, before, start, isFilled)) return true
    if (isFilled) return isIndented(line, before, start)
    if (goesOn(line, before, start)) return false
    return isEach || markerOf(start) !== undefined
  })
  return pieces.map((lines, index) => {
    const [start] = lines
    const keeps = !isFilled && !isEach && markerOf(start) === undefined
    return block(lines, index === 0 ? run.gap : 0, keeps)
  })
}

/**
 * Whether a line begins an item. In a text that was wrapped a dash or a number may stand first in a line by chance: there
 * an item follows another, or a colon.
 */
function isItem(line: Line, before: Line, start: Line, isFilled: boolean): boolean {
  const marker = markerOf(line)
  if (!marker || !isFilled || /^[•◦▪●■]/u.test(line.text)) return marker !== undefined
  const above = markerOf(start)
  if (above?.sort === marker.sort) return marker.count === 0 || marker.count === above.count + 1
  return endsInColon(before.text) && marker.count <= 1
}

/** Whether a line of a wrapped text begins a paragraph by being set in, as books do. */
const isIndented = (line: Line, before: Line, start: Line): boolean =>
  line.indent >= before.indent + 2 &&
  line.indent === start.indent &&
  endsSentence(before.text) &&
  !markerOf(start)

/** Whether a line of a run that is not filled goes on with the sentence of the line before it. */
function goesOn(line: Line, before: Line, start: Line): boolean {
  if (isAlone(line.text) || isAlone(before.text)) return false
  if (before.text.endsWith('\u00AD')) return true
  const isHanging = markerOf(start) !== undefined && line.indent > start.indent
  return isHanging || (startsSmall(line.text) && !endsSentence(before.text) && before.text.length >= 30)
}

function pieced(
  lines: readonly [Line, ...Line[]],
  begins: (line: Line, before: Line, start: Line) => boolean,
): [Line, ...Line[]][] {
  let open: [Line, ...Line[]] = [lines[0]]
  const pieces = [open]
  let before = lines[0]
  for (const line of lines.slice(1)) {
    if (begins(line, before, open[0])) {
      open = [line]
      pieces.push(open)
    } else open.push(line)
    before = line
  }
  return pieces
}

function block(lines: readonly [Line, ...Line[]], gap: number, breaks: boolean): Block {
  const text = breaks ? withBreaks(lines) : joined(lines)
  return { lines, text, breaks: breaks && lines.length > 1, gap, words: countWords(text), kind: 'paragraph' }
}

const withBreaks = (lines: readonly Line[]): string =>
  lines
    .map(line => line.text)
    .join('\n')
    .replace(/\u00AD\n?/g, '')
