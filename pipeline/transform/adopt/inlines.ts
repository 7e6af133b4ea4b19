import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { ArticleElement, InlineNode } from '../../article.js'
import { unmasked } from '../../parse/merge-tags.js'
import { type Adopter, attribute, globals, make } from './adopter.js'
import { mathml } from './mathml.js'
import { source, target } from './url.js'

type InlineAdopter = (node: Element, adopter: Adopter) => InlineNode[]

/** Elements whose content is inline and which carry nothing of their own. */
type Plain = 'em' | 'strong' | 'del' | 'ins' | 'mark' | 'kbd' | 'sub' | 'cite' | 'bdi'

const plain =
  (tagName: Plain): InlineAdopter =>
  (node, adopter) => {
    const children = inlineChildren(node.children, adopter)
    return children.length > 0 ? [make(adopter, node, tagName, globals(node), children)] : []
  }

/** HTML elements of running text, and what each becomes. */
export const inlineTable: Readonly<Record<string, InlineAdopter>> = {
  em: plain('em'),
  i: plain('em'),
  var: plain('em'),
  dfn: plain('em'),
  strong: plain('strong'),
  b: plain('strong'),
  del: plain('del'),
  s: plain('del'),
  strike: plain('del'),
  ins: plain('ins'),
  mark: plain('mark'),
  kbd: plain('kbd'),
  sub: plain('sub'),
  cite: plain('cite'),
  bdi: plain('bdi'),
  code,
  tt: code,
  samp: code,
  sup,
  abbr,
  acronym: abbr,
  q(node, adopter) {
    const cite = node.properties.cite ? target(adopter, node, node.properties.cite)?.href : undefined
    return [
      make(
        adopter,
        node,
        'q',
        { ...globals(node), ...(cite ? { cite } : {}) },
        inlineChildren(node.children, adopter),
      ),
    ]
  },
  bdo: (node, adopter) => [
    make(adopter, node, 'bdo', { dir: 'ltr', ...globals(node) }, inlineChildren(node.children, adopter)),
  ],
  span(node, adopter) {
    const attributes = globals(node)
    const children = inlineChildren(node.children, adopter)
    return attributes.lang || attributes.dir ? [make(adopter, node, 'span', attributes, children)] : children
  },
  a: link,
  img: image,
  br: (node, adopter) => [make(adopter, node, 'br', {}, [])],
  wbr: () => [],
  ruby,
  math: (node, adopter) => formula(node, adopter),
  'tf-math': (node, adopter) => [
    make(adopter, node, 'math', { tex: attribute(adopter, node, 'tex') ?? '' }, []),
  ],
  'tf-noteref': (node, adopter) => [noteref(node, adopter, attribute(adopter, node, 'label') ?? '')],
  'tf-button': link,
}

/** The children of an inline element, as running text. */
export const inlineChildren = (nodes: readonly ElementContent[], adopter: Adopter): InlineNode[] =>
  // A line is trimmed at its ends; inside an element the white space there still parts words.
  adopter
    .line([{ type: 'text', value: '\u2060' }, ...nodes, { type: 'text', value: '\u2060' }])
    .flatMap((child): InlineNode[] => {
      if (child.type !== 'text') return [child]
      const value = child.value.replaceAll('\u2060', '')
      return value === '' ? [] : [{ ...child, value }]
    })

function abbr(node: Element, adopter: Adopter): InlineNode[] {
  const children = inlineChildren(node.children, adopter)
  return [make(adopter, node, 'abbr', { ...globals(node), ...titled(node, adopter) }, children)]
}

const titled = (node: Element, adopter: Adopter) => {
  const title = attribute(adopter, node, 'title')
  return title ? { title } : {}
}

function code(node: Element, adopter: Adopter): InlineNode[] {
  const value = unmasked(textOf(node), adopter.tags).replace(/\n/g, ' ')
  if (value === '') return []
  return [
    make(adopter, node, 'code', globals(node), [{ type: 'text', value, position: adopter.place(node) }]),
  ]
}

function sup(node: Element, adopter: Adopter): InlineNode[] {
  // remark-rehype and GitHub write a footnote call as <sup><a data-footnote-ref href="#...fn-label">.
  const [only] = node.children
  if (only?.type === 'element' && only.properties.dataFootnoteRef !== undefined) {
    return [noteref(node, adopter, labelOf(only.properties.href))]
  }
  const children = inlineChildren(node.children, adopter)
  return children.length > 0 ? [make(adopter, node, 'sup', globals(node), children)] : []
}

/** The label of a footnote in an id or an address as remark-rehype makes them: `user-content-fn-label`. */
export const labelOf = (value: unknown): string =>
  /fn-(.+)$/.exec(String(value ?? ''))?.[1]?.toUpperCase() ?? ''

const noteref = (node: Element, adopter: Adopter, label: string): ArticleElement<'noteref'> =>
  make(adopter, node, 'noteref', { id: '', note: label, number: 0 }, [])

function link(node: Element, adopter: Adopter): InlineNode[] {
  const children = inlineChildren(node.children, adopter)
  const { href, id, name } = node.properties
  if (href === undefined) {
    const anchor = id ?? name
    if (typeof anchor === 'string' && anchor !== '') adopter.anchors.push(anchor)
    return children
  }
  const to = target(adopter, node, href)
  if (!to || children.length === 0) return children
  const words = withoutLinks(children, adopter)
  return [make(adopter, node, 'a', { ...globals(node), ...titled(node, adopter), ...to }, words)]
}

/** A link holds no other (HTML, 4.5.1): an address in the label of a button is words. */
function withoutLinks(nodes: readonly InlineNode[], adopter: Adopter): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    if (node.type !== 'element') return [node]
    // What a tree holds in place of an inline element is inline.
    const children = withoutLinks(node.children as readonly InlineNode[], adopter)
    if (node.tagName !== 'a') return [{ ...node, children } as InlineNode]
    adopter.report(
      'html-unwrapped',
      `Unexpected link to ${node.properties.href} inside a link, expected one; its words stay`,
      node.position,
    )
    return children
  })
}

function image(node: Element, adopter: Adopter): InlineNode[] {
  const src = source(adopter, node, node.properties.src)
  const alt = attribute(adopter, node, 'alt') ?? ''
  if (src === undefined)
    return alt === '' ? [] : [{ type: 'text', value: alt, position: adopter.place(node) }]
  return [make(adopter, node, 'img', { ...globals(node), ...titled(node, adopter), src, alt }, [])]
}

function ruby(node: Element, adopter: Adopter): InlineNode[] {
  type Part = ArticleElement<'ruby'>['children'][number]
  const children = node.children.flatMap((child): Part[] => {
    if (child.type !== 'element') return inlineChildren([child], adopter)
    if (child.tagName === 'rt')
      return [make(adopter, child, 'rt', globals(child), inlineChildren(child.children, adopter))]
    // An end that is missing makes the rest of the line one, and that is no bracket.
    if (child.tagName === 'rp' && /^[\s\p{P}]{0,3}$/u.test(textOf(child))) {
      return [
        make(adopter, child, 'rp', {}, [
          { type: 'text', value: textOf(child), position: adopter.place(child) },
        ]),
      ]
    }
    if (child.tagName === 'rb' || child.tagName === 'rtc') return inlineChildren(child.children, adopter)
    return inlineChildren([child], adopter)
  })
  // What stands in for a reading where rubies are not shown is text where there is no reading.
  const isRead = children.some(
    child => child.type === 'element' && child.tagName === 'rt' && child.children.length > 0,
  )
  if (!isRead)
    return children.flatMap(child =>
      child.type === 'element' && (child.tagName === 'rp' || child.tagName === 'rt')
        ? child.children
        : [child],
    )
  return [make(adopter, node, 'ruby', globals(node), children)]
}

function formula(node: Element, adopter: Adopter): InlineNode[] {
  const { tex, children } = mathml(node, adopter)
  return [make(adopter, node, 'math', { tex }, children)]
}
