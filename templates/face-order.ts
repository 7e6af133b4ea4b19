import type { Tokens, Typeface } from './tokens.js'

/** Whether a typeface is one of emoji. It has many a sign that is none (↔ ▶), and draws it as if it were one. */
export const isEmojiFace = ({ family }: Typeface): boolean => /emoji/i.test(family)

/** The families that are tried after a role's own, in order: other scripts, the other roles, emoji when no other has a sign. */
export function familiesBehind({ body, heading, mono, math, also }: Tokens['fonts']): string[] {
  const scripts = also.filter(face => !isEmojiFace(face))
  const emoji = also.filter(isEmojiFace)
  return [...scripts, body, heading, mono, math, ...emoji].map(({ family }) => family)
}
