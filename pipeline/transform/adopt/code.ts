import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { BlockElement } from '../../article.js'
import { unmasked } from '../../parse/merge-tags.js'
import { type Adopter, attribute, globals, make } from './adopter.js'
import { elementsOf } from './elements-of.js'

/** A block of code, a line at a time; its language is on itself or on the `code` in it, as highlighters write it. */
export function pre(node: Element, adopter: Adopter): BlockElement[] {
  const inner = elementsOf(node).find(child => child.tagName === 'code')
  const classes = [node, inner].flatMap(from =>
    Array.isArray(from?.properties.className) ? from.properties.className : [],
  )
  const language =
    attribute(adopter, node, 'dataLanguage') ??
    classes.map(name => /^(?:language|lang)-(.+)$/.exec(String(name))?.[1]).find(Boolean)
  const marked = lineNumbers(attribute(adopter, node, 'dataLines') ?? '')
  const lines = unmasked(textOf(node), adopter.tags).replace(/\n$/, '').split('\n')
  const children = lines.map((value, index) =>
    make(
      adopter,
      node,
      'line',
      marked.has(index + 1) ? { marked: true } : {},
      value === '' ? [] : [{ type: 'text', value, position: adopter.place(node) }],
    ),
  )
  return [
    make(
      adopter,
      node,
      'pre',
      { ...globals(node), ...(language ? { language: language.toLowerCase() } : {}) },
      children,
    ),
  ]
}

/** `1,3-5` as the numbers 1, 3, 4, 5. */
function lineNumbers(list: string): ReadonlySet<number> {
  const numbers = list.split(',').flatMap(part => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return from > 0 && to >= from && to - from < 10_000
      ? Array.from({ length: to - from + 1 }, (_, index) => from + index)
      : []
  })
  return new Set(numbers)
}
