import type { EmailRule } from '../checked-email.js'

/** Characters that a wide window of Gmail or Outlook has room for after the subject; a telephone for half of that. */
const longest = 140

/** The line after the subject is no longer than some inbox shows. */
export const preheaderLong: EmailRule = ({ issue }) => {
  const { preheader, standfirst } = issue.meta
  const { length } = [...(preheader ?? standfirst ?? '')]
  if (length <= longest) return []
  const reason = `Unexpected preheader of ${length} characters, expected at most ${longest}: inboxes cut the rest off; give the email a shorter one with \`preheader\``
  return [{ reason, key: preheader === undefined ? 'description' : 'preheader' }]
}
