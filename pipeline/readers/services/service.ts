import type { ReaderState } from '../reader.js'

/** What a column can hold, besides an attribute. */
export const roles = [
  'email',
  /** In full. */
  'name',
  'firstName',
  'lastName',
  'state',
  /** Since when the state holds, or since when the reader is on the list. */
  'since',
  'tags',
  'consentAt',
  'consentSource',
  'consentAddress',
  /** Several attributes, as a JSON object. */
  'attributes',
  /** Left out: it is of no use without the service. */
  'nothing',
] as const
export type Role = (typeof roles)[number]

/** Which columns have a role, by `columnKey`. Of several, the first that is not empty counts; of tags, all do. */
export type ColumnsOfRoles = Readonly<Partial<Record<Role, readonly string[]>>>

/** How it stands with the reader of a row; or why nobody is to be added, or what cannot be read. */
export type ServiceState = ReaderState | { readonly leftOut: string } | { readonly fault: string }

/** A row, as a service looks at it. */
export interface ServiceRow {
  /** The cell of a column, by `columnKey`, trimmed; empty where there is no such column. */
  cell(column: string): string
  /** Whether there is such a column. */
  has(column: string): boolean
  /** The file's name without its folder; empty where it is not known. */
  readonly file: string
}

/** A service that letters were sent with, by the list of readers that it exports. */
export interface Service {
  /** As people know it. */
  readonly name: string
  /** Whether a table with these columns, by `columnKey`, is its. */
  recognises(columns: ReadonlySet<string>): boolean
  /** Columns that are not here are attributes, or what their name says. */
  readonly columns: ColumnsOfRoles
  /** Where nothing else is said, the column of the state says it, in words. */
  state?(row: ServiceRow): ServiceState
  /** A cell as it was before it was made safe for spreadsheets. */
  cell?(written: string): string
  /** An attribute by its column's heading. */
  attribute?(heading: string): string | undefined
}

/** A column by its heading, whatever its case and whichever signs stand between words: `email_address`. */
export const columnKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_')
