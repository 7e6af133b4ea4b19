import type { Article } from '../../../pipeline/article.js'
import { isAlone, type Rendering } from '../../rendering.js'
import { listed } from '../../words.js'
import { underlined } from './blocks.js'
import { visible } from './characters.js'
import { blocksOf, type TextState } from './state.js'
import { indented, wrap } from './wrap.js'

/** The title of an issue of several articles. */
export function issueTitle(rendering: Rendering, width: number): string[] {
  const { title, subtitle } = rendering.issue
  if (isAlone(rendering)) return []
  return [
    `\n${underlined(wrap(visible(title), width), '=')}`,
    ...(subtitle ? [wrap(visible(subtitle), width)] : []),
  ]
}

/** The articles of an issue of several, by title and author, under the titles of its parts. */
export function issueContents({ issue, words }: Rendering, width: number): string[] {
  const articles = issue.articles.filter(({ letter }) => !letter)
  if (articles.length < 2) return []
  const lines = articles.flatMap(({ meta, section }, index) => {
    const names = listed(
      meta.authors.map(({ name }) => name),
      meta.lang,
    )
    const line = visible(names ? `${meta.title} (${names})` : meta.title)
    const begins = section !== undefined && section !== articles[index - 1]?.section
    return [
      ...(begins ? [`${index > 0 ? '\n' : ''}${wrap(visible(section), width)}`] : []),
      indented(wrap(line, width - 2), '- ', '  '),
    ]
  })
  return [`${words.inThisIssue}:\n${lines.join('\n')}`]
}

/** The title of the part that begins with an article. */
export function sectionTitle({ key, section }: Article, { issue }: Rendering, width: number): string[] {
  const index = issue.articles.findIndex(article => article.key === key)
  const begins = section !== undefined && section !== issue.articles[index - 1]?.section
  return begins ? [`\n${wrap(`* ${visible(section)} *`, width)}`] : []
}

/** An article of which there is a digest: its standfirst, or its first words, and the address of the rest. */
export function digest(article: Article, state: TextState): string[] | undefined {
  const { rendering, width } = state
  const way = rendering.digests?.get(article.key)
  if (!way) return undefined
  const { meta, tree } = article
  const { words } = rendering
  const names = listed(
    meta.authors.map(({ name }) => name),
    meta.lang,
  )
  const label = way.sourceName ? `${words.readFullOn} ${way.sourceName}` : words.continueReading
  return [
    `\n${underlined(wrap(visible(meta.title), width), '=')}`,
    ...(meta.standfirst ? [wrap(visible(meta.standfirst), width)] : blocksOf(tree.children, state)),
    ...(names ? [wrap(visible(`${words.by} ${names}`), width)] : []),
    `${wrap(visible(`${label}:`), width)}\n${way.href}`,
  ]
}
