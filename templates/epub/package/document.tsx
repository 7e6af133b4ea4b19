import type { Element, ElementContent } from 'hast'
import type { Book, BookDocument, Direction } from './book.js'
import { titleOf } from './contents.js'
import { stylesheetFile } from './names.js'

/** The XHTML file of one document of the book, whole. */
export function contentDocument(document: BookDocument, book: Book): Element {
  return shell({
    title: titleOf(document, book),
    lang: document.lang,
    dir: document.dir,
    type: document.matter,
    className: document.landmark === 'cover' ? 'cover' : undefined,
    body: document.body,
  })
}

/** An XHTML file as EPUB asks for (EPUB 3.3, 6.1), around a body. */
export function shell(page: {
  title: string
  lang: string
  dir: Direction | undefined
  type: string
  className?: string | undefined
  body: readonly ElementContent[]
}): Element {
  return (
    <html xmlns:epub="http://www.idpf.org/2007/ops" lang={page.lang} xmlLang={page.lang} dir={page.dir}>
      <head>
        <meta charSet="utf-8" />
        <title>{page.title}</title>
        <link rel="stylesheet" type="text/css" href={stylesheetFile} />
      </head>
      <body epub:type={page.type} className={page.className}>
        {page.body}
      </body>
    </html>
  )
}
