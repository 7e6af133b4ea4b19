import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { type CheckedEmail, type EmailFinding, type EmailRule, named, shown } from '../checked-email.js'

/** Links say where they lead (WCAG 2.2, 2.4.4), lead somewhere, and lead there by https. */
export const links: EmailRule = email => {
  const targets = targetsOf(email)
  return named(email, 'a').flatMap((at): EmailFinding[] => {
    const { href } = at.properties
    if (typeof href !== 'string') return []
    const findings: EmailFinding[] = []
    if (nameOf(at) === '')
      findings.push({
        rule: 'link-empty',
        reason: `Unexpected link to \`${shown(href)}\` without words, expected some between the brackets, or a picture with alternative text`,
        at,
      })
    if (href.startsWith('#') && !targets.has(href.slice(1)))
      findings.push({
        rule: 'email-fragment',
        reason: `Unexpected link to \`${shown(href)}\`, which is nowhere in the email; expected an element with \`id\` and \`name\``,
        at,
      })
    if (/^http:/i.test(href))
      findings.push({
        rule: 'link-insecure',
        reason: `Unexpected link to \`${shown(href)}\`, expected https:, if the site has it`,
        at,
      })
    return findings
  })
}

/** What a link is called: its words, those of its pictures, or its label. */
function nameOf(link: Element): string {
  const { ariaLabel } = link.properties
  let name = typeof ariaLabel === 'string' ? ariaLabel : textOf(link)
  visit(link, 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && typeof properties.alt === 'string') name += properties.alt
    if (typeof properties.ariaLabel === 'string') name += properties.ariaLabel
  })
  return name.trim()
}

const targetsOf = ({ elements }: CheckedEmail): ReadonlySet<string> =>
  new Set(elements.flatMap(({ properties: { id, name } }) => [id, name].map(value => String(value ?? ''))))
