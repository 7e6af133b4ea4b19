import type { ElementContent } from 'hast'
import type { Article, ArticleNode, Direction, GlobalAttributes } from '../../pipeline/article.js'
import { type Handlers, handleAll } from '../handlers.js'
import type { MjmlElement } from '../jsx/mjml/jsx-runtime.js'
import type { Rendering } from '../rendering.js'
import { anchorBefore } from './anchor.js'
import { placed } from './place.js'

/**
 * A node of an email's column: inline-styled HTML, or an MJML component, told apart by `tagName` and `name`. Neighbouring
 * HTML nodes become one `mj-text`; a component breaks the run.
 */
export type EmailNode = ElementContent | MjmlElement

/** Where an element stands: in the column, where MJML may stand; in a table cell or a quotation; in an item of a list. */
export type Place = 'column' | 'cell' | 'item'

/** What the handlers share: built once for an article, narrowed on the way down, never changed. */
export interface EmailState {
  readonly rendering: Rendering
  readonly article: Article
  readonly elements: EmailHandlers
  readonly place: Place
  /** Which way the text around runs. */
  readonly direction: Direction
  /** Fragments that something in the article links to: only these need an anchor. */
  readonly linked: ReadonlySet<string>
  /** CSS px between two paragraphs where the element stands. */
  readonly rhythm: number
  /** CSS px a picture can be wide where the element stands. */
  readonly width: number
}

/** The table of the email: an element of the vocabulary to HTML or MJML. */
export type EmailHandlers = Handlers<EmailNode, EmailState>

export const isComponent = (node: EmailNode): node is MjmlElement => 'name' in node

/**
 * The nodes as a column takes them: HTML and components, each with the place of what it was made from. What is linked to
 * has its anchor before it.
 */
export function nodesOf(nodes: readonly ArticleNode[], state: EmailState): EmailNode[] {
  const textOf = (value: string): EmailNode => ({ type: 'text', value })
  return nodes.flatMap(node =>
    [
      ...(node.type === 'element' ? anchorBefore(node, state) : []),
      ...handleAll(state.elements, [node], state, textOf),
    ].map(made => placed(made, node.position, state.article)),
  )
}

/**
 * The nodes as HTML, for what stands inside other HTML. No handler of ours gives a component where `place` is not the
 * column; one that a publication put in its place might.
 *
 * @throws TypeError for an MJML component inside HTML
 */
export function htmlOf(nodes: readonly ArticleNode[], state: EmailState): ElementContent[] {
  const inside: EmailState = state.place === 'column' ? { ...state, place: 'cell' } : state
  return nodesOf(nodes, inside).map(node => {
    if (isComponent(node))
      throw new TypeError(
        `Unexpected ${node.name} inside HTML; a handler may give MJML where place is 'column'`,
      )
    return node
  })
}

/** The state inside an element that has a direction of its own. */
export const within = (state: EmailState, { dir }: GlobalAttributes): EmailState =>
  (dir === 'ltr' || dir === 'rtl') && dir !== state.direction ? { ...state, direction: dir } : state

/** The state inside something narrower, px on both sides together. */
export const narrowed = (state: EmailState, place: Place, by: number, rhythm = state.rhythm): EmailState => ({
  ...state,
  place,
  rhythm,
  width: Math.max(state.width - by, 1),
})

/** Language and direction, as an element carries them into the email. */
export const languageOf = ({ lang, dir }: GlobalAttributes): Pick<GlobalAttributes, 'lang' | 'dir'> => ({
  ...(lang ? { lang } : {}),
  ...(dir ? { dir } : {}),
})

/** A text's side, where it runs the other way than the text around it: the column sets a side for all of it. */
export const sideOf = ({ dir }: GlobalAttributes, state: EmailState): 'left' | 'right' | undefined =>
  (dir === 'ltr' || dir === 'rtl') && dir !== state.direction ? (dir === 'rtl' ? 'right' : 'left') : undefined
