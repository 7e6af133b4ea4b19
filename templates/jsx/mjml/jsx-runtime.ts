import type { ElementContent } from 'hast'
import type { Element as XastElement, Text as XastText } from 'xast'
import * as runtime from 'xastscript/jsx-runtime'
import type { MjmlElements } from './elements.js'

/** An MJML element: an xast element whose leaves are HTML, as hast, serialised once when the tree is bound. */
export interface MjmlElement extends Omit<XastElement, 'children'> {
  children: MjmlNode[]
}

/** A node of an MJML tree: another MJML element, HTML inside a leaf, or text. */
export type MjmlNode = MjmlElement | ElementContent | XastText

/** What may stand between two MJML tags: MJML, HTML leaves, text, or nothing. */
export type Child = MjmlNode | string | number | null | undefined | readonly Child[]

type Jsx = (type: keyof MjmlElements, props: { children?: Child }, key?: string) => MjmlElement

// xastscript keeps any node it is handed as it is, HTML leaves among them; its types do not say so.
export const jsx = runtime.jsx as unknown as Jsx
export const jsxs: Jsx = jsx

/** TypeScript reads this namespace to check each tag and attribute. */
export declare namespace JSX {
  type Element = MjmlElement
  type ElementType = keyof MjmlElements
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicElements extends MjmlElements {}
}
