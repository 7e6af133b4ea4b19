import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../pipeline/article.js'
import type { Handler } from '../handlers.js'
import type { Part } from '../html/front.js'
import { a as plainLink } from '../html/inlines.js'
import type { HtmlState } from '../html/state.js'
import { idIn, type Rendering } from '../rendering.js'
import { address } from './address.js'
import { leadsAway, linkMarksOf } from './link-marks.js'
import { pageOf } from './page-of.js'

/** A link with what paper lacks after its words: the page it leads to, or the address. */
export const a: Handler<'a', ElementContent, HtmlState> = (node, state) => {
  const nodes = plainLink(node, state)
  const [link, ...calls] = nodes
  // One that leads nowhere is its words alone.
  if (link?.type !== 'element' || node.properties.href === '') return nodes
  return [link, ...markOf(node, state), ...calls]
}

function markOf(node: ArticleElement<'a'>, { article, rendering }: HtmlState): ElementContent[] {
  const { numbers, targets, inHeadings } = linkMarksOf(article)
  const { pdf } = rendering.publication
  const { href } = node.properties
  if (inHeadings.has(node)) return []
  if (href.startsWith('#')) {
    const referred = targets.has(href.slice(1)) && pdf?.pageReferences !== false
    return referred ? reference(idIn(rendering, article, href.slice(1)), rendering) : []
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

const reference = (id: string, { words }: Rendering): ElementContent[] =>
  [' ', <span className="page-reference">{[`(${words.onPage}\u00A0`, pageOf(id), ')']}</span>].map(asNode)

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
