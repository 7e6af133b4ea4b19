/** @jsxImportSource #xml */
import type { Element } from 'xast'
import type { Book } from './book.js'
import { hasContentsPage } from './contents.js'
import { metadata } from './metadata.js'
import * as names from './names.js'
import { landmarkLabel } from './navigation.js'
import { contentProperties } from './properties.js'

const xhtml = 'application/xhtml+xml'

/** The package document, `content.opf` (EPUB 3.3, section 5). */
export function packageDocument(book: Book): Element {
  return (
    <package
      xmlns="http://www.idpf.org/2007/opf"
      version="3.0"
      unique-identifier={names.identifierId}
      xml:lang={book.lang}
      dir={book.dir}
    >
      {metadata(book)}
      {manifest(book)}
      {spine(book)}
      {guide(book)}
    </package>
  )
}

function manifest(book: Book): Element {
  return (
    <manifest>
      <item id={names.contentsId} href={names.contentsFile} media-type={xhtml} properties="nav" />
      <item id={names.ncxId} href={names.ncxFile} media-type="application/x-dtbncx+xml" />
      <item id={names.stylesheetId} href={names.stylesheetFile} media-type="text/css" />
      {book.cover ? (
        <item
          id={names.coverId}
          href={book.cover.href}
          media-type={book.cover.type}
          properties="cover-image"
        />
      ) : null}
      {book.documents.map((document, index) => (
        <item
          id={names.documentId(index)}
          href={document.file}
          media-type={xhtml}
          properties={contentProperties(document.body).join(' ') || undefined}
        />
      ))}
      {book.resources.map((resource, index) => (
        <item id={names.resourceId(index)} href={resource.href} media-type={resource.type} />
      ))}
    </manifest>
  )
}

// The contents come where a reader of paper looks for them: after the cover and the title page.
function spine(book: Book): Element {
  const body = book.documents.findIndex(({ landmark }) => landmark !== 'cover' && landmark !== 'titlepage')
  const references = book.documents.map((_, index) => <itemref idref={names.documentId(index)} />)
  const opening = body === -1 ? references.length : body
  return (
    <spine toc={names.ncxId} page-progression-direction={book.dir}>
      {references.slice(0, opening)}
      {hasContentsPage(book) ? <itemref idref={names.contentsId} /> : null}
      {references.slice(opening)}
    </spine>
  )
}

// EPUB 2's landmarks, which Kindle still reads: `text` is where a book opens (OPF 2.0.1, 2.6).
const guideTypes = { cover: 'cover', titlepage: 'title-page', bodymatter: 'text' } as const

function guide(book: Book): Element | null {
  const references = book.documents.flatMap(({ file, landmark }) =>
    landmark ? (
      <reference type={guideTypes[landmark]} title={landmarkLabel(landmark, book.words)} href={file} />
    ) : (
      []
    ),
  )
  if (hasContentsPage(book)) {
    references.unshift(<reference type="toc" title={book.words.contents} href={names.contentsFile} />)
  }
  return references.length > 0 ? <guide>{references}</guide> : null
}
