import type { Element } from 'hast'
import type { ArticleElement, BlockElement } from '../../article.js'
import { type Adopter, type BlockAdopter, globals, integer, make } from './adopter.js'

function items(node: Element, adopter: Adopter): ArticleElement<'li'>[] {
  return node.children.flatMap((child): ArticleElement<'li'>[] => {
    if (child.type !== 'element' || child.tagName !== 'li') {
      const stray = adopter.flow([child])
      return stray.length > 0 ? [make(adopter, child, 'li', {}, stray)] : []
    }
    const box = checkbox(child)
    const value = integer(adopter, child, 'value', 0)
    const properties = {
      ...globals(child),
      ...(box ? { checked: Boolean(box.properties.checked) } : {}),
      ...(value === undefined ? {} : { value }),
    }
    return [make(adopter, child, 'li', properties, adopter.flow(child.children))]
  })
}

/** A list without an order. Whatever in it is no item becomes one. */
export function list(tagName: 'ul'): BlockAdopter {
  return (node, adopter) => {
    const children = items(node, adopter)
    return children.length > 0 ? [make(adopter, node, tagName, globals(node), children)] : []
  }
}

/** The box of a task, first in its item or in the item's first paragraph. */
function checkbox(item: Element): Element | undefined {
  const first = item.children.find(child => child.type === 'element')
  const box = first?.tagName === 'p' ? first.children.find(child => child.type === 'element') : first
  return box?.tagName === 'input' && box.properties.type === 'checkbox' ? box : undefined
}

/** A numbered list, with where it starts and how it counts. */
export function ol(node: Element, adopter: Adopter): BlockElement[] {
  const start = integer(adopter, node, 'start', 0)
  const type = (['1', 'a', 'A', 'i', 'I'] as const).find(known => known === node.properties.type)
  const properties = {
    ...globals(node),
    ...(start === undefined || start === 1 ? {} : { start }),
    ...(node.properties.reversed ? { reversed: true } : {}),
    ...(type && type !== '1' ? { type } : {}),
  }
  const children = items(node, adopter)
  return children.length > 0 ? [make(adopter, node, 'ol', properties, children)] : []
}

/** A list of terms and what they mean. */
export function dl(node: Element, adopter: Adopter): BlockElement[] {
  type Part = ArticleElement<'dl'>['children'][number]
  const parts = (from: Element): Part[] =>
    from.children.flatMap((child): Part[] => {
      if (child.type === 'element') {
        if (child.tagName === 'dt')
          return [make(adopter, child, 'dt', globals(child), adopter.line(child.children))]
        if (child.tagName === 'dd')
          return [make(adopter, child, 'dd', globals(child), adopter.flow(child.children))]
        if (child.tagName === 'div') return parts(child)
      }
      const stray = adopter.flow([child])
      return stray.length > 0 ? [make(adopter, child, 'dd', {}, stray)] : []
    })
  const children = parts(node)
  return children.length > 0 ? [make(adopter, node, 'dl', globals(node), children)] : []
}
