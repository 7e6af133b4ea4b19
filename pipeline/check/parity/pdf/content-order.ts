import type { PDFDocument } from '../../../bind/pdf/pdf-lib.js'
import type { Reading } from '../reading.js'
import { ContentReader } from './content.js'
import { linksOfPage } from './links.js'

/**
 * Reads an untagged file: what its pages show in the order in which it is painted, a line where text moves up or down.
 * Words that only a gap in a line parts are not told from one another.
 */
export function readByContent(pdf: PDFDocument): Reading {
  const content = new ContentReader(pdf)
  const parts: string[] = []
  const links: string[] = []
  for (const { ref, node } of pdf.getPages()) {
    let height = 0
    let line: number | undefined
    content.read(ref, {
      text(text) {
        if (line !== height) parts.push('\n')
        line = height
        parts.push(text)
      },
      moves(operator, written) {
        const operands = written.split(/\s+/).map(Number)
        if (operator === 'BT') height = 0
        else if (operator === 'Tm') height = operands[5] ?? 0
        else if (operator === 'Td' || operator === 'TD') height += operands[1] ?? 0
        // The next line, wherever that is.
        else line = undefined
      },
    })
    links.push(...linksOfPage(pdf, node))
    parts.push('\n')
  }
  return { text: parts.join(''), links }
}
