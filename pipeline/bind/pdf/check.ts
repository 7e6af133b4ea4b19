import { checkAnnotations } from './check/annotations.js'
import { checkContent } from './check/content.js'
import { checkDeclaration } from './check/declaration.js'
import type { PdfUaFinding } from './check/finding.js'
import { checkFonts } from './check/fonts.js'
import { checkGlyphs } from './check/glyphs.js'
import { checkHeadings } from './check/headings.js'
import { checkLists } from './check/lists.js'
import { checkSettings } from './check/settings.js'
import { checkStructure } from './check/structure.js'
import { checkTables } from './check/tables.js'
import { missingGlyphs } from './content/glyphs.js'
import { ParseSpeeds, PDFDocument } from './pdf-lib.js'

export type { PdfUaFinding } from './check/finding.js'

const rules = [
  checkSettings,
  checkContent,
  checkStructure,
  checkHeadings,
  checkLists,
  checkTables,
  checkAnnotations,
  checkFonts,
]

/**
 * Checks a PDF against a part of the Matterhorn Protocol 1.1, the failure conditions of PDF/UA-1 that a machine
 * can find and that a file from Chromium can fall into. An empty result does not prove conformance: colours,
 * names of XObjects, embedded files, forms and what only a reader can judge are not looked at. Importing this
 * module loads the PDF library, some 400 ms; import it when it is needed.
 *
 * @throws when the file is no PDF that the library can read.
 */
export async function checkPdfUa(bytes: Uint8Array): Promise<readonly PdfUaFinding[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  return [...checkDeclaration(pdf), ...checkDocument(pdf)]
}

/** The same, but for the declaration in the metadata: what must hold before the declaration may be written. */
export function checkDocument(pdf: PDFDocument, missing = missingGlyphs(pdf)): readonly PdfUaFinding[] {
  return once([...rules.flatMap(rule => [...rule(pdf)]), ...checkGlyphs(missing)])
}

/** Drops findings that say the same of the same page. */
function once(findings: readonly PdfUaFinding[]): PdfUaFinding[] {
  const byText = new Map(findings.map(finding => [JSON.stringify(finding), finding]))
  return [...byText.values()]
}
