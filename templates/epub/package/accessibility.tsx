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

/**
 * Accessibility metadata (EPUB Accessibility 1.1, section 2; terms of schema.org's accessibility vocabularies).
 *
 * @param hasPages whether the book has a page list, and marks where its pages begin
 */
export function accessibilityMetadata(book: Accessibility, hasPages: boolean): Element {
  const features = [...always]
  if (book.images === 'described') features.push('alternativeText')
  if (book.math === 'mathml') features.push('MathML')
  if (book.ruby) features.push('rubyAnnotations')
  // `printPageNumbers` is the older name of the second, which older catalogues look for.
  if (hasPages) features.push('pageNavigation', 'pageBreakMarkers', 'printPageNumbers')
  const summary = printable(book.summary)
  const visual = book.images !== 'none'
  return (
    <>
      {property('schema:accessMode', 'textual')}
      {visual ? property('schema:accessMode', 'visual') : null}
      {book.images !== 'undescribed' ? property('schema:accessModeSufficient', 'textual') : null}
      {visual ? property('schema:accessModeSufficient', 'textual,visual') : null}
      {features.sort().map(feature => property('schema:accessibilityFeature', feature))}
      {hazardsOf(book).map(hazard => property('schema:accessibilityHazard', hazard))}
      {summary ? property('schema:accessibilitySummary', summary) : null}
      {assertions(book)}
    </>
  )
}

// Text and pictures that stand still can neither flash, nor move, nor sound; a picture that moves may flash.
const hazardsOf = ({ moving }: Accessibility): readonly string[] =>
  moving ? ['noSoundHazard', 'unknownFlashingHazard', 'unknownMotionSimulationHazard'] : ['none']

function assertions(book: Accessibility): Element {
  const conformsTo = printable(book.conformsTo)
  const certifiedBy = printable(book.certifiedBy)
  const credential = certifiedBy && printable(book.certifierCredential)
  const report = certifiedBy && printable(book.certifierReport)
  const certifier = 'certifier'
  return (
    <>
      {conformsTo ? property('dcterms:conformsTo', conformsTo, { id: 'conformance' }) : null}
      {certifiedBy
        ? property('a11y:certifiedBy', certifiedBy, {
            id: certifier,
            refines: conformsTo ? 'conformance' : undefined,
          })
        : null}
      {credential ? property('a11y:certifierCredential', credential, { refines: certifier }) : null}
      {report ? <link rel="a11y:certifierReport" refines={`#${certifier}`} href={report} /> : null}
    </>
  )
}
