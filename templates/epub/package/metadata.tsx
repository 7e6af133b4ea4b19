/** @jsxImportSource #xml */
import type { Element } from 'xast'
import { accessibilityMetadata } from './accessibility.js'
import type { Book, Creator, Identifier, Series } from './book.js'
import { coverId, identifierId } from './names.js'
import { pagesOf } from './pages.js'
import { property } from './property.js'
import { printable } from './xml-characters.js'

/** The `metadata` of the package document (EPUB 3.3, 5.5). What is empty is left out: an empty element is an error. */
export function metadata(book: Book): Element {
  return (
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id={identifierId}>{printable(book.identifier)}</dc:identifier>
      {(book.otherIdentifiers ?? []).map(otherIdentifier)}
      {titles(book)}
      {book.creators.filter(({ name }) => printable(name)).map(creator)}
      {[...new Set([book.lang, ...book.otherLangs])].map(lang => (
        <dc:language>{lang}</dc:language>
      ))}
      {given(book.publisher, text => (
        <dc:publisher>{text}</dc:publisher>
      ))}
      {given(book.date, text => (
        <dc:date>{text}</dc:date>
      ))}
      {(book.sources ?? []).map(source => given(source, text => <dc:source>{text}</dc:source>))}
      {pagesOf(book).length > 0 ? given(book.pageSource, text => property('pageBreakSource', text)) : null}
      {given(book.rights, text => (
        <dc:rights>{text}</dc:rights>
      ))}
      {given(book.description, text => (
        <dc:description>{text}</dc:description>
      ))}
      {book.subjects.map(subject => given(subject, text => <dc:subject>{text}</dc:subject>))}
      {property('dcterms:modified', toTheSecond(book.modified))}
      {book.series ? series(book.series) : null}
      {accessibilityMetadata(book.accessibility, pagesOf(book).length > 0)}
      {book.cover ? <meta name="cover" content={coverId} /> : null}
    </metadata>
  )
}

function otherIdentifier({ value, type, scheme }: Identifier, index: number): Element | null {
  const id = `identifier-${index + 2}`
  return given(value, text => (
    <>
      <dc:identifier id={id}>{text}</dc:identifier>
      {given(type, kind => property('identifier-type', kind, { refines: id, ...(scheme ? { scheme } : {}) }))}
    </>
  ))
}

function titles(book: Book): Element {
  return (
    <>
      <dc:title id="title">{printable(book.title)}</dc:title>
      {property('title-type', 'main', { refines: 'title' })}
      {property('display-seq', '1', { refines: 'title' })}
      {fileAs('title', book.titleFileAs)}
      {given(book.subtitle, text => (
        <>
          <dc:title id="subtitle">{text}</dc:title>
          {property('title-type', 'subtitle', { refines: 'subtitle' })}
          {property('display-seq', '2', { refines: 'subtitle' })}
        </>
      ))}
    </>
  )
}

// Authors are creators; whoever else had a hand in it is a contributor (EPUB 3.3, 5.5.3.3.2).
function creator(who: Creator, index: number): Element {
  const id = `creator-${index + 1}`
  const Role = who.role === 'aut' ? 'dc:creator' : 'dc:contributor'
  return (
    <>
      <Role id={id} xml:lang={who.lang}>
        {printable(who.name)}
      </Role>
      {property('role', who.role, { refines: id, scheme: 'marc:relators' })}
      {fileAs(id, who.fileAs)}
      {property('display-seq', String(index + 1), { refines: id })}
    </>
  )
}

function series({ name, fileAs: sorted, position, identifier }: Series): Element | null {
  const refines = 'series'
  return given(name, text => (
    <>
      {property('belongs-to-collection', text, { id: refines })}
      {property('collection-type', 'series', { refines })}
      {fileAs(refines, sorted)}
      {given(positionIn(position), place => property('group-position', place, { refines }))}
      {given(identifier, urn => property('dcterms:identifier', urn, { refines }))}
    </>
  ))
}

// Numbers and full stops are all that a place in a collection is made of (EPUB 3.3, D.3.6).
function positionIn(position: string | undefined): string | undefined {
  return position && /^\d+(?:\.\d+)*$/.test(position.trim()) ? position : undefined
}

function fileAs(refines: string, name: string | undefined): Element | null {
  return given(name, text => property('file-as', text, { refines }))
}

function given(text: string | undefined, element: (text: string) => Element): Element | null {
  const shown = printable(text)
  return shown ? element(shown) : null
}

// dcterms:modified is in UTC and without fractions (EPUB 3.3, 5.5.4).
function toTheSecond(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z')
}
