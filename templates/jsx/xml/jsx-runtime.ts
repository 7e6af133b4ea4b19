import type { Element, Root, Text } from 'xast'
import * as runtime from 'xastscript/jsx-runtime'
import type { XmlElements } from './elements.js'

/** What may stand between two XML tags: elements, text, or nothing. */
export type Child = Root | Element | Text | string | null | undefined | readonly Child[]

type Jsx = (type: keyof XmlElements | null, props: { children?: Child }, key?: string) => Element

// xastscript's own types admit any element name; the narrower ones below make a misspelt tag a compile error.
export const jsx = runtime.jsx as unknown as Jsx
export const jsxs: Jsx = jsx

/** `<>...</>`: several elements side by side, to stand among another's children. */
export const Fragment = null

/** TypeScript reads this namespace to check each tag and attribute. */
export declare namespace JSX {
  type Element = import('xast').Element
  type ElementType = keyof XmlElements
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicElements extends XmlElements {}
}
