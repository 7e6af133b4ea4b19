import { mergeTagPattern } from '../../merge-tag.js'
import { shown } from './shown.js'
import type { MetaRule } from './source-rule.js'

interface Smell {
  /** As a message names it. */
  readonly what: (found: string) => string
  find(line: string): string | undefined
  /** The language that it is known of; any where none is named. */
  readonly lang?: string
}

const matching = (pattern: RegExp) => (line: string) => pattern.exec(line)?.[0]
const quoted = (found: string) => `\`${shown(found)}\``

/**
 * What spam filters count in a subject. Of the many words that lists on the web warn of only those are here that a rule
 * of SpamAssassin is about (`SUBJ_ALL_CAPS`, `SUBJ_FREE_CAP`, `SAVINGS`, `SUBJ_VIAGRA`, `SUBJ_DOUBLE_YOUR`,
 * `SUBJ_AS_SEEN`), narrowed to what no article is called, and what no letter of any kind has: signs that shout, and the
 * mark of a reply to what nobody wrote.
 *
 * @see https://github.com/apache/spamassassin/blob/trunk/rules/20_head_tests.cf
 * @see https://github.com/rspamd/rspamd/blob/master/rules/subject_checks.lua
 */
const smells: readonly Smell[] = [
  { what: () => 'capitals throughout', find: line => (isShouted(line) ? line : undefined) },
  { what: () => 'three exclamation marks or more', find: matching(/(?:[!！¡][^!！¡]*){3}/) },
  { what: quoted, find: matching(/[$€£]{3,}/) },
  { what: found => `${quoted(found)}, as of a reply,`, find: matching(/^(?:re|fwd?|aw|wg|sv|tr)\s*:/i) },
  { what: quoted, lang: 'en', find: matching(/\bFREE\b/) },
  {
    what: quoted,
    lang: 'en',
    find: matching(
      /\b100% free\b|\bfree!|\bact now\b|\bsave up to \d+ ?%|\bdouble your (?:money|income|cash)\b|\bas seen on tv\b|\bviagra\b/i,
    ),
  },
]

/** The subject and the line after it in an inbox have nothing that spam filters hold against a letter. */
export const subjectSpam: MetaRule = ({ meta, places, isOfIssue }, report) => {
  if (!isOfIssue) return
  const lines = [
    ['subject', meta.subject ?? meta.title, meta.subject === undefined ? 'title' : 'subject'],
    [
      'preheader',
      meta.preheader ?? meta.standfirst,
      meta.preheader === undefined ? 'description' : 'preheader',
    ],
  ] as const
  for (const [name, line = '', key] of lines) {
    const words = line.replace(mergeTagPattern, '').trim()
    for (const { what, find, lang } of smells) {
      if (lang !== undefined && !meta.lang.toLowerCase().startsWith(lang)) continue
      const found = find(words)
      if (found === undefined) continue
      report(
        'subject-spam',
        `Unexpected ${what(found)} in the ${name} of the email, expected none: spam filters count it`,
        places?.[key],
      )
    }
  }
}

/** As SpamAssassin counts it (`subject_is_all_caps`): of at least ten signs and two words, each letter a capital. */
const isShouted = (line: string): boolean =>
  line.length >= 10 && /\s/.test(line) && /\p{Lu}/u.test(line) && !/[^\P{L}\p{Lu}]/u.test(line)
