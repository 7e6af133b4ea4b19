import type { VFileMessage } from 'vfile-message'
import type { MjmlElement } from '../../../templates/jsx/mjml/jsx-runtime.js'
import type { Issue, Publication } from '../../article.js'
import { finding, type Where } from '../../messages.js'
import { byPlace } from '../../parse/places.js'
import { type CheckedEmail, type EmailFinding, type EmailRule, parseEmail } from './checked-email.js'
import { type PlaceOf, placesIn } from './places.js'
import { clients } from './rules/clients.js'
import { headings } from './rules/headings.js'
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
  clients,
  unsubscribe,
]

/** An email that was made, as it is checked. */
export interface MadeEmail {
  /** The HTML that is sent. */
  readonly html: string
  /** Makes the tree it was made of, once more. */
  readonly mjml: () => MjmlElement
  readonly issue: Issue
  readonly publication: Publication
  /** As messages name the source. */
  readonly file: string
}

/** Holds an email to its rules. What a rule finds more than once in the same words is told once, where it is first. */
export async function checkEmail({
  html,
  mjml,
  issue,
  publication,
  file,
}: MadeEmail): Promise<VFileMessage[]> {
  const email = parseEmail(html, issue, publication)
  const found = together(emailRules.flatMap(rule => rule(email)))
  const traced = found.some(({ at }) => at !== undefined)
  const placeOf = traced ? await placesIn(mjml(), issue) : () => undefined
  return found
    .map(each => finding(each.rule, each.reason, whereOf(each, email, placeOf) ?? { file }))
    .sort((a, b) => byPlace(a.place, b.place))
}

function whereOf({ at, key }: EmailFinding, email: CheckedEmail, placeOf: PlaceOf): Where | undefined {
  const [{ file, places }] = email.issue.articles
  if (key !== undefined) return { file, place: places?.[key] }
  return at && placeOf(email.elements.indexOf(at))
}

function together(findings: readonly EmailFinding[]): EmailFinding[] {
  const same = new Map<string, EmailFinding[]>()
  for (const each of findings) {
    const id = `${each.rule} ${each.reason}`
    same.set(id, [...(same.get(id) ?? []), each])
  }
  return [...same.values()].flatMap(([first, ...more]) => {
    if (!first) return []
    return more.length === 0 ? first : { ...first, reason: `${first.reason} (${more.length + 1} times)` }
  })
}
