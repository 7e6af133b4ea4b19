import { expect } from 'vitest'
import { checkParity } from '../../../../pipeline/check/parity/check-parity.js'
import { readPdf } from '../../../../pipeline/check/parity/read-pdf.js'
import type { ReadIssue } from '../../../../pipeline/press.js'
import { worded } from '../../../support/article.js'

/** What a PDF lacks of the articles that it was printed of, in words for a person. */
export async function lostInPdf({ issue }: ReadIssue, bytes: Uint8Array): Promise<readonly string[]> {
  const reading = await readPdf(bytes)
  expect(reading.order).toBe('structure')
  return checkParity({ medium: 'pdf', reading, issue }).map(worded)
}
