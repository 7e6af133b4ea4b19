import type { Article, Correction } from '../../../pipeline/article.js'
import { licenceOf } from '../../../pipeline/licence.js'
import { wordsOf } from '../../../pipeline/walk.js'
import { correctedOn, correctionsOf, issueCorrectionsOf, updateOf } from '../../corrections.js'
import type { Rendering } from '../../rendering.js'
import { listed, longDate } from '../../words.js'
import { underlined } from './blocks.js'
import { visible } from './characters.js'
import { textElements } from './elements.js'
import { footer, masthead } from './frame.js'
import { digest, issueContents, issueTitle, sectionTitle } from './issue.js'
import { LinkList } from './links.js'
import { blocksOf, type TextHandlers, type TextState } from './state.js'
import { indented, wrap } from './wrap.js'

/** Columns of a line: what old mail readers and quoting leave of eighty (RFC 5322, 2.1.1 asks for at most 78). */
const lineWidth = 72

/**
 * The plain-text part of an issue's email, made from the tree: what the HTML says and every address it links to.
 *
 * @param elements what each element becomes
 */
export function textTemplate(rendering: Rendering, elements: TextHandlers = textElements): string {
  const links = new LinkList()
  const { words, issue } = rendering
  const articles = issue.articles.map(article => [
    ...sectionTitle(article, rendering, lineWidth),
    ...articleOf({ rendering, article, elements, width: lineWidth, links }),
  ])
  const contents = issueContents(rendering, lineWidth)
  const [first = [], ...more] = articles
  const inOrder = issue.articles[0].letter ? [first, contents, ...more] : [contents, ...articles]
  const addresses = links.lines()
  const blocks = [
    ...masthead(rendering, lineWidth),
    ...issueTitle(rendering, lineWidth),
    ...notices(issueCorrectionsOf(rendering), issue.lang, { rendering, width: lineWidth }),
    ...inOrder.flat(),
    ...(addresses.length > 0 ? [`\n${underlined(words.links, '-')}`, addresses.join('\n')] : []),
    ...footer(rendering, lineWidth),
  ]
  return `${blocks.join('\n\n').trim()}\n`
}

function articleOf(state: TextState): string[] {
  const { article } = state
  const short = digest(article, state)
  if (short)
    return [
      ...short,
      ...notices(correctionsOf(article, state.rendering), article.meta.lang, state),
      ...source(article, state),
    ]
  return [
    ...front(article, state),
    ...contents(article, state),
    ...blocksOf(article.tree.children, state),
    ...notices(correctionsOf(article, state.rendering), article.meta.lang, state),
    ...disclosure(article, state),
    ...source(article, state),
  ]
}

function front(article: Article, { rendering, width }: TextState): string[] {
  const { words } = rendering
  const { meta } = article
  const fitted = (text: string) => wrap(visible(text), width)
  const names = listed(
    meta.authors.map(author => author.name),
    meta.lang,
  )
  const update = updateOf(meta)
  const { source: from } = meta
  const origin = from?.republished ? [`${words.republishedFrom} ${from.name}`] : []
  const updated = update ? [`${words.updated} ${longDate(update, meta.lang)}`] : []
  const corrected = correctedOn(article, rendering) ?? []
  const standing = meta.authors.flatMap(({ name, role, affiliation }) => {
    const text = [role, affiliation].filter(Boolean).join(', ')
    return text ? [meta.authors.length > 1 ? `${name}: ${text}` : text] : []
  })
  const byline = [...(names ? [`${words.by} ${names}`] : []), ...standing, ...origin, ...updated]
    .concat(corrected)
    .map(fitted)
  const cover = meta.cover
    ? [
        ...(meta.cover.alt ? [`[${words.image}: ${meta.cover.alt}]`] : []),
        ...(meta.cover.caption ? [meta.cover.caption] : []),
      ].map(fitted)
    : []
  return [
    `\n${underlined(fitted(meta.title), '=')}`,
    ...[meta.subtitle, meta.standfirst].flatMap(text => (text ? [fitted(text)] : [])),
    ...(byline.length > 0 ? [byline.join('\n')] : []),
    ...(cover.length > 0 ? [cover.join('\n')] : []),
  ]
}

/** The second headings of an article that asks for contents: what is to come, for there is nothing to jump with. */
function contents({ meta, tree }: Article, { rendering, width }: TextState): string[] {
  const headings = tree.children.flatMap(node => (node.tagName === 'h2' ? [wordsOf(node)] : []))
  if (!meta.toc || headings.length < 2) return []
  const items = headings.map(heading => indented(wrap(visible(heading), width - 2), '- ', '  '))
  return [`${rendering.words.contents}:\n${items.join('\n')}`]
}

/** What was wrong, each with its date. */
const notices = (
  corrections: readonly Correction[],
  lang: string,
  { rendering, width }: Pick<TextState, 'rendering' | 'width'>,
): string[] =>
  corrections.map(({ date, text }, index) => {
    const notice = `${rendering.words.correctionOf} ${longDate(date, lang)}: ${text}`
    // Apart from what is above the first: notes end there.
    return `${index === 0 ? '\n' : ''}${wrap(visible(notice), width)}`
  })

function disclosure({ meta }: Article, { rendering, width }: TextState): string[] {
  const disclosures = meta.authors.flatMap(author => author.disclosure ?? [])
  if (disclosures.length === 0) return []
  const heading = `\n${underlined(rendering.words.disclosure, '-')}`
  return [heading, ...disclosures.map(text => wrap(visible(text), width))]
}

function source({ meta }: Article, { rendering, width }: TextState): string[] {
  const { source: from } = meta
  if (!from) return []
  const { words } = rendering
  const opening = from.republished ? words.republishedFrom : `${words.source}:`
  const licence = licenceOf(meta)
  const line = `${opening} ${from.name}${licence ? ` (${licence.name})` : ''}.`
  const original = from.url ? `\n${words.viewOriginal}:\n${from.url}` : ''
  const terms = licence?.url ? `\n${words.licence}:\n${licence.url}` : ''
  // Apart from what is above it: a disclosure ends there.
  return [`\n${wrap(visible(line), width)}${original}${terms}`]
}
