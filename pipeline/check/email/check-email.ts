import type { VFileMessage } from 'vfile-message'
import { finding, type Where } from '../../messages.js'
import { byPlace } from '../../parse/places.js'
import { times, together } from '../together.js'
import type { CheckedEmail, EmailFinding, EmailRule } from './checked-email.js'
import type { PlaceOf } from './places.js'
import { clients } from './rules/clients.js'
import { headings } from './rules/headings.js'
import { hidden } from './rules/hidden.js'
import { ids } from './rules/ids.js'
import { images } from './rules/images.js'
import { inbox } from './rules/inbox.js'
import { language } from './rules/language.js'
import { links } from './rules/links.js'
import { styles } from './rules/styles.js'
import { tables } from './rules/tables.js'
import { unsubscribe } from './rules/unsubscribe.js'

/** The rules that every build holds its email to. */
const emailRules: readonly EmailRule[] = [
  inbox,
  language,
  headings,
  images,
  links,
  ids,
  tables,
  styles,
  hidden,
  clients,
  unsubscribe,
]

/** An email that was made, as it is checked. */
export interface MadeEmail {
  /** The HTML that is sent, parsed. */
  readonly email: CheckedEmail
  readonly placeOf: PlaceOf
  /** As messages name the source. */
  readonly file: string
  /** As messages name the config; undefined where there is none. */
  readonly configFile?: string | undefined
}

/** Holds an email to its rules. What a rule finds more than once in the same words is told once, where it is first. */
export async function checkEmail({
  email,
  placeOf,
  file,
  configFile = file,
}: MadeEmail): Promise<VFileMessage[]> {
  const found = emailRules.flatMap(rule => rule(email))
  const messages = together(found, ({ rule, reason }) => `${rule} ${reason}`).map(async each =>
    finding(
      each.first.rule,
      times(each.first.reason, each.times),
      (await whereOf(each.first, email, placeOf)) ?? { file: each.first.ofConfig ? configFile : file },
    ),
  )
  return (await Promise.all(messages)).sort((a, b) => byPlace(a.place, b.place))
}

async function whereOf(
  { at, key }: EmailFinding,
  { elements, issue }: CheckedEmail,
  placeOf: PlaceOf,
): Promise<Where | undefined> {
  const [{ file, places }] = issue.articles
  if (key !== undefined) return { file, place: places?.[key] }
  return at && placeOf(elements.indexOf(at))
}
