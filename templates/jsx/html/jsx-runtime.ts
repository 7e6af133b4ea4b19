import type { Element, ElementContent, Root } from 'hast'
import * as runtime from 'hastscript/jsx-runtime'
import type { HtmlElements } from './elements.js'

/** What may stand between two HTML tags: nodes, text, or nothing. */
export type Child = Root | ElementContent | string | number | null | undefined | readonly Child[]

type Jsx = (type: keyof HtmlElements, props: { children?: Child }, key?: string) => Element

// hastscript's own types admit any element name; the narrower ones below make a misspelt tag a compile error.
export const jsx = runtime.jsx as unknown as Jsx
export const jsxs: Jsx = jsx

/** TypeScript reads this namespace to check each tag and attribute. */
export declare namespace JSX {
  type Element = import('hast').Element
  type ElementType = keyof HtmlElements
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicElements extends HtmlElements {}
}
