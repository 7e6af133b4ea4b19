import type { Element } from 'hast'
import { type EmailFinding, type EmailRule, named } from '../checked-email.js'

/**
 * The language and direction of a letter are on `html`, where a file is read, and once more inside the body: webmail
 * throws `html` and `body` away and keeps what is in them (WCAG 2.2, 3.1.1).
 */
export const emailLanguage: EmailRule = email => {
  const [html] = named(email, 'html')
  const [body] = named(email, 'body')
  const wrapper = body?.children.find((node): node is Element => node.type === 'element')
  const findings: EmailFinding[] = []
  for (const [name, element] of [
    ['`html`', html],
    ['the element around the body', wrapper],
  ] as const) {
    const { lang, dir } = element?.properties ?? {}
    if (!lang || lang === 'und') findings.push({ reason: missing('lang', name, email.issue.lang) })
    if (dir !== 'ltr' && dir !== 'rtl') findings.push({ reason: missing('dir', name, email.issue.dir) })
  }
  return findings
}

const missing = (attribute: string, name: string, expected: string) =>
  `Unexpected email without \`${attribute}\` on ${name}, expected \`${attribute}="${expected}"\``
