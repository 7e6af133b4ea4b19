/** A line of these signs alone may say how the columns of a table are aligned (GFM 4.10, the delimiter row). */
const delimiters = /^[ \t>|:-]*$/
const blank = /^[ \t>]*$/

/**
 * The lines, from 1, on which a table can begin or go on: the one above a delimiter row, and those from the row on until
 * an empty line. Undefined where there are none. A line too many does no harm.
 */
export function tableLines(text: string): ReadonlySet<number> | undefined {
  const lines = text.split(/\r\n?|\n/)
  const found = new Set<number>()
  let inside = false
  lines.forEach((line, index) => {
    if (isDelimiterRow(line)) {
      found.add(index)
      inside = true
    } else if (blank.test(line)) inside = false
    if (inside) found.add(index + 1)
  })
  return found.size > 0 ? found : undefined
}

const isDelimiterRow = (line: string) =>
  line.includes('-') && (line.includes('|') || line.includes(':')) && delimiters.test(line)
