import { readOperators } from './operators.js'

const softHyphen = /^\/Span\s*<<\s*\/ActualText\s*<FEFF00AD>\s*>>\s*BDC$/i

/**
 * Takes the soft hyphens out of a content stream, so that copied and searched text is clean. Chromium draws
 * each one as a span of a blank glyph; the moves inside the span stay, so that nothing on the page shifts.
 * The hyphen at the end of a line is a glyph of its own, and stays.
 */
export function stripSoftHyphens(source: string): string {
  if (!/FEFF00AD/i.test(source)) return source
  const operators = readOperators(source)
  const kept: string[] = []
  let copied = 0
  for (const [index, begin] of operators.entries()) {
    if (!softHyphen.test(source.slice(begin.start, begin.end))) continue
    let end = index + 1
    while (end < operators.length && operators[end]?.name !== 'EMC') end++
    const inside = operators.slice(index + 1, end)
    const last = operators[end]
    if (!last || inside.some(({ name }) => name !== 'Td' && name !== 'Tj')) continue
    kept.push(source.slice(copied, begin.start))
    for (const move of inside) if (move.name === 'Td') kept.push(source.slice(move.start, move.end))
    copied = last.end
  }
  return kept.join('') + source.slice(copied)
}
