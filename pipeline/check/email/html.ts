import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type ConfigData, HtmlValidate } from 'html-validate/browser'
import { visit } from 'unist-util-visit'
import { finding } from '../../messages.js'
import type { DeepCheck } from '../deep-checks.js'
import { repeatable } from '../gathered.js'

/** html-validate's rules, without those that an email has to break. */
const config: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Outlook draws with Word, which reads the attributes of HTML 3.2 and little of CSS.
    'no-deprecated-attr': 'off',
    // MJML puts `role="article"` on a `div`: clients throw `article` away, not the role.
    'prefer-native-element': ['error', { exclude: ['article'] }],
  },
}

/** One fault of the HTML. */
export interface HtmlFault {
  /** html-validate's rule (html-validate.org/rules). */
  readonly rule: string
  readonly words: string
  /** The number, in document order, of the element that it is in. */
  readonly element: number | undefined
}

/**
 * What html-validate has against an email's HTML: HTML's content models, and the techniques of WCAG. The validator for
 * browsers is the one used: it looks for no config in the folders around.
 */
export async function htmlFaults(html: string): Promise<readonly HtmlFault[]> {
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

/** The email's HTML by the letter: what a template of the publication's own may have nested or named wrongly. */
export const emailHtml: DeepCheck = async ({ rendition, file }) => {
  const html = rendition.files.find(({ path }) => path === 'email.html')
  const faults = await htmlFaults(new TextDecoder().decode(html?.bytes))
  return Promise.all(
    faults.map(async ({ rule, words, element }) => {
      const where = element === undefined ? undefined : await rendition.placeOf?.(element)
      const reason = `Unexpected HTML: ${words} (html-validate: ${rule})`
      return repeatable(finding('email-html', reason, where ?? { file }))
    }),
  )
}
