import type { VFileMessage } from 'vfile-message'
import { finding, type Where } from '../../messages.js'
import { byPlace } from '../../parse/places.js'
import { repeatable } from '../gathered.js'
import type { RuleId } from '../rules.js'
import type { CheckedEmail, EmailFinding, EmailRule } from './checked-email.js'
import type { PlaceOf } from './places.js'
import { emailClients } from './rules/email-clients.js'
import { emailFragment } from './rules/email-fragment.js'
import { emailHeadings } from './rules/email-headings.js'
import { emailHidden } from './rules/email-hidden.js'
import { emailId } from './rules/email-id.js'
import { emailImage } from './rules/email-image.js'
import { emailLanguage } from './rules/email-language.js'
import { emailStyles } from './rules/email-styles.js'
import { emailTable } from './rules/email-table.js'
import { linkEmpty } from './rules/link-empty.js'
import { linkInsecure } from './rules/link-insecure.js'
import { preheaderLong } from './rules/preheader-long.js'
import { preheaderMissing } from './rules/preheader-missing.js'
import { subjectLong } from './rules/subject-long.js'
import { unsubscribeMissing } from './rules/unsubscribe-missing.js'

/** The rules that every build holds its email to, each in the file of its name. */
export const emailRules = {
  'subject-long': subjectLong,
  'preheader-long': preheaderLong,
  'preheader-missing': preheaderMissing,
  'email-language': emailLanguage,
  'email-headings': emailHeadings,
  'email-image': emailImage,
  'link-empty': linkEmpty,
  'email-fragment': emailFragment,
  'link-insecure': linkInsecure,
  'email-id': emailId,
  'email-table': emailTable,
  'email-styles': emailStyles,
  'email-hidden': emailHidden,
  'email-clients': emailClients,
  'unsubscribe-missing': unsubscribeMissing,
} as const satisfies Partial<Record<RuleId, EmailRule>>

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

/** Holds an email to its rules. What a rule finds more than once in the same words is told once, where it is first in the source. */
export async function checkEmail({
  email,
  placeOf,
  file,
  configFile = file,
}: MadeEmail): Promise<VFileMessage[]> {
  const found = Object.entries(emailRules).flatMap(([rule, findingsIn]) =>
    // The keys of the table are ids, which `Object.entries` forgets.
    findingsIn(email).map(each => ({ ...each, rule: rule as RuleId })),
  )
  const messages = found.map(async each =>
    repeatable(
      finding(
        each.rule,
        each.reason,
        (await whereOf(each, email, placeOf)) ?? { file: each.ofConfig ? configFile : file },
      ),
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
