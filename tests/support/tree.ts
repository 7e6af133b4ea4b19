import type { Position } from 'unist'
import type {
  Article,
  ArticleElement,
  ArticleMeta,
  ArticleText,
  Attributes,
  BlockElement,
  ElementName,
  Issue,
  MathmlElement,
} from '../../pipeline/article.js'

/** A place of one column in a line of the article's file. */
export const at = (line: number, column = 1): Position => ({
  start: { line, column },
  end: { line, column: column + 1 },
})

export const text = (value: string, position: Position = at(1)): ArticleText => ({
  type: 'text',
  value,
  position,
})

/** An element of the article tree; a child that is a string becomes text. */
export function element<Name extends ElementName>(
  name: Name,
  properties: Attributes<Name>,
  children: readonly (ArticleElement<Name>['children'][number] | string)[] = [],
  position: Position = at(1),
): ArticleElement<Name> {
  return {
    type: 'element',
    tagName: name,
    properties,
    // Whether the element may hold text is the vocabulary's to say; a test that gives it a string means it.
    children: children.map(child =>
      typeof child === 'string' ? text(child, position) : child,
    ) as ArticleElement<Name>['children'],
    position,
  }
}

export const mathml = (
  tagName: string,
  children: readonly (MathmlElement | string)[] = [],
  properties: Record<string, string> = {},
): MathmlElement => ({
  type: 'element',
  tagName,
  properties,
  children: children.map(child => (typeof child === 'string' ? text(child) : child)),
  position: at(1),
})

export const paragraph = (
  ...children: readonly (ArticleElement<'p'>['children'][number] | string)[]
): ArticleElement<'p'> => element('p', {}, children)

/** An article with the front matter of an English one, but for the changes. */
export function article(
  children: BlockElement[],
  changes: { key?: string; file?: string; meta?: Partial<ArticleMeta> } = {},
): Article {
  const meta: ArticleMeta = {
    title: 'A title',
    authors: [],
    lang: 'en',
    dir: 'ltr',
    tags: [],
    slug: 'a-title',
    draft: false,
    toc: false,
    ...changes.meta,
  }
  const tree = { type: 'root' as const, children, position: at(1) }
  return { key: changes.key ?? 'a1', file: changes.file ?? 'content/article.md', meta, tree }
}

/** An issue of these articles, or of one with these blocks. */
export function issue(first: Article | BlockElement[], ...more: Article[]): Issue {
  const opening = Array.isArray(first) ? article(first) : first
  const { title, slug, lang, dir } = opening.meta
  return {
    meta: opening.meta,
    slug,
    title,
    lang,
    dir,
    modified: new Date('2026-01-02T00:00:00Z'),
    articles: [opening, ...more],
  }
}
