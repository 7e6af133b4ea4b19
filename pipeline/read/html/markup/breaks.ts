import type { Element, ElementContent, Root } from 'hast'
import { isNamed, isUnseen, rewrite, standIn } from '../nodes.js'

const blockNames = new Set(
  'address article aside blockquote details div dl dt dd fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul tf-embed tf-equation tf-pullquote tf-callout tf-button noscript'.split(
    ' ',
  ),
)
/** Whether a browser sets the node as a block. */
export const isBlock = (node: ElementContent): boolean =>
  node.type === 'element' && blockNames.has(node.tagName)

/** Two line breaks are a paragraph's end, as editors of blogs write it. */
export function settleBreaks(body: Root): void {
  const split = (node: Root | Element) => {
    const children = node.children as ElementContent[]
    if (!hasDouble(children)) return undefined
    const out: ElementContent[] = []
    let run: ElementContent[] = []
    let breaks: ElementContent[] = []
    const end = () => {
      breaks = []
      const [first] = run
      if (first && !run.every(isUnseen)) out.push(standIn(first, 'p', {}, run))
      run = []
    }
    for (const child of children) {
      if (isBlock(child)) {
        end()
        out.push(child)
      } else if (isNamed(child, 'br')) breaks.push(child)
      else if (isUnseen(child)) (breaks.length > 0 ? breaks : run).push(child)
      else {
        if (breaks.filter(at => isNamed(at, 'br')).length > 1) end()
        run.push(...breaks, child)
        breaks = []
      }
    }
    end()
    return out
  }
  rewrite(body, node => {
    if (!isNamed(node, 'div', 'p', 'td', 'section', 'article', 'blockquote', 'font', 'span', 'center'))
      return undefined
    const out = split(node)
    if (!out) return undefined
    if (isNamed(node, 'p', 'font', 'span')) return out
    node.children = out
    return undefined
  })
  const out = split(body)
  if (out) body.children = out
}

function hasDouble(children: readonly ElementContent[]): boolean {
  const seen = children.filter(child => !isUnseen(child))
  return seen.some((child, index) => isNamed(child, 'br') && isNamed(seen[index + 1], 'br'))
}
