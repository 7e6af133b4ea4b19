import type { Comment, Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Issue, Publication } from '../../article.js'

/** What an email's rules look at: the HTML that is sent, parsed once, with what it was made of. */
export interface CheckedEmail {
  readonly tree: Root
  /** Every element, in document order; its number is how a finding is traced to the source. */
  readonly elements: readonly Element[]
  /** Elements that only classic Outlook reads, in conditional comments. */
  readonly outlookElements: readonly OutlookElement[]
  /** What the `style` elements hold, one after another. */
  readonly styleSheet: string
  readonly issue: Issue
  readonly publication: Publication
}

/** An element in a conditional comment, and the element that holds the comment. */
export interface OutlookElement {
  readonly element: Element
  readonly holder: Element | undefined
}

/** What a rule found. Where nothing says from where, it is told of the article's file. */
export interface EmailFinding {
  /** What was found, what was expected, and what to do, as a sentence. */
  readonly reason: string
  /** The element of the email that is at fault. */
  readonly at?: Element | undefined
  /** The key of the front matter that says it. */
  readonly key?: string
  /** Whether it is the config that says it, or does not. */
  readonly ofConfig?: boolean
}

/** A rule of the email: it touches nothing but what it is handed. */
export type EmailRule = (email: CheckedEmail) => readonly EmailFinding[]

/** Parses an email's HTML for its rules. */
export function parseEmail(html: string, issue: Issue, publication: Publication): CheckedEmail {
  const tree = fromHtml(html)
  const elements: Element[] = []
  const outlookElements: OutlookElement[] = []
  visit(tree, (node, _, parent) => {
    if (node.type === 'element') elements.push(node)
    if (node.type === 'comment' && /^\[if /.test(node.value)) {
      const holder = parent?.type === 'element' ? parent : undefined
      outlookElements.push(...elementsIn(node).map(element => ({ element, holder })))
    }
  })
  const sheets = elements.filter(({ tagName }) => tagName === 'style').map(textOf)
  return { tree, elements, outlookElements, styleSheet: sheets.join('\n'), issue, publication }
}

/** Elements that begin in a conditional comment; many of them end in the next. */
function elementsIn({ value }: Comment): Element[] {
  const found: Element[] = []
  visit(fromHtml(value.replace(/^\[if [^\]]*\]>|<!\[endif\]$/g, ''), { fragment: true }), 'element', node => {
    found.push(node)
  })
  return found
}

/** The elements of one of the names, in document order. */
export function named({ elements }: CheckedEmail, ...names: readonly string[]): Element[] {
  return elements.filter(({ tagName }) => names.includes(tagName))
}

/** The links of an email, with where each leads. */
export const hrefsOf = (email: CheckedEmail): { readonly at: Element; readonly href: string }[] =>
  named(email, 'a').flatMap(at => {
    const { href } = at.properties
    return typeof href === 'string' ? [{ at, href }] : []
  })

/** A text for a message: no longer than a person reads. */
export const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
