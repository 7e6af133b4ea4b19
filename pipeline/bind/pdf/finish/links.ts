import { annotations, dictAt, name, nameAt, textAt } from '../objects.js'
import { type PDFDocument, PDFHexString, PDFString } from '../pdf-lib.js'
import { virtualOrigin } from '../safety.js'

/**
 * Gives every link its description (ISO 14289-1, section 7.18.5; Matterhorn 28-012): the address, or the
 * words for a link within the document. A relative address, which Chromium resolves against the origin it
 * printed on, becomes relative again.
 */
export function describeLinks(pdf: PDFDocument, words: { readonly internal: string }): void {
  for (const { annotation } of annotations(pdf)) {
    if (nameAt(annotation, 'Subtype') !== 'Link') continue
    const action = dictAt(annotation, 'A')
    const address = textAt(action, 'URI')
    const relative = address?.startsWith(`${virtualOrigin}/`)
      ? address.slice(virtualOrigin.length + 1)
      : address
    if (action && relative !== undefined && relative !== address)
      action.set(name('URI'), PDFString.of(relative))
    if (!annotation.has(name('Contents')))
      annotation.set(name('Contents'), PDFHexString.fromText(relative || words.internal))
  }
  // The order of the structure is the order of the tab key (Matterhorn 28-009).
  for (const page of pdf.getPages()) page.node.set(name('Tabs'), name('S'))
}
