import { isAttributeName } from '../attribute-name.js'
import { withFormulas } from '../csv/formulas.js'
import { columnKey, type Service } from './service.js'

/** The columns that each of our own lists has, in this order; attributes follow. */
export const ownColumns = [
  'email',
  'name',
  'state',
  'since',
  'tags',
  'consent_at',
  'consent_source',
  'consent_address',
] as const

/** Stands before an attribute that is called as a column is. */
const prefix = 'attribute.'

/** The heading of an attribute's column. */
export const attributeHeading = (name: string): string =>
  name.startsWith(prefix) || (ownColumns as readonly string[]).includes(columnKey(name))
    ? prefix + name
    : name

/** What `exportCsv` writes. */
export const trifold: Service = {
  name: 'Trifold',
  recognises: columns => ownColumns.every(column => columns.has(column)),
  columns: {
    email: ['email'],
    name: ['name'],
    state: ['state'],
    since: ['since'],
    tags: ['tags'],
    consentAt: ['consent_at'],
    consentSource: ['consent_source'],
    consentAddress: ['consent_address'],
  },
  cell: withFormulas,
  attribute(heading) {
    const name = heading.startsWith(prefix) ? heading.slice(prefix.length) : heading
    return isAttributeName(name) ? name : undefined
  },
}
