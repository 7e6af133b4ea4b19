/** Structure types of words in a line (ISO 32000-1, tables 338 and 339), and NonStruct, which has no meaning of its own. */
const inline: ReadonlySet<string> = new Set([
  ...['Span', 'Quote', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'NonStruct'],
  ...['Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP', 'Figure', 'Formula', 'Form'],
])

/** What may stand in a line or by itself, as code and formulas do. */
const either: ReadonlySet<string> = new Set(['Code', 'Formula', 'Figure'])

/** Structure types that group others and have no text of their own (table 333). */
const grouping: ReadonlySet<string> = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote'])

/**
 * What stands before and after an element: nothing where it goes on in its line, a space where it is said apart from the
 * words beside it, as the reading above a word is, and else the end of a line.
 *
 * @param type its standard structure type, or the one written where there is none
 * @param around that of the nearest element around it which has a meaning; undefined at the top
 */
export function apart(type: string, around: string | undefined): '' | ' ' | '\n' {
  if (type === 'RT') return ' '
  if (either.has(type)) return around === undefined || grouping.has(around) ? '\n' : ''
  return inline.has(type) ? '' : '\n'
}
