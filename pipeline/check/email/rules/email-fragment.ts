import { type CheckedEmail, type EmailRule, hrefsOf, shown } from '../checked-email.js'

/** A link into the email leads somewhere. */
export const emailFragment: EmailRule = email => {
  const targets = targetsOf(email)
  return hrefsOf(email)
    .filter(({ href }) => href.startsWith('#') && !targets.has(href.slice(1)))
    .map(({ at, href }) => ({
      reason: `Unexpected link to \`${shown(href)}\`, which is nowhere in the email; expected an element with \`id\` and \`name\``,
      at,
    }))
}

const targetsOf = ({ elements }: CheckedEmail): ReadonlySet<string> =>
  new Set(elements.flatMap(({ properties: { id, name } }) => [id, name].map(value => String(value ?? ''))))
