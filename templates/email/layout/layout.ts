import { nodesOf } from '../state.js'
import { byline } from './byline.js'
import { continuation, leftOut } from './continuation.js'
import { corrected, corrections, issueCorrections } from './corrections.js'
import { digest } from './digest.js'
import { disclosure, source } from './end.js'
import { footer } from './footer.js'
import { contents, cover, standfirst, title } from './front.js'
import { issueContents, opening } from './issue.js'
import { masthead } from './masthead.js'
import type { EmailLayout } from './parts.js'

/** The layout an email has until a publication changes it. */
export const emailLayout: EmailLayout = {
  preheader: ({ issue: { meta } }) => meta.preheader ?? meta.standfirst,
  masthead,
  issueCorrections,
  issueContents,
  opening,
  title,
  standfirst,
  byline,
  corrected,
  cover,
  contents,
  body: state => nodesOf(state.article.tree.children, state),
  digest,
  continuation,
  notes: state => nodesOf(state.article.tree.children, state),
  corrections,
  disclosure,
  source,
  leftOut,
  footer,
}
