/** @jsxImportSource #xml */
import type { Element } from 'xast'
import type { Accessibility } from './book.js'
import { property } from './property.js'
import { printable } from './xml-characters.js'

// What the package itself, its markup and the want of encryption give every book of ours.
const always = [
  'ARIA',
  'displayTransformability',
  'readingOrder',
  'structuralNavigation',
  'tableOfContents',
  'unlocked',
]

/** Accessibility metadata (EPUB Accessibility 1.1, section 2; terms of schema.org's accessibility vocabularies). */
export function accessibilityMetadata(book: Accessibility): Element {
  const features = [...always]
  if (book.images === 'described') features.push('alternativeText')
  if (book.math === 'mathml') features.push('MathML')
  const summary = printable(book.summary)
  const visual = book.images !== 'none'
  return (
    <>
      {property('schema:accessMode', 'textual')}
      {visual ? property('schema:accessMode', 'visual') : null}
      {book.images !== 'undescribed' ? property('schema:accessModeSufficient', 'textual') : null}
      {visual ? property('schema:accessModeSufficient', 'textual,visual') : null}
      {features.sort().map(feature => property('schema:accessibilityFeature', feature))}
      {property('schema:accessibilityHazard', 'none')}
      {summary ? property('schema:accessibilitySummary', summary) : null}
      {assertions(book)}
    </>
  )
}

function assertions(book: Accessibility): Element {
  const conformsTo = printable(book.conformsTo)
  const certifiedBy = printable(book.certifiedBy)
  const refines = conformsTo ? 'conformance' : undefined
  return (
    <>
      {conformsTo ? property('dcterms:conformsTo', conformsTo, { id: 'conformance' }) : null}
      {certifiedBy ? property('a11y:certifiedBy', certifiedBy, { refines }) : null}
    </>
  )
}
