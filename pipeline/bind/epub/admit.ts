import type { Element, ElementContent, Properties } from 'hast'
import type { Book, BookDocument } from '../../../templates/epub/package/book.js'
import { isLanguageTag } from './language-tag.js'
import { link, type Places, placesOf } from './links.js'

/**
 * The book with its documents' trees as EPUB accepts them; the trees that were given stay as they were.
 *
 * @throws {Error} For what only a wrong template can have made: an element that runs or fetches something, an
 *   image that is not among the resources, looks set by an attribute.
 */
export function admit(book: Book): Book {
  const places = placesOf(book)
  const images = new Set([...book.resources, ...(book.cover ? [book.cover] : [])].map(({ href }) => href))
  const documents = book.documents.map(document => ({
    ...document,
    body: admitted(document.body, { document, places, images }),
  }))
  return { ...book, documents }
}

interface Surroundings {
  document: BookDocument
  places: Places
  images: ReadonlySet<string>
}

const forbidden = new Set(['script', 'style', 'link', 'meta', 'base', 'iframe', 'object', 'embed', 'form'])

// What has no use in a book, and what EPUBCheck rejects; `data-` is the parser's, `on` a script's.
const dropped =
  /^(?:target|rel|name|download|hrefLang|cite|loading|decoding|fetchPriority|srcSet|sizes|crossOrigin|referrerPolicy|on.*|data.*)$/

// HTML's old way to say how a table looks, which EPUB's XHTML has not (RSC-005): a class says it instead.
const tableParts = new Set([
  'table',
  'caption',
  'colgroup',
  'col',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
])
const tableLooks = new Set(
  'align vAlign bgColor border cellPadding cellSpacing width height noWrap'.split(' '),
)

function admitted(nodes: readonly ElementContent[], around: Surroundings): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node]
    if (node.type === 'comment') return []
    if (node.type === 'element') return [element(node, around)]
    throw unexpected(`node of type "${node.type}"`, around)
  })
}

function element(node: Element, around: Surroundings): Element {
  const { tagName, children } = node
  if (forbidden.has(tagName)) throw unexpected(`element <${tagName}>`, around)
  return {
    type: 'element',
    tagName,
    properties: attributes(node, around),
    children: admitted(children, around),
  }
}

function attributes({ tagName, properties }: Element, around: Surroundings): Properties {
  const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => !dropped.test(name)))
  const looks = tableParts.has(tagName) && Object.keys(kept).find(name => tableLooks.has(name))
  if (looks) throw unexpected(`attribute "${looks}" on <${tagName}>`, around)
  const image = tagName === 'img' ? kept.src : kept.altimg
  if ((tagName === 'img' || image !== undefined) && !around.images.has(String(image))) {
    throw unexpected(`image "${image}", which is not among the book's resources,`, around)
  }
  if (tagName === 'a' && kept.href !== undefined) {
    kept.href = link(String(kept.href), around.document.file, around.places)
  }
  return { ...kept, ...language(kept), ...(tagName === 'math' ? mathematics() : {}) }
}

// Reading systems differ in which of the two they read, so the two are the same.
function language({ lang }: Properties): Properties {
  if (lang === undefined) return {}
  const tag = lang === '' || isLanguageTag(String(lang)) ? lang : undefined
  return { lang: tag, xmlLang: tag }
}

// HTML's parser gives MathML its namespace by the name alone; XML has to be told it.
const mathematics = (): Properties => ({ xmlns: 'http://www.w3.org/1998/Math/MathML' })

function unexpected(what: string, { document }: Surroundings): Error {
  return new Error(`Unexpected ${what} in ${document.file}: no document of an EPUB may have it`)
}
