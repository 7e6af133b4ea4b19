import type { NewReader } from '../reader.js'
import { attributeHeading, ownColumns } from '../services/trifold.js'
import { withoutFormulas } from './formulas.js'

/** Tells a spreadsheet that the file is UTF-8; whoever reads it otherwise takes it off. */
const byteOrderMark = '\uFEFF'

/** The list changed while it was written, so that the file would lack something of it. */
export class ListChanged extends Error {
  override name = 'ListChanged'
}

/**
 * The list as CSV (RFC 4180), row by row: our own columns, then one for each attribute that a reader has. `readCsv` reads
 * the same readers in it again. No cell is a formula to a spreadsheet: see `withoutFormulas`.
 *
 * Ids are not in it, nor how often delivery failed: they are of no use in another list.
 *
 * @param readers called twice, since the head row has the names of all attributes
 * @throws ListChanged
 */
export async function* exportCsv(
  readers: () => Iterable<NewReader> | AsyncIterable<NewReader>,
): AsyncGenerator<string, void> {
  const names = new Set<string>()
  for await (const { attributes } of readers()) for (const name of Object.keys(attributes)) names.add(name)
  const attributes = [...names].sort()
  yield byteOrderMark + row([...ownColumns, ...attributes.map(attributeHeading)])
  for await (const reader of readers()) {
    if (!Object.keys(reader.attributes).every(name => names.has(name))) {
      throw new ListChanged('The list was changed while it was written; write it once more')
    }
    yield row(cellsOf(reader, attributes))
  }
}

function cellsOf(
  { email, name, state, since, tags, consent, attributes }: NewReader,
  names: readonly string[],
) {
  const own: Record<(typeof ownColumns)[number], string> = {
    email,
    name: name ?? '',
    state,
    since: time(since),
    tags: tags.join(', '),
    consent_at: consent ? time(consent.at) : '',
    consent_source: consent?.source ?? '',
    consent_address: consent?.address ?? '',
  }
  return [
    ...ownColumns.map(column => own[column]),
    ...names.map(each => (Object.hasOwn(attributes, each) ? (attributes[each] ?? '') : '')),
  ]
}

const time = (at: number): string => new Date(at).toISOString()

const row = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

function cell(text: string): string {
  const safe = withoutFormulas(text)
  return /[",;\s]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
