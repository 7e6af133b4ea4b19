import type { PhrasingContent, RootContent } from 'mdast'
import { toMarkdown as stringify } from 'mdast-util-to-markdown'
import stringWidth from 'string-width'
import { handle } from '../../templates/handlers.js'
import type { Article, InlineNode } from '../article.js'
import { elements } from './elements.js'
import { withoutReferences } from './emphasis.js'
import { frontMatterOf } from './front-matter.js'
import { Masks } from './masks.js'
import { namedElements } from './names.js'
import { syntax } from './syntax.js'
import { isBreakAlone, joined, textOf, withoutRunOn } from './text.js'
import { wrappedBlocks } from './wrappers.js'
import type { Writing } from './writing.js'

/** How the Markdown will be read: what it need not say follows from that. */
export interface MarkdownWriting {
  /** The language of an article that names none, BCP 47. By default an article names its own. */
  readonly lang?: string
  /** The slug of an article that names none. Default: from the article's file. */
  readonly slug?: string
  /** `$x$` is math. Default: false. */
  readonly singleDollarMath?: boolean
}

/**
 * An article as Markdown with front matter, as a person would write it, which is read back to the same article. Raw
 * HTML stands only where Markdown and our directives have no form.
 */
export function toMarkdown(article: Article, options: MarkdownWriting = {}): string {
  const masks = new Masks()
  const state: Writing = {
    masks,
    named: namedElements(article.tree),
    anchors: true,
    oneLine: false,
    cell: false,
    label: false,
    verse: false,
    linked: false,
    deleted: false,
    blocks: (nodes, inner) => wrappedBlocks(nodes, inner, elements),
    line,
  }
  const children = state.blocks(article.tree.children, state)
  const text = stringify(
    { type: 'root', children },
    syntax({
      singleDollarMath: options.singleDollarMath ?? false,
      verbatim: article.meta.source?.verbatim ?? false,
      width: value => stringWidth(masks.fill(value)),
    }),
  )
  return `${frontMatterOf(article, options)}\n${masks.fill(text)}`
}

function line(nodes: readonly InlineNode[], state: Writing): PhrasingContent[] {
  const whole = joined(nodes)
  const made = whole.flatMap((node, index): RootContent[] => {
    if (node.type === 'text') return textOf(node.value, state)
    const alone = node.tagName === 'br' && isBreakAlone(whole, index)
    return handle(elements, node, alone ? { ...state, oneLine: true } : state)
  })
  // What an inline element is made of is inline.
  return withoutRunOn(withoutReferences(made as PhrasingContent[]))
}
