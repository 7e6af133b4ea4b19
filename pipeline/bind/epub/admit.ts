import type { Element, ElementContent, Properties } from 'hast'
import type { Book, BookDocument } from '../../../templates/epub/package/book.js'
import { external, link, type Places, placesOf } from './links.js'

/** The book with its documents' trees as EPUB accepts them; the trees that were given stay as they were. */
export function admit(book: Book): Book {
  const places = placesOf(book.documents)
  const images = new Set(book.resources.map(({ href }) => href))
  if (book.cover) images.add(book.cover.href)
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

// What has no meaning in a book, which EPUBCheck rejects or nothing heeds; `data-` is the parser's, `on` a script's.
const dropped =
  /^(?:target|rel|loading|decoding|download|fetchPriority|srcSet|sizes|crossOrigin|referrerPolicy|on.*|data.*)$/

// HTML's old way to say how things look, which EPUB's XHTML has not: a class says it instead.
const presentational = new Set(['align', 'vAlign', 'bgColor', 'border', 'cellPadding', 'cellSpacing'])

const forbidden = new Set(['script', 'style', 'link', 'meta', 'base', 'iframe', 'object', 'embed', 'form'])

function admitted(nodes: readonly ElementContent[], around: Surroundings): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node]
    if (node.type === 'comment') return []
    if (node.type === 'element') return [element(node, around)]
    throw unexpected(`node of type "${node.type}"`, around)
  })
}

function element(node: Element, around: Surroundings): Element {
  if (forbidden.has(node.tagName)) throw unexpected(`element <${node.tagName}>`, around)
  return {
    type: 'element',
    tagName: node.tagName,
    properties: properties(node, around),
    children: admitted(node.children, around),
  }
}

function properties({ tagName, properties }: Element, around: Surroundings): Properties {
  const kept: Properties = {}
  for (const [name, value] of Object.entries(properties)) {
    if (tagName !== 'math' && presentational.has(name)) {
      throw unexpected(`attribute "${name}" on <${tagName}>`, around)
    }
    if (!dropped.test(name)) kept[name] = value
  }
  if (kept.lang !== undefined) Object.assign(kept, language(String(kept.lang)))
  if (kept.href !== undefined) kept.href = link(String(kept.href), around.document.file, around.places)
  if (kept.cite !== undefined) kept.cite = external(String(kept.cite))
  if (tagName === 'math') mathematics(kept)
  if (tagName === 'img' && !around.images.has(String(kept.src))) {
    throw unexpected(`image "${kept.src}", which is not among the book's resources,`, around)
  }
  return kept
}

// Reading systems differ in which of the two they read, so the two are the same (EPUB 3.3, 6.1.3.1).
function language(lang: string): Properties {
  const tag = lang === '' || isLanguageTag(lang) ? lang : undefined
  return { lang: tag, xmlLang: tag }
}

/** Whether a text is a language tag (BCP 47), which EPUBCheck asks of each (OPF-092). */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

// The HTML parser gives MathML its namespace by the name alone; XML has to be told, and heeds case.
function mathematics(properties: Properties): void {
  properties.xmlns = 'http://www.w3.org/1998/Math/MathML'
  if (properties.altText !== undefined) {
    properties.alttext = properties.altText
    delete properties.altText
  }
}

function unexpected(what: string, { document }: Surroundings): Error {
  return new Error(`Unexpected ${what} in ${document.file}: no EPUB document may have it`)
}
