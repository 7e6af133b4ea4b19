import { readMergeTag } from '../../pipeline/merge-tag.js'
import { mergeToken } from '../merge-token.js'
import { hrefIn, idIn } from '../rendering.js'
import type { EmailState } from './state.js'

/** An id in the article's namespace. */
export const idOf = (id: string, { rendering, article }: EmailState): string => idIn(rendering, article, id)

/** A link's target in the email. */
export const hrefOf = (href: string, { rendering, article }: EmailState): string =>
  hrefIn(rendering, article, href)

/** A link's target as an article has it: in parts where merge tags stand in it, text and tags by turns. */
interface Target {
  readonly href: string
  readonly hrefParts?: readonly string[]
}

/** A link's target in the HTML, with tokens for the merge tags in it. */
export const targetOf = (target: Target, state: EmailState): string =>
  tokenTarget(target) ?? hrefOf(target.href, state)

/** A target that merge tags stand in, with tokens for them; undefined for any other. */
export const tokenTarget = ({ hrefParts }: Target): string | undefined =>
  hrefParts
    ?.map((part, index) => {
      const tag = index % 2 === 1 ? readMergeTag(part) : undefined
      const leads = index === 1 && hrefParts[0] === ''
      return tag ? mergeToken({ ...tag, use: leads ? 'target' : 'part' }) : part
    })
    .join('')
