import type { VFileMessage } from 'vfile-message'
import type { SourceLine } from '../../templates/report/account.js'
import { lineOf, type RunFindings } from './run.js'

/** Characters that are shown around what was found: a paragraph may be one line. */
const around = 110
/** And of what was found. */
const mostFound = 160

/** The line of the source that a finding is about, with what was found in it where that is known. */
export function sourceLineOf(message: VFileMessage, run: RunFindings): SourceLine | undefined {
  const { line = 0, column = 1, place } = message
  const text = lineOf(run, message.file ?? '', line ?? undefined)
  if (!text || text.trim() === '') return undefined
  const start = Math.min(text.length, (column ?? 1) - 1)
  const end =
    place && 'start' in place ? (place.end.line === line ? place.end.column - 1 : text.length) : start
  const isWhole = text.slice(0, start).trim() === '' && text.slice(end).trim() === ''
  const found = isWhole ? '' : text.slice(start, end)
  const [before, after] = isWhole ? [text.trim(), ''] : [text.slice(0, start), text.slice(end)]
  return {
    before: (found ? fromEnd(before, around) : shortened(before, 2 * around)).trimStart(),
    found: shortened(found, mostFound),
    after: shortened(after, around).trimEnd(),
  }
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text
const fromEnd = (text: string, most: number): string =>
  text.length > most ? `…${text.slice(1 - most)}` : text
