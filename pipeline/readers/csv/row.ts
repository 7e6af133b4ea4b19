import { readAddress } from '../address.js'
import { cleanValue } from '../clean-value.js'
import { type Consent, type NewReader, type ReaderState, readerStates } from '../reader.js'
import type { Role, ServiceRow } from '../services/service.js'
import { shown } from '../shown.js'
import { readTags, tidyTags } from '../tags.js'
import type { Columns } from './columns.js'
import { jsonAttributes } from './json-attributes.js'
import type { CsvRecord } from './records.js'
import { Fault, longestValue, type RowFault } from './row-fault.js'
import { stateOf } from './state-word.js'
import { readTime } from './time.js'

/** What is said of all rows that do not say it themselves. */
export interface RowDefaults {
  readonly state: ReaderState
  /** Milliseconds since 1970. */
  readonly since: number
  /** Where consent was given, where a row says when and not where. */
  readonly source: string
  /** The file's name without its folder; empty where it has none. */
  readonly file: string
}

/** Characters of a name at most. */
const longestName = 300
/** Tags of a reader at most, and attributes. */
const mostTags = 100
const mostAttributes = 200

/** Makes a reader of a row. */
export function readRow(record: CsvRecord, columns: Columns, defaults: RowDefaults): NewReader | RowFault {
  try {
    return readerOf(record, columns, defaults)
  } catch (error) {
    if (error instanceof Fault) return error.fault
    throw error
  }
}

function readerOf({ cells, line, lastLine }: CsvRecord, columns: Columns, defaults: RowDefaults): NewReader {
  const { service, headings, ofRole } = columns
  if (cells.length > headings.length) {
    throw new Fault(
      `Unexpected ${cells.length} cells${onLines(line, lastLine)}, expected ${headings.length} as in the head row; is a comma or a quotation mark in a cell that is not in quotation marks?`,
    )
  }
  const raw = (index: number): string => service?.cell?.(cells[index] ?? '') ?? cells[index] ?? ''
  const cell = (index: number, longest = longestValue): string => {
    const written = raw(index)
    const heading = headings[index] ?? ''
    if (written.length > longest) {
      throw new Fault(`Unexpected ${written.length} characters, expected at most ${longest}`, heading)
    }
    if (written.includes('\n') && swallowsRows(written)) {
      throw new Fault(
        `Unexpected row within a cell${onLines(line, lastLine)}: a quotation mark before it is not closed; close it, or delete it`,
        heading,
      )
    }
    // In our own export it is what the list has; in another, what is left of a letter.
    if (written.includes('\uFFFD') && service?.cell === undefined) {
      throw new Fault('Unexpected letters that cannot be read, expected a file in UTF-8', heading)
    }
    return cleanValue(written)
  }
  const firstOf = (role: Role, longest?: number): { text: string; column: string } => {
    for (const index of ofRole[role]) {
      const text = cell(index, longest)
      if (text !== '') return { text, column: headings[index] ?? '' }
    }
    return { text: '', column: headings[ofRole[role][0] ?? -1] ?? '' }
  }
  const time = (role: Role): number | undefined => {
    const { text, column } = firstOf(role)
    const read = readTime(text)
    if (text !== '' && read === undefined) {
      throw new Fault(`Unexpected time ${shown(text)}, expected one such as 2026-03-14 09:12:31`, column)
    }
    return read
  }

  const [emailIndex = 0] = ofRole.email
  const address = readAddress(raw(emailIndex))
  if ('fault' in address) throw new Fault(address.fault, headings[emailIndex])
  const state = stateIn(columns, raw, firstOf('state'), defaults)
  const parts = [firstOf('firstName', longestName).text, firstOf('lastName', longestName).text]
  const name = firstOf('name', longestName).text || parts.filter(part => part !== '').join(' ')
  const tags = tidyTags(ofRole.tags.flatMap(index => readTags(cell(index, 10_000))))
  if (tags.length > mostTags) {
    throw new Fault(
      `Unexpected ${tags.length} tags, expected at most ${mostTags}`,
      headings[ofRole.tags[0] ?? -1],
    )
  }
  const consent = consentOf(
    time('consentAt'),
    firstOf('consentSource').text,
    firstOf('consentAddress').text,
    defaults,
  )
  const attributes = new Map(
    ofRole.attributes.flatMap(index => jsonAttributes(raw(index), headings[index] ?? '')),
  )
  for (const { index, name: attribute } of columns.attributes) {
    const value = cell(index)
    if (value !== '') attributes.set(attribute, value)
  }
  if (attributes.size > mostAttributes) {
    throw new Fault(`Unexpected ${attributes.size} attributes, expected at most ${mostAttributes}`)
  }
  return {
    email: address.email,
    ...(name === '' ? {} : { name }),
    state,
    since: time('since') ?? defaults.since,
    attributes: Object.fromEntries(attributes),
    tags,
    ...(consent ? { consent } : {}),
  }
}

function stateIn(
  { service, byKey }: Columns,
  raw: (index: number) => string,
  word: { text: string; column: string },
  { state, file }: RowDefaults,
): ReaderState {
  if (!service?.state) {
    const known = stateOf(word.text)
    if (word.text !== '' && !known) {
      throw new Fault(
        `Unexpected state ${shown(word.text)}, expected one of ${readerStates.join(', ')}`,
        word.column,
      )
    }
    return known ?? state
  }
  const row: ServiceRow = {
    cell: column => raw(byKey.get(column) ?? -1).trim(),
    has: column => byKey.has(column),
    file,
  }
  const found = service.state(row)
  if (typeof found === 'object') {
    throw 'fault' in found ? new Fault(found.fault) : new Fault(found.leftOut, undefined, true)
  }
  // What is said of the whole file goes before its `active`: it is how people tell of those who left.
  return found === 'active' ? state : found
}

function consentOf(
  at: number | undefined,
  source: string,
  address: string,
  defaults: RowDefaults,
): Consent | undefined {
  if (at === undefined) return undefined
  return { at, source: source || defaults.source, ...(address === '' ? {} : { address }) }
}

/** Whether lines after a cell's first look like rows: then the cell has taken them in. */
const swallowsRows = (cell: string): boolean =>
  cell
    .split('\n', 100)
    .some((line, index) => index > 0 && /[^\s@]@[^\s@]+\.[^\s@]/.test(line) && /[,;\t]/.test(line))

const onLines = (line: number, lastLine: number): string =>
  lastLine > line ? ` on lines ${line} to ${lastLine}` : ''
