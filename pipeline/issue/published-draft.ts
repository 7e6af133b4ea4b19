import type { Report } from '../messages.js'
import type { ParsedSource } from '../parse/parse.js'
import { type ArticleIdentity, type Draft, draft } from '../transform/transform.js'
import { fingerprintOf } from './fingerprint.js'

/**
 * The draft of an article that is to be published, with whether its words are those it was brought in with. Pictures
 * that were left out of it are no alteration: they are looked at as well.
 */
export async function publishedDraft(
  parsed: ParsedSource,
  identity: ArticleIdentity,
  report: Report,
): Promise<Draft> {
  const fingerprint = parsed.frontMatter.source?.fingerprint
  // The transforms change what they are given.
  const whole = fingerprint === undefined ? undefined : structuredClone(parsed.hast)
  const made = await draft(parsed, { ...identity, isPublished: true }, report)
  if (whole === undefined) return made
  const compared = made.article.leftOut
    ? await draft({ ...parsed, hast: whole }, identity, () => undefined)
    : made
  const isUnaltered = fingerprint === fingerprintOf(compared.article.tree)
  return { ...made, article: { ...made.article, isUnaltered } }
}
