/** What stands between the cells of a row. */
export const separators = [',', ';', '\t'] as const
export type Separator = (typeof separators)[number]

/** How a table is written, and where it begins. */
export interface Dialect {
  readonly separator: Separator
  /** Characters to leave out at the beginning: the line `sep=;`, with which Excel is told the same. */
  readonly skip: number
}

/**
 * How a table is written, by its first line: the separator that stands in it most often outside of quotation marks, a
 * comma where there is none.
 */
export function dialectOf(start: string): Dialect {
  const told = /^sep=([,;\t])\n/i.exec(start)
  if (told) return { separator: told[1] as Separator /* the pattern has these alone */, skip: told[0].length }
  const line = firstRow(start)
  const unquoted = line.replace(/"[^"]*"/g, '')
  const counts = separators.map(each => unquoted.split(each).length)
  return { separator: separators[counts.indexOf(Math.max(...counts))] ?? ',', skip: 0 }
}

/** Whether the first row is there as a whole. */
export const hasFirstRow = (start: string): boolean => firstRow(start).length < start.length

function firstRow(start: string): string {
  const text = start.replace(/^\n+/, '')
  let quotes = 0
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index)
    if (sign === '"') quotes += 1
    if (sign === '\n' && quotes % 2 === 0) return text.slice(0, index)
  }
  return text
}
