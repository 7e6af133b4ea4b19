import type { Reading } from './reading.js'

/** What a program that reads a PDF aloud gets out of it. */
export interface PdfReading extends Reading {
  /**
   * `structure`: in the order of the structure tree, as a tagged PDF is read (ISO 32000-1, 14.8.2.3). `content`: in the
   * order in which the pages are painted, because the file has no structure tree; it may be another than the order of
   * reading, and what a picture shows is not said.
   */
  readonly order: 'structure' | 'content'
}

/** A file that is no PDF, is damaged, or has content that is written in a way which is not understood here. */
export class UnreadablePdf extends Error {
  override readonly name = 'UnreadablePdf'
}

/**
 * Reads a finished PDF as a screen reader does: the structure tree in its order (ISO 32000-1, 14.7.2), replacement texts
 * (14.9.4) and alternative texts (14.9.3) in place of what they stand for, all other text by its fonts' maps to Unicode
 * (9.10.3), U+FFFD where a map has nothing. Artifacts, such as running heads, are left out (14.8.2.2). An element that is
 * no part of a line begins and ends one. The links are the addresses of link annotations (12.5.6.5, 12.6.4.7), one for
 * each link, over however many lines it goes; those that lead to a place in the document are none.
 *
 * The first call loads the PDF library, some 400 ms.
 *
 * @throws {UnreadablePdf} on bytes that are no PDF, on a damaged one, and on content with inline images or a filter other
 *   than FlateDecode.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const { readDocument } = await import('./pdf/read-document.js')
  try {
    return await readDocument(bytes)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UnreadablePdf(`The PDF cannot be read: ${reason}`, { cause: error })
  }
}
