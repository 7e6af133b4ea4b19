import type { Element, ElementContent } from 'hast'
import type { Article } from '../../pipeline/article.js'
import { leadsWithin, placeOfLink } from '../../pipeline/article-link.js'
import type { Handler } from '../handlers.js'
import { figure as plainFigure, picture as plainPicture } from '../html/figures.js'
import type { Part } from '../html/front.js'
import { a as plainLink } from '../html/inlines.js'
import type { HtmlState } from '../html/state.js'
import { idIn, type Rendering, titleId } from '../rendering.js'
import { address } from './address.js'
import { type Linking, leadsAway, linkMarksOf } from './link-marks.js'
import { pageOf } from './page-of.js'

/** A link with what paper lacks after its words: the page it leads to, or the address. */
export const a: Handler<'a', ElementContent, HtmlState> = (node, state) => {
  const nodes = plainLink(node, state)
  const [link, ...calls] = nodes
  // One that leads nowhere is its words alone.
  if (link?.type !== 'element' || node.properties.href === '') return nodes
  const isMarked = !linkMarksOf(state.article).inHeadings.has(node)
  return [link, ...(isMarked ? markOf(node, state) : []), ...calls]
}

/** A picture; where it leads, in a line below it. */
export const picture: Handler<'picture', ElementContent, HtmlState> = (node, state) => {
  // The first is the space between a link's words and what follows them.
  const mark = markOf(node, state).filter(part => part.type === 'element')
  const nodes = plainPicture(node, state)
  return mark.length === 0 ? nodes : [...nodes, <p className="picture-link">{mark}</p>]
}

/** A figure; where its pictures lead, at the end of the caption where there is one. */
export const figure: Handler<'figure', ElementContent, HtmlState> = (node, state) =>
  plainFigure(node, state).map(made => {
    if (made.type !== 'element' || !made.children.some(isCaption)) return made
    const marks = made.children.flatMap(part => (isPictureLink(part) ? [asNode(' '), ...part.children] : []))
    const children = made.children.flatMap(part =>
      isPictureLink(part) ? [] : isCaption(part) ? withMarks(part, marks) : part,
    )
    return { ...made, children }
  })

const withMarks = (caption: Element, marks: readonly ElementContent[]): Element => ({
  ...caption,
  children: [...caption.children, ...marks],
})

const isCaption = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'figcaption'

const isPictureLink = (node: ElementContent): node is Element =>
  node.type === 'element' && [node.properties.className].flat().includes('picture-link')

function markOf(node: Linking, { article, rendering }: HtmlState): ElementContent[] {
  const { numbers } = linkMarksOf(article)
  const { pdf } = rendering.publication
  const { href = '' } = node.properties
  if (leadsWithin(href)) {
    const id = pdf?.pageReferences === false ? undefined : referredId(href, article, rendering)
    return id === undefined ? [] : reference(id, rendering)
  }
  if (!leadsAway(node)) return []
  switch (choiceIn(rendering)) {
    case 'notes':
      return [<sup className="link-number">{`[${numbers.get(href)}]`}</sup>]
    case 'inline':
      return [
        ' ',
        <span className="link-address">
          (<a href={href}>{address(href)}</a>)
        </span>,
      ].map(asNode)
    case 'none':
      return []
  }
}

/** The id of what a reader looks for by its page: another article, a heading, a figure; undefined for a place in between. */
function referredId(href: string, article: Article, rendering: Rendering): string | undefined {
  const place = placeOfLink(href) ?? { key: article.key, id: href.slice(1) }
  const target = rendering.issue.articles.find(({ key }) => key === place.key)
  if (!target) return undefined
  if (place.id === undefined) return titleId(target)
  return linkMarksOf(target).targets.has(place.id) ? idIn(rendering, target, place.id) : undefined
}

/** The page of an id, in brackets after the words of a link; nothing beside it. */
export const reference = (id: string, { words }: Rendering): ElementContent[] =>
  [
    <span className="page-reference" dataUnlessBeside={id}>
      {[` (${words.onPage}\u00A0`, pageOf(id), ')']}
    </span>,
  ].map(asNode)

const asNode = (node: ElementContent | string): ElementContent =>
  typeof node === 'string' ? { type: 'text', value: node } : node

const choiceIn = ({ publication }: Rendering) => publication.pdf?.links ?? 'notes'

/** The addresses that the numbers in the text stand for, where they are printed so. */
export const addresses: Part = (article, rendering) => {
  const { numbers } = linkMarksOf(article)
  if (choiceIn(rendering) !== 'notes' || numbers.size === 0) return []
  const id = `tf-links-${article.key}`
  return [
    <section className="addresses" ariaLabelledBy={id}>
      <h2 id={id}>{rendering.words.links}</h2>
      <ol>
        {[...numbers.keys()].map(href => (
          <li>
            <a href={href}>{address(href)}</a>
          </li>
        ))}
      </ol>
    </section>,
  ]
}
