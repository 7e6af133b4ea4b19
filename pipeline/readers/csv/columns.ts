import { readAddress } from '../address.js'
import { attributeName } from '../attribute-name.js'
import { type ColumnsOfRoles, columnKey, type Role, roles, type Service } from '../services/service.js'
import { serviceOf } from '../services/services.js'
import { shown } from '../shown.js'

/** Names of columns in lists that no service exported. */
const aliases: ColumnsOfRoles = {
  email: ['email', 'e_mail', 'email_address', 'e_mail_address', 'emailaddress', 'mail', 'e_mail_adresse'],
  name: ['name', 'full_name', 'fullname', 'display_name'],
  firstName: ['first_name', 'firstname', 'given_name', 'fname', 'vorname'],
  lastName: ['last_name', 'lastname', 'surname', 'family_name', 'lname', 'nachname'],
  state: ['status', 'state', 'subscription_status'],
  since: ['since', 'created_at', 'created', 'creation_date', 'subscribed_at', 'signup_date', 'date_added'],
  tags: ['tags', 'labels', 'segments', 'groups', 'lists'],
  consentAt: [
    'consent_at',
    'consent_time',
    'consent_date',
    'consent',
    'opted_in_at',
    'optin_time',
    'confirmed_at',
  ],
  consentSource: ['consent_source', 'signup_source'],
  consentAddress: ['consent_address', 'consent_ip', 'optin_ip', 'ip_address'],
}
/** What is known by these names wherever a list comes from. */
const common = ['email', 'name', 'firstName', 'lastName'] as const

/** Headings for the language, which merge tags and segments know as `lang`. */
const languages = new Set(['lang', 'language', 'locale'])

/** A cell of an attribute. */
export interface AttributeColumn {
  readonly index: number
  readonly name: string
}

/** What the columns of a table hold. */
export interface Columns {
  /** As they are written; numbers where there is no head row. */
  readonly headings: readonly string[]
  /** By `columnKey`. */
  readonly byKey: ReadonlyMap<string, number>
  readonly service?: Service
  /** The cells of a role, those that count first first. */
  readonly ofRole: Readonly<Record<Role, readonly number[]>>
  readonly attributes: readonly AttributeColumn[]
}

/**
 * What each column holds, by the head row; undefined where no column has addresses.
 *
 * @param sample the row after it, by which a column of addresses is known that has another name
 */
export function columnsOf(
  head: readonly string[],
  sample: readonly string[] | undefined,
): Columns | undefined {
  const byKey = new Map<string, number>()
  head.forEach((heading, index) => {
    const key = columnKey(heading)
    if (key !== '' && !byKey.has(key)) byKey.set(key, index)
  })
  const service = serviceOf(new Set(byKey.keys()))
  const ofRole = Object.fromEntries(roles.map(role => [role, columnsOfRole(role, byKey, service)])) as Record<
    Role,
    readonly number[]
  > // the keys are the roles
  if (ofRole.email.length === 0) {
    const index = sample?.findIndex(isAddress) ?? -1
    const named = index >= 0 ? index : (byKey.get('address') ?? -1)
    if (named < 0) return undefined
    ofRole.email = [named]
  }
  return {
    headings: head,
    byKey,
    ...(service ? { service } : {}),
    ofRole,
    attributes: attributesOf(head, ofRole, service),
  }
}

/** The columns of a table without a head row: what is no address has a number for its name. */
export function columnsByRow(row: readonly string[]): Columns | undefined {
  if (!row.some(isAddress)) return undefined
  return columnsOf(
    row.map((_, index) => `column ${index + 1}`),
    row,
  )
}

/** Whether a row is one of readers and not the head: a heading is no address. */
export const isAddress = (cell: string): boolean => 'email' in readAddress(cell)

/** What a column becomes, for people. */
export function becomes(columns: Columns, index: number): string {
  const held = roles.filter(role => role !== 'nothing' && columns.ofRole[role].includes(index))
  const attribute = columns.attributes.find(each => each.index === index)
  const all = [
    ...held.map(role => words[role] ?? role),
    ...(attribute ? [`attribute ${attribute.name}`] : []),
  ]
  return all.length > 0 ? all.join(', ') : 'left out'
}

const words: Readonly<Partial<Record<Role, string>>> = {
  firstName: 'name',
  lastName: 'name',
  consentAt: 'time of consent',
  consentSource: 'source of consent',
  consentAddress: 'network address of consent',
}

function columnsOfRole(
  role: Role,
  byKey: ReadonlyMap<string, number>,
  service: Service | undefined,
): readonly number[] {
  const present = (keys: readonly string[] | undefined) => (keys ?? []).flatMap(key => byKey.get(key) ?? [])
  const own = present(service?.columns[role])
  if (own.length > 0) return own
  // What a service has beside its own columns are fields of the publication, where a state is one of a country.
  if (service && !(common as readonly Role[]).includes(role)) return []
  return present(aliases[role]).slice(0, 1)
}

function attributesOf(
  head: readonly string[],
  ofRole: Readonly<Record<Role, readonly number[]>>,
  service: Service | undefined,
): readonly AttributeColumn[] {
  const names = new Set<string>()
  const parts = new Set([...ofRole.firstName, ...ofRole.lastName])
  const taken = new Set(roles.flatMap(role => ofRole[role]))
  return head.flatMap((heading, index) => {
    if (taken.has(index) && !parts.has(index)) return []
    const plain = service?.attribute?.(heading) ?? attributeName(heading) ?? `column_${index + 1}`
    const wanted = ofRole.firstName.includes(index)
      ? 'first_name'
      : ofRole.lastName.includes(index)
        ? 'last_name'
        : languages.has(plain)
          ? 'lang'
          : plain
    const name = unlike(names, wanted, plain)
    names.add(name)
    return [{ index, name }]
  })
}

/** A name that no column before has. */
function unlike(names: ReadonlySet<string>, wanted: string, plain: string): string {
  const free = [wanted, plain].find(name => !names.has(name))
  if (free) return free
  let number = 2
  while (names.has(`${plain}_${number}`)) number += 1
  return `${plain}_${number}`
}

/** The head row as a message shows it. */
export const shownHead = (head: readonly string[]): string =>
  head.slice(0, 8).map(shown).join(', ') + (head.length > 8 ? ` and ${head.length - 8} more` : '')
