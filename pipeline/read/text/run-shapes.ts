import { isAlone } from './alone.js'
import type { Layout } from './layout.js'
import type { Line, Run } from './lines.js'
import { markerOf } from './markers.js'
import { countWords, endsSentence, startsSmall } from './measures.js'

/** After how many lines of a run the first word of the next would still have had room: a program that wraps leaves none. */
export function fits({ lines }: Run, width: number): number {
  let count = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (!next || markerOf(next)) continue
    const word = /^\S{1,60}/.exec(next.text)?.[0].length ?? 0
    if (line.indent + line.text.length + 1 + word <= width - 1) count++
  }
  return count
}

/** Whether the lines of a run are one text that was wrapped, and not lines that a person ended. */
export function isWrapped(run: Run, { width, isPoem }: Layout): boolean {
  if (isPoem || run.lines.length < 2) return false
  const own = run.lines.reduce((most, line) => Math.max(most, line.indent + line.text.length), 0)
  if (own > 110) return false
  const pairs = run.lines.filter((line, index) => index > 0 && !markerOf(line)).length
  if (pairs === 0) return false
  // An indented block within a wrapped text may have a right margin of its own.
  if (width !== undefined) return own >= width * 0.6 && fits(run, own) <= pairs * 0.2
  return run.lines.length >= 4 && own >= 50 && fits(run, own) <= pairs * 0.2
}

/** Whether a line is as short as one of verse. */
export const isShort = ({ text }: Line): boolean => text.length <= 60 && countWords(text) <= 11

/** Whether a run is a stanza: short lines that end within sentences, none of which can stand alone. */
export function isVerse(run: Run, layout: Layout): boolean {
  const { lines } = run
  if (lines.length < 3 || isWrapped(run, layout)) return false
  if (!lines.every(isShort) || lines.some(line => markerOf(line) || isAlone(line.text))) return false
  if (lines.some(({ text }) => /@|https?:|\d{3}/.test(text))) return false
  const words = lines.reduce((sum, { text }) => sum + countWords(text), 0) / lines.length
  if (words < 2.5 || lines.filter(({ text }) => /^\p{Nd}/u.test(text)).length * 2 >= lines.length)
    return false
  if (layout.isPoem) return true
  const within = lines.filter(({ text }) => /[,;:，；、،—–-]$/u.test(text) || !endsSentence(text)).length
  const goesOn = lines.filter(({ text }, index) => index > 0 && startsSmall(text)).length
  const isCut = lines.filter(({ text }) => /[,;，；、،—–]$/u.test(text)).length >= lines.length * 0.25
  return within >= lines.length * 0.4 && (isCut || goesOn >= lines.length * 0.4)
}
