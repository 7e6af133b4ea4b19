import type { Element } from 'hast'
import type { Book, Landmark, Words } from './book.js'
import { type ContentsEntry, contentsOf, hasContentsPage } from './contents.js'
import { shell } from './document.js'
import { contentsFile } from './names.js'
import { pagesOf } from './pages.js'

/** The navigation document: the table of contents, and landmarks (EPUB 3.3, section 7). */
export function navigationDocument(book: Book): Element {
  return shell({
    title: book.words.contents,
    lang: book.lang,
    dir: book.dir,
    type: 'frontmatter',
    body: [tableOfContents(book), landmarks(book) ?? [], pageList(book) ?? []].flat(),
  })
}

/** What each landmark is called, in the book's words. */
export function landmarkLabel(landmark: Landmark, words: Words): string {
  return { cover: words.cover, titlepage: words.titlePage, bodymatter: words.start }[landmark]
}

function tableOfContents(book: Book): Element {
  return (
    <nav id="toc" epub:type="toc" role="doc-toc" ariaLabelledBy="toc-title">
      <h1 id="toc-title" lang={book.words.lang} xmlLang={book.words.lang}>
        {book.words.contents}
      </h1>
      {list(contentsOf(book))}
    </nav>
  )
}

function list(entries: readonly ContentsEntry[]): Element {
  return (
    <ol>
      {entries.map(entry => (
        <li lang={entry.lang} xmlLang={entry.lang} dir={entry.dir}>
          <a href={entry.href}>{entry.title}</a>
          {entry.children.length > 0 ? list(entry.children) : null}
        </li>
      ))}
    </ol>
  )
}

function pageList(book: Book): Element | null {
  const pages = pagesOf(book)
  if (pages.length === 0) return null
  return (
    <nav id="pages" epub:type="page-list" role="doc-pagelist" ariaLabel={book.words.pages} hidden>
      <ol>
        {pages.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function landmarks(book: Book): Element | null {
  const places = book.documents.flatMap(({ file, landmark }) =>
    landmark ? [{ type: landmark, href: file, label: landmarkLabel(landmark, book.words) }] : [],
  )
  const contents = { type: 'toc', href: `${contentsFile}#toc`, label: book.words.contents }
  const all = hasContentsPage(book) ? [contents, ...places] : places
  if (all.length === 0) return null
  return (
    <nav
      id="landmarks"
      epub:type="landmarks"
      ariaLabel={book.words.landmarks}
      lang={book.words.lang}
      xmlLang={book.words.lang}
      hidden
    >
      <ol>
        {all.map(({ type, href, label }) => (
          <li>
            <a epub:type={type} href={href}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
