import type { Element, ElementContent, Root } from 'hast'
import { isNamed, isUnseen, rewrite } from '../nodes.js'

/** Takes out spaces that indent a paragraph: Chinese pages begin each with two ideographic ones. */
export function settleSpaces(body: Root): void {
  rewrite(body, node => {
    if (isNamed(node, 'p', 'div', 'li', 'td')) trimStart(node)
    return undefined
  })
}

function trimStart(node: Element): void {
  const first: ElementContent | undefined = node.children.find(child => !isUnseen(child))
  if (first?.type === 'text') first.value = first.value.replace(/^[\s\u00A0\u3000]+/, '')
  else if (first && isNamed(first, 'span', 'font', 'b', 'strong', 'em', 'i')) trimStart(first)
}
