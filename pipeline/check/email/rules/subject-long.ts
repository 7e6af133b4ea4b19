import type { EmailRule } from '../checked-email.js'

/** Characters that a wide window of Gmail or Outlook has room for together with the sender; a telephone for half of that. */
const longest = 70

/** A subject is no longer than some inbox shows. */
export const subjectLong: EmailRule = ({ issue }) => {
  const { subject } = issue.meta
  const { length } = [...(subject ?? issue.title)]
  if (length <= longest) return []
  const reason = `Unexpected subject of ${length} characters, expected at most ${longest}: inboxes cut the rest off; give the email a shorter one with \`subject\``
  return [{ reason, key: subject === undefined ? 'title' : 'subject' }]
}
