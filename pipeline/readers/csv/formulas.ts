/** Signs that make a formula of a cell, in the forms that are taken for them (OWASP, "CSV Injection"). */
const formula = '[=+\\-@|%\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE66\\uFE62\\uFE63\\uFE6B\\u2212]'
/** What may stand before one and is passed over: spaces, quotation marks, what cannot be seen. */
const before = '[^\\S\\t\\r\\n]|[\'"\\u201C\\u201D\\u2018\\u2019`]|\\p{Cf}'

/** Where a cell begins; a tab or a line break there is as unsafe. */
const first = new RegExp(`^(?=(?:${before})*${formula}|'*[\\t\\r\\n])`, 'u')
const firstSafe = new RegExp(`^'(?=(?:${before})*${formula}|'*[\\t\\r\\n])`, 'u')
/** Behind what a program can take for a separator or the end of a row. */
const later = new RegExp(`([;\\t\\r\\n])(?=(?:${before})*${formula})`, 'gu')
const laterSafe = new RegExp(`([;\\t\\r\\n])'(?=(?:${before})*${formula})`, 'gu')
/** Most cells have none of the signs. */
const suspect = /[=+\-@|%\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]/

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe stands before what would begin one, also in a part of it
 * that a program with another separator would take for a cell.
 */
export const withoutFormulas = (cell: string): string =>
  suspect.test(cell) ? cell.replace(later, "$1'").replace(first, "'") : cell

/** The cell that `withoutFormulas` was given. */
export const withFormulas = (cell: string): string =>
  cell.includes("'") && suspect.test(cell) ? cell.replace(firstSafe, '').replace(laterSafe, '$1') : cell
