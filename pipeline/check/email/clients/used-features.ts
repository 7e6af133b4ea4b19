import type { Element } from 'hast'
import type { CheckedEmail } from '../checked-email.js'
import { declarationsOf } from '../css.js'
import { declarationFeatures, sheetFeatures } from './css-features.js'
import { htmlFeatures } from './html-features.js'

/**
 * The features of HTML and CSS that an email uses, by caniemail's name, each with the first element that uses it; a
 * style sheet's have none. What stands in conditional comments is for classic Outlook alone and not looked at.
 */
export function usedFeatures({ tree, elements, styleSheet }: CheckedEmail): Map<string, Element | undefined> {
  const used = new Map<string, Element | undefined>()
  const styles = new Set<string>()
  const note = (features: readonly string[], at?: Element) => {
    for (const feature of features) if (!used.has(feature)) used.set(feature, at)
  }
  for (const at of elements) {
    note(htmlFeatures(at), at)
    const { style } = at.properties
    // Most elements of a letter share a few styles.
    if (typeof style !== 'string' || styles.has(style)) continue
    styles.add(style)
    note(declarationsOf(style).flatMap(declarationFeatures), at)
  }
  note(sheetFeatures(styleSheet))
  if (tree.children.some(({ type }) => type === 'doctype')) note(['html-doctype'])
  return used
}
