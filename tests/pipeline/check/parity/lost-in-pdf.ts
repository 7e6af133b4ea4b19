import { expect } from 'vitest'
import { readPdf } from '../../../../pipeline/check/parity/read-pdf.js'
import type { ReadIssue } from '../../../../pipeline/press.js'
import { lostIn } from '../../../support/reading/lost.js'
import { type Passage, saidBy } from '../../../support/reading/passages.js'

/**
 * What a tagged PDF has to say: as an email with pictures, whose alternative texts are read and whose formulas are TeX;
 * the cells of its tables come one by one, and words of every script stand in the order of reading.
 */
function passages({ issue }: ReadIssue): readonly Passage[] {
  const said = issue.articles.flatMap(({ tree }) => saidBy(tree, 'email').passages)
  // Who fills in a merge tag is the sender's program: paper has what stands for it where it has nothing. And a reading
  // above its word needs no brackets.
  return said.filter(({ text }) => !/^(?:name|[()])$/.test(text))
}

/** What a PDF lacks of the articles that it was printed of, in words for a person. */
export async function lostInPdf(read: ReadIssue, bytes: Uint8Array): Promise<readonly string[]> {
  const { text, links, order } = await readPdf(bytes)
  expect(order).toBe('structure')
  // Between a link's words and those after them paper has the number of its address, or the page that it leads to.
  const unnumbered = text.replace(/\[\d+\]|\s\(page\s\d+\)/g, '')
  const leads = read.issue.articles.flatMap(({ tree }) => saidBy(tree, 'pdf').links)
  const missing = leads.filter(url => !links.includes(url))
  return [...lostIn(unnumbered, passages(read), 'email'), ...missing]
}
