import type { Edit } from './edits.js'
import { readOperators } from './operators.js'

const softHyphen = /^\/Span\s*<<\s*\/ActualText\s*<FEFF00AD>\s*>>\s*BDC$/i
/** Operators that say where and in which font: a face may lack the blank, and then another is set for it. */
const stays: ReadonlySet<string> = new Set(['Td', 'Tf', 'Tm'])
/** Letters that are one glyph, with their text in UTF-16: a soft hyphen between them is in that text alone. */
const ligature = /^(\/Span\s*<<\s*\/ActualText\s*<FEFF)((?:[0-9A-F]{4})+)(>\s*>>\s*BDC)$/i

/** Whether the beginning of marked content is that of a soft hyphen, for which Chromium draws a blank glyph. */
export const isSoftHyphen = (mark: string): boolean => softHyphen.test(mark)

/**
 * Takes the soft hyphens out of a content stream, so that copied and searched text is clean. Chromium draws
 * each one as a span of a blank glyph, or has it in the text of a ligature around it; the moves inside the span
 * stay, so that nothing on the page shifts. The hyphen at the end of a line is a glyph of its own, and stays.
 */
export function softHyphenEdits(source: string): Edit[] {
  if (!/FEFF[0-9A-F]*00AD/i.test(source)) return []
  const operators = readOperators(source)
  const edits: Edit[] = []
  for (const [index, begin] of operators.entries()) {
    if (begin.name !== 'BDC') continue
    const written = source.slice(begin.start, begin.end)
    if (!softHyphen.test(written)) {
      const [, before = '', text = '', after = ''] = ligature.exec(written) ?? []
      const clean = text.replace(/(?:[0-9A-F]{4})/gi, unit => (/^00AD$/i.test(unit) ? '' : unit))
      if (clean === text || clean === '') continue
      edits.push({ start: begin.start, end: begin.end, text: before + clean + after })
      continue
    }
    let end = index + 1
    while (end < operators.length && operators[end]?.name !== 'EMC') end++
    const inside = operators.slice(index + 1, end)
    const last = operators[end]
    if (!last || inside.some(({ name }) => !stays.has(name) && name !== 'Tj')) continue
    const moves = inside.filter(({ name }) => stays.has(name))
    const text = moves.map(({ start, end }) => source.slice(start, end)).join('\n')
    edits.push({ start: begin.start, end: last.end, text })
  }
  return edits
}
