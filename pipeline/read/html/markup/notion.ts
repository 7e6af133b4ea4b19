import type { Element, ElementContent, Root } from 'hast'
import { attributeOf, type Holder, isNamed, isUnseen, namesOf, rewrite } from '../nodes.js'

const single = / (?:bulleted-list|numbered-list|to-do-list) /

/** What Notion exports: properties in a table, icons, and a list for each item. */
export function settleNotion(body: Root): void {
  rewrite(body, node => {
    const names = namesOf(node)
    if (isNamed(node, 'table') && names.includes(' properties ')) return []
    if (isNamed(node, 'div', 'span') && / (?:page-header-icon|icon) /.test(names)) return []
    joinLists(node)
    return undefined
  })
  joinLists(body)
}

/** Lists of one item beside one another are one list. */
function joinLists(holder: Holder): void {
  const out: ElementContent[] = []
  for (const child of holder.children as ElementContent[]) {
    const last = out.findLast(at => !isUnseen(at))
    if (isNamed(child, 'ul', 'ol') && isNamed(last, 'ul', 'ol') && isSameList(child, last))
      last.children.push(...child.children)
    else out.push(child)
  }
  if (out.length !== holder.children.length) holder.children = out
}

const isSameList = (a: Element, b: Element) =>
  single.test(namesOf(a)) &&
  a.tagName === b.tagName &&
  attributeOf(a, 'className') === attributeOf(b, 'className')
