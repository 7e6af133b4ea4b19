import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { BlockElement } from '../../article.js'
import { unmasked } from '../../parse/merge-tags.js'
import { cardWords } from '../card-words.js'
import { type Adopter, attribute, type BlockAdopter, globals, make } from './adopter.js'
import { elementsOf } from './elements-of.js'
import { source, target } from './url.js'

/** A callout of one of five kinds; an unknown kind is a note, with a message. */
export function callout(node: Element, adopter: Adopter): BlockElement[] {
  const given = attribute(adopter, node, 'kind') ?? attribute(adopter, node, 'dataKind') ?? 'note'
  const kind = (['note', 'tip', 'important', 'warning', 'caution'] as const).find(
    known => known === given.toLowerCase(),
  )
  if (!kind) {
    adopter.report(
      'directive-attribute',
      `Unexpected callout kind \`${given}\`, expected note, tip, important, warning or caution; shown as a note`,
      adopter.place(node),
    )
  }
  const label = elementsOf(node).find(child => child.tagName === 'tf-label')
  const content = adopter.blocks(node.children.filter(child => child !== label))
  const head = label ? [make(adopter, label, 'label', globals(label), adopter.line(label.children))] : []
  return [make(adopter, node, 'callout', { ...globals(node), kind: kind ?? 'note' }, [...head, ...content])]
}

/** What cannot be embedded, as a card that leads to it: a video, a player, another page. @param key where its address is */
export function embed(key: 'url' | 'src'): BlockAdopter {
  return (node, adopter) => {
    const inner = elementsOf(node).find(child => child.tagName === 'source')
    const to = target(adopter, node, node.properties[key] ?? inner?.properties.src)
    if (!to && key === 'src') return adopter.blocks(node.children)
    const text = textOf(node).trim().replace(/\s+/g, ' ')
    const title =
      attribute(adopter, node, 'title') ??
      attribute(adopter, node, 'ariaLabel') ??
      (key === 'url' && text ? unmasked(text, adopter.tags) : undefined)
    const description = attribute(adopter, node, 'description')
    if (text && key === 'src') {
      adopter.report(
        'html-dropped',
        `Unexpected text in \`<${node.tagName}>\`, left out: browsers show it only when they cannot play it`,
        adopter.place(node),
      )
    }
    const image = source(adopter, node, node.properties.image ?? node.properties.poster)
    const provider = attribute(adopter, node, 'provider')
    const card = {
      ...(title ? { title } : {}),
      ...(description ? { description } : {}),
      ...(image ? { image } : {}),
    }
    if (!to) return cardWords(card, adopter.place(node))
    return [
      make(
        adopter,
        node,
        'embed',
        { ...globals(node), url: to.href, ...card, ...(provider ? { provider } : {}) },
        [],
      ),
    ]
  }
}

/** Text that a browser shows on demand, with the line that stands for it. */
export function details(node: Element, adopter: Adopter): BlockElement[] {
  const head = elementsOf(node).find(child => child.tagName === 'summary')
  const content = adopter.blocks(node.children.filter(child => child !== head))
  const summary = head ? [make(adopter, head, 'summary', globals(head), adopter.line(head.children))] : []
  return [
    make(adopter, node, 'details', { ...globals(node), ...(node.properties.open ? { open: true } : {}) }, [
      ...summary,
      ...content,
    ]),
  ]
}
