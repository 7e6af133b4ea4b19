import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { childElements, type Holder, isNamed, isUnseen } from '../nodes.js'

/** A page, parsed: all of it, and what of it a reader sees. */
export interface Page {
  readonly root: Root
  /** What the body holds; of a fragment, all. */
  readonly body: Root
  /** The `html` element's own attributes say its language and direction. */
  readonly html: Element | undefined
  /** Whether it was written as a page, with `html`, `head` or `body`, and not as a fragment. */
  readonly isPage: boolean
}

/** Parses as a browser does that runs no script: what is in `noscript` is markup. */
export function parsePage(text: string): Page {
  const isPage = /<(?:html|head|body)[\s>]/i.test(text)
  const root = fromHtml(text, { fragment: !isPage })
  const html = root.children.find((child): child is Element => isNamed(child, 'html'))
  const body = html && childElements(html).find(child => child.tagName === 'body')
  return {
    root,
    html,
    isPage,
    body: {
      type: 'root',
      children: isPage ? (body?.children ?? []) : root.children.filter(child => child.type !== 'doctype'),
    },
  }
}

/** Takes off wrappers around one other element, of which site builders put twenty around one another. */
export function withoutWrappers(tree: Holder): void {
  const open: Holder[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    node.children = node.children.map(child => (child.type === 'element' ? unwrapped(child) : child))
    for (const child of node.children) if (child.type === 'element') open.push(child)
  }
}

function unwrapped(node: Element): Element {
  let at = node
  while (at.tagName === 'div' && !at.properties.id && !at.properties.lang && !at.properties.dir) {
    const seen = at.children.filter(child => !isUnseen(child))
    const [only] = seen
    if (seen.length !== 1 || only?.type !== 'element') break
    at = only
  }
  return at
}
