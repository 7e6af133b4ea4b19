import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type ConfigData, HtmlValidate } from 'html-validate/browser'
import { visit } from 'unist-util-visit'

/** One fault of the HTML. */
export interface HtmlFault {
  /** html-validate's rule (html-validate.org/rules). */
  readonly rule: string
  readonly words: string
  /** The number, in document order, of the element that it is in. */
  readonly element: number | undefined
}

/**
 * What html-validate has against a page: HTML's content models, and the techniques of WCAG. The validator for browsers is
 * the one used: it looks for no config in the folders around.
 *
 * @param config the rules that such a page is held to
 */
export async function htmlFaults(html: string, config: ConfigData): Promise<readonly HtmlFault[]> {
  const { results } = await new HtmlValidate(config).validateString(html)
  const messages = results.flatMap(result => result.messages)
  if (messages.length === 0) return []
  const elements = elementsOf(html)
  return messages.map(({ ruleId, message, offset }) => ({
    rule: ruleId,
    words: message,
    element: elementAt(elements, offset),
  }))
}

function elementsOf(html: string): Element[] {
  const elements: Element[] = []
  visit(fromHtml(html), 'element', node => {
    elements.push(node)
  })
  return elements
}

/** The innermost element that holds an offset: of all that do, the last to begin. */
function elementAt(elements: readonly Element[], offset: number): number | undefined {
  const index = elements.findLastIndex(
    ({ position }) => (position?.start.offset ?? Infinity) <= offset && offset < (position?.end.offset ?? 0),
  )
  return index < 0 ? undefined : index
}
