import type { DeepCheck } from '../deep-checks.js'
import { checkParity } from './check-parity.js'
import { readPdf } from './read-pdf.js'

/** Holds the PDF against the articles, read by its structure as a screen reader does. */
export const pdfParity: DeepCheck = async ({ rendition, issue }) => {
  const file = rendition.files.find(({ path }) => path.endsWith('.pdf'))
  if (!file) return []
  const reading = await readPdf(file.bytes)
  // One without tags has had its message, and is in no order that could be held against the articles.
  return reading.order === 'structure' ? checkParity({ medium: 'pdf', reading, issue }) : []
}
