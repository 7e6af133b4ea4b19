import type { Element, ElementContent, Nodes, Properties, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'

/** What has children. */
export type Holder = Root | Element

/** Marks what a test of names found: an element of another name is an element, too. */
declare const found: unique symbol
type Named<Name extends string> = Element & { tagName: Name; readonly [found]: Name }

/** Whether the node is an element of one of the names. */
export const isNamed = <const Name extends string>(
  node: Nodes | undefined,
  ...names: readonly Name[]
): node is Named<Name> => node?.type === 'element' && (names as readonly string[]).includes(node.tagName)

/** The elements among a node's children. */
export const childElements = (node: Holder): Element[] =>
  node.children.flatMap(child => (child.type === 'element' ? [child] : []))

/** Every element below, in the order of the source. */
export function* elementsIn(tree: Holder): Generator<Element> {
  const open: Nodes[] = tree.children.toReversed()
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type !== 'element') continue
    yield node
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child) open.push(child)
    }
  }
}

/** The first element below that passes. */
export function firstIn(tree: Holder, test: (node: Element) => boolean): Element | undefined {
  for (const node of elementsIn(tree)) if (test(node)) return node
  return undefined
}

/** A node's text as a reader sees it, on one line. */
export const wordsOf = (node: Nodes): string => textOf(node).replace(/\s+/g, ' ').trim()

/** How many words a text has: a Chinese or Japanese character counts as one. */
export const countWords = (text: string): number =>
  text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu)
    ?.length ?? 0

/** Its classes and its id, in lower case, each between spaces. */
export function namesOf(node: Element): string {
  const { className, id } = node.properties
  const classes = Array.isArray(className) ? className.join(' ') : ''
  return ` ${classes} ${typeof id === 'string' ? id : ''} `.toLowerCase()
}

/** An attribute's text; empty where it is missing. */
export function attributeOf(node: Element, ...names: readonly string[]): string {
  for (const name of names) {
    const value = node.properties[name]
    const text = Array.isArray(value)
      ? value.join(' ')
      : typeof value === 'boolean'
        ? ''
        : String(value ?? '')
    if (text.trim() !== '') return text.trim()
  }
  return ''
}

/** An element that stands for another: it has that one's place. */
export function standIn(
  from: Nodes,
  tagName: string,
  properties: Properties,
  children: ElementContent[] = [],
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children,
    ...(from.position ? { position: from.position } : {}),
  }
}

type Change = (node: Element, ancestors: readonly Element[]) => readonly ElementContent[] | undefined

/**
 * Changes a tree in place, children before their parents: what `change` returns stands where the element stood, and
 * undefined leaves it there.
 */
export function rewrite(tree: Holder, change: Change, ancestors: readonly Element[] = []): void {
  const inside = tree.type === 'element' ? [...ancestors, tree] : ancestors
  const children: (ElementContent | Root['children'][number])[] = []
  for (const child of tree.children) {
    if (child.type !== 'element') {
      children.push(child)
      continue
    }
    rewrite(child, change, inside)
    const changed = change(child, inside)
    if (changed) children.push(...changed)
    else children.push(child)
  }
  // A root's children may be a doctype too, which only a root's were.
  tree.children = children as ElementContent[]
}

/** Whether nothing of the node is seen: white space, or a comment. */
export const isUnseen = (node: Nodes): boolean =>
  node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')

/** The start of a text, for a message. */
export function shown(text: string): string {
  const line = text.replace(/[`\s]+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line
}
