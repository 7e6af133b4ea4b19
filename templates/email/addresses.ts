import { hrefIn, idIn } from '../rendering.js'
import type { EmailState } from './state.js'

/** An id in the article's namespace. */
export const idOf = (id: string, { rendering, article }: EmailState): string => idIn(rendering, article, id)

/** A link's target in the email. */
export const hrefOf = (href: string, { rendering, article }: EmailState): string =>
  hrefIn(rendering, article, href)

/** A link's target with the merge tags that stand in it as they were written, for whoever sends it to fill in. */
export const targetOf = (
  { href, hrefParts }: { readonly href: string; readonly hrefParts?: readonly string[] },
  state: EmailState,
): string => hrefParts?.join('') ?? hrefOf(href, state)
