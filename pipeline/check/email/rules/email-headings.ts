import { toString as textOf } from 'hast-util-to-string'
import { type EmailFinding, type EmailRule, named, shown } from '../checked-email.js'

/** A screen reader's list of headings is the outline of the letter: it starts at one h1 and skips no level (WCAG 2.2, 1.3.1). */
export const emailHeadings: EmailRule = email => {
  const all = named(email, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
  const levels = all.map(({ tagName }) => Number(tagName[1]))
  const findings: EmailFinding[] = []
  if (levels.length === 0) findings.push({ reason: 'Unexpected email without a heading, expected an h1' })
  for (const [index, at] of all.entries()) {
    const level = levels[index] ?? 1
    const before = index === 0 ? 0 : (levels[index - 1] ?? 0)
    const words = shown(textOf(at))
    if (level === 1 && levels.indexOf(1) < index)
      findings.push({
        reason: `Unexpected second h1 "${words}", expected one; make it an h2`,
        at,
      })
    else if (level > before + 1)
      findings.push({
        reason: `Unexpected h${level} "${words}" ${before === 0 ? 'before any h1' : `after an h${before}`}, expected h${before + 1}`,
        at,
      })
  }
  return findings
}
