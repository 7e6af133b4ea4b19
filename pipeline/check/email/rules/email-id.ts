import type { EmailFinding, EmailRule } from '../checked-email.js'

/** An id names one element (HTML Standard, 3.2.6): a link to one that is there twice leads to the first. */
export const emailId: EmailRule = ({ elements }) => {
  const seen = new Set<string>()
  const findings: EmailFinding[] = []
  for (const at of elements) {
    const { id } = at.properties
    if (typeof id !== 'string') continue
    if (seen.has(id))
      findings.push({
        reason: `Unexpected id \`${id}\` for the second time, expected it once; give this element another`,
        at,
      })
    seen.add(id)
  }
  return findings
}
