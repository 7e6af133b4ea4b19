import { type EmailRule, hrefsOf, shown } from '../checked-email.js'

/** A link leads to its place by https. */
export const linkInsecure: EmailRule = email =>
  hrefsOf(email)
    .filter(({ href }) => /^http:/i.test(href))
    .map(({ at, href }) => ({
      reason: `Unexpected link to \`${shown(href)}\`, expected https:, if the site has it`,
      at,
    }))
