import type { ElementContent, Nodes } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { MjmlElement, MjmlNode } from '../../../templates/jsx/mjml/jsx-runtime.js'
import { mergeToken, replaceTokens } from '../../../templates/merge-token.js'
import type { MjmlJson } from './mjml.js'

/** Gives a picture's address in the HTML that is made. */
export type AddressOf = (src: string) => string

type Leaf = (addressOf: AddressOf) => string

/** A tree of MJML in which an alphanumeric token stands for everything that MJML would copy without escaping. */
export interface MaskedTree {
  readonly json: MjmlJson
  /** Puts the leaves back into MJML's HTML, each serialised and escaped once. */
  fill(html: string, addressOf: AddressOf): string
}

const token = /tfleaf(\d+)x/g

/** Braces that somebody who looks for `{{` would find: two together, and one beside a merge tag. */
const bracePairs = /\{(?=[{\u0001])|(?<=\{)\{|\}(?=\})|(?<=[}\u0002])\}/g

/**
 * Takes the leaves out of a tree. MJML sees no word, address or style sheet of an issue, so that nothing in them can
 * meet its regular expressions or its lack of escaping (MJML 5.4 escapes nothing of JSON input).
 *
 * @param reserved characters of the issue's own words that become references, so that no merge tag is seen in them
 */
export function maskLeaves(tree: MjmlElement, reserved: RegExp = bracePairs): MaskedTree {
  const leaves: Leaf[] = []
  const referenced = (html: string) =>
    html.replace(reserved, characters =>
      Array.from(characters, character => `&#${character.codePointAt(0)};`).join(''),
    )
  const keep = (leaf: Leaf, ready = false) =>
    `tfleaf${leaves.push(ready ? leaf : addressOf => referenced(leaf(addressOf))) - 1}x`
  const jsonOf = (node: MjmlElement): MjmlJson => {
    const attributes = Object.fromEntries(
      Object.entries(node.attributes).flatMap(([name, value]) =>
        value === null || value === undefined ? [] : [[name, attribute(name, String(value), keep)]],
      ),
    )
    const shared = { tagName: node.name, attributes }
    if (node.children.length === 0) return { ...shared, children: [], content: '' }
    const children = node.children.filter(isMjml)
    if (children.length === node.children.length) return { ...shared, children: children.map(jsonOf) }
    if (children.length > 0) throw new TypeError(`Unexpected HTML beside MJML in ${node.name}`)
    return { ...shared, content: keep(content(node), isOurs(node)) }
  }
  return {
    json: jsonOf(tree),
    fill: (html, addressOf) =>
      html.replace(token, (whole, index: string) => leaves[Number(index)]?.(addressOf) ?? whole),
  }
}

const isMjml = (node: MjmlNode): node is MjmlElement => 'name' in node

/** Whether it is of the template alone, with braces that CSS means: a style sheet, or what the head has a comment in. */
const isOurs = (node: MjmlElement): boolean =>
  node.name === 'mj-style' || node.children.some(child => child.type === 'comment')

/** Attributes whose value is the issue's, not the theme's. */
const foreign = new Set(['src', 'href', 'alt', 'title', 'lang', 'name'])

function attribute(name: string, value: string, keep: (leaf: Leaf) => string): string {
  if (!foreign.has(name)) return escaped(value)
  return keep(addressOf => escaped(inAttribute(name === 'src' ? addressOf(value) : value)))
}

/** A value for between double quotes. */
const escaped = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function content(node: MjmlElement): Leaf {
  // Checked by the caller: none of the children is MJML.
  const children = node.children as ElementContent[]
  if (node.name === 'mj-style') {
    const sheet = children.map(child => ('value' in child ? child.value : '')).join('')
    // CSS has no character references; a `<` could only be there to end the element.
    return () => sheet.replaceAll('<', '\\3C ')
  }
  if (node.name === 'mj-title') {
    const title = children.map(child => ('value' in child ? child.value : '')).join('')
    // MJML 5.4 writes it twice: in `title`, and in the `aria-label` of the body, where a quote would end it.
    return () => escaped(title)
  }
  return addressOf => toHtml({ type: 'root', children: children.map(child => addressed(child, addressOf)) })
}

/** The node with the pictures in it addressed for one HTML. */
function addressed<Node extends Nodes>(node: Node, addressOf: AddressOf): Node {
  if (node.type !== 'element') return node
  const children = node.children.map(child => addressed(child, addressOf))
  const properties = Object.fromEntries(
    Object.entries(node.properties).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      return [name, inAttribute(name === 'src' ? addressOf(value) : value)]
    }),
  )
  return { ...node, properties, children }
}

/** Tags among the words of an attribute say so. */
const inAttribute = (value: string): string =>
  replaceTokens(value, token => mergeToken(token.use === 'words' ? { ...token, use: 'attribute' } : token))
