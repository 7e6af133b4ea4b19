import { mergeToken, replaceTokens, type TokenUse } from '../../../templates/merge-token.js'
import type { Rendering } from '../../../templates/rendering.js'
import type { ArticleMeta, Issue } from '../../article.js'
import { mergeTagSource } from '../../merge-tag.js'
import { type MergeTagNames, maskMergeTags, splitMerged } from '../../parse/merge-tags.js'

/**
 * The rendering with tokens for the merge tags that stand outside an article's text: in the subject and the line after
 * it, and in the address to unsubscribe at.
 *
 * @param names tags that the publication declares
 */
export function withTokens(rendering: Rendering, names: MergeTagNames): Rendering {
  const { issue, links, publication } = rendering
  const tagged = {
    ...rendering,
    issue: withInboxWords(issue, text => tokensIn(text, names, 'words')),
  }
  const { unsubscribe } = publication.email
  if (unsubscribe === undefined) return tagged
  const way = tokensIn(unsubscribe, anyName, 'part')
  return {
    ...tagged,
    publication: { ...publication, email: { ...publication.email, unsubscribe: way } },
    links: { ...links, unsubscribe: way },
  }
}

/** The issue as readers without values of their own see it in the inbox, for who counts its characters. */
export const withDefaults = (issue: Issue): Issue =>
  withInboxWords(issue, text => replaceTokens(text, tag => tag.default ?? mergeTagSource(tag)))

function withInboxWords(issue: Issue, change: (text: string) => string): Issue {
  const { subject, preheader } = issue.meta
  const meta: ArticleMeta = {
    ...issue.meta,
    ...(subject === undefined ? {} : { subject: change(subject) }),
    ...(preheader === undefined ? {} : { preheader: change(preheader) }),
  }
  return { ...issue, meta }
}

/** In the address to unsubscribe at every name is a tag: whoever sends the email knows it. */
const anyName: MergeTagNames = { has: () => true, get: () => undefined }

function tokensIn(text: string, names: MergeTagNames, use: TokenUse): string {
  const { text: masked, tags } = maskMergeTags(text, names)
  return splitMerged(masked, tags)
    .map((piece, index) => {
      if (typeof piece === 'string') return piece
      const { name, default: fallback } = piece
      return mergeToken({ name, default: fallback, use: use === 'part' && index === 0 ? 'target' : use })
    })
    .join('')
}
