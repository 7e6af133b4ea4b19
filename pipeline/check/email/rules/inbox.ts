import type { EmailRule } from '../checked-email.js'

/**
 * Characters of a subject and of the line after it that an inbox shows at most. A wide window of Gmail or Outlook has
 * room for about 70 and 140 together with the sender; a telephone for half of that.
 */
const longestSubject = 70
const longestPreheader = 140

/** What an inbox shows of the letter: its subject, and the line after it. */
export const inbox: EmailRule = ({ issue }) => {
  const { meta } = issue
  const subject = meta.subject ?? issue.title
  const preheader = meta.preheader ?? meta.standfirst
  const subjectKey = meta.subject === undefined ? 'title' : 'subject'
  const preheaderKey = meta.preheader === undefined ? 'description' : 'preheader'
  const long = [...subject].length
  const longAfter = [...(preheader ?? '')].length
  return [
    ...(long > longestSubject
      ? [
          {
            rule: 'subject-long' as const,
            reason: `Unexpected subject of ${long} characters, expected at most ${longestSubject}: inboxes cut the rest off; give the email a shorter one with \`subject\``,
            key: subjectKey,
          },
        ]
      : []),
    ...(longAfter > longestPreheader
      ? [
          {
            rule: 'preheader-long' as const,
            reason: `Unexpected preheader of ${longAfter} characters, expected at most ${longestPreheader}: inboxes cut the rest off; give the email a shorter one with \`preheader\``,
            key: preheaderKey,
          },
        ]
      : []),
    ...(preheader === undefined
      ? [
          {
            rule: 'preheader-missing' as const,
            reason:
              'Unexpected email without a preheader, expected `preheader` or `description` in the front matter: inboxes show its first words after the subject',
          },
        ]
      : []),
  ]
}
