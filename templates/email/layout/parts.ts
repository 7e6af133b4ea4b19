import type { Rendering } from '../../rendering.js'
import type { EmailNode, EmailState } from '../state.js'

/** A part of an article's layout: what it makes of the state's article, or nothing. */
export type ArticlePart = (state: EmailState) => EmailNode[]

/** A part that an issue has once. */
export type IssuePart = (rendering: Rendering) => EmailNode[]

/** The parts of an email, each of which a publication can replace. */
export interface EmailLayout {
  /** The line an inbox shows after the subject; undefined for none. */
  readonly preheader: (rendering: Rendering) => string | undefined
  readonly masthead: IssuePart
  /** What was wrong in an issue of several articles as a whole. */
  readonly issueCorrections: IssuePart
  /** What is in an issue of several articles, after the editor's letter. */
  readonly issueContents: IssuePart
  /** What stands before an article of an issue of several: the line between two, and the title of a part. */
  readonly opening: ArticlePart
  readonly title: ArticlePart
  readonly standfirst: ArticlePart
  readonly byline: ArticlePart
  /** The line that tells of corrections and leads to the id that `corrections` has. */
  readonly corrected: ArticlePart
  readonly cover: ArticlePart
  readonly contents: ArticlePart
  /** The text without its notes. */
  readonly body: ArticlePart
  /** An article of which the email has a digest, in place of all its other parts but its source. */
  readonly digest: ArticlePart
  /** Where an article goes on that was cut, right after the text that was kept. */
  readonly continuation: ArticlePart
  /** The article's notes, each a `note` of the tree. */
  readonly notes: ArticlePart
  readonly corrections: ArticlePart
  readonly disclosure: ArticlePart
  readonly source: ArticlePart
  /** The way to the articles that were left out of an email too long for all. */
  readonly leftOut: IssuePart
  readonly footer: IssuePart
}
