import type { Book } from '../../../templates/epub/package/book.js'
import { contentDocument } from '../../../templates/epub/package/document.js'
import { navigationDocument } from '../../../templates/epub/package/navigation.js'
import { ncxDocument } from '../../../templates/epub/package/ncx.js'
import { packageDocument } from '../../../templates/epub/package/package-document.js'
import { admit } from './admit.js'
import { faultsOf } from './faults.js'

/**
 * Makes the EPUB of a book: an EPUB 3.3 that EPUB 2's readers open too. The same book gives the same bytes.
 * Nothing is fetched; the packer is loaded at the first call.
 *
 * @throws {Error} When the description is not of a book that a package can hold: naming every fault.
 */
export async function bindEpub(given: Book): Promise<Uint8Array> {
  const faults = faultsOf(given)
  if (faults.length > 0) throw new Error(`This book cannot become an EPUB. ${faults.join(' ')}`)
  const book = admit(given)
  const [{ pack }, { xhtml, xml }] = await Promise.all([import('./pack.js'), import('./serialise.js')])
  return pack({
    identifier: book.identifier,
    modified: book.modified,
    packageDocument: xml(packageDocument(book)),
    navigation: xhtml(navigationDocument(book)),
    ncx: xml(ncxDocument(book)),
    stylesheet: book.stylesheet,
    documents: book.documents.map(document => ({
      file: document.file,
      text: xhtml(contentDocument(document, book)),
    })),
    resources: book.cover ? [...book.resources, book.cover] : book.resources,
  })
}
