import { cleanValue } from './clean-value.js'

/** Tags that a cell holds: between commas or semicolons, in quotation marks or not, or as a JSON list. */
export function readTags(cell: string): readonly string[] {
  const json = /^\s*\[/.test(cell) ? jsonList(cell) : undefined
  return tidyTags(json ?? cell.match(/"(?:[^"]|"")*"|[^",;|]+/g) ?? [])
}

/** Tags as the list keeps them: lower case, sorted, each once, without signs that stand between tags. */
export function tidyTags(written: Iterable<string>): readonly string[] {
  const tags = new Set([...written].map(each => cleanValue(each.replace(/[",;|]/g, ' ')).toLowerCase()))
  tags.delete('')
  return [...tags].sort()
}

function jsonList(cell: string): string[] | undefined {
  try {
    const read: unknown = JSON.parse(cell)
    return Array.isArray(read) ? read.filter(each => typeof each === 'string') : undefined
  } catch {
    return undefined
  }
}
