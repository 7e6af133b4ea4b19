import type { PackedFiles } from '../../../pipeline/bind/epub/pack.js'
import { readZip } from '../zip.js'

// A value may hold `>`.
const tags = /(<(?:"[^"]*"|[^">])+>)/
/** Where kepubify puts no span: what is no text of the page, and what its span would break. */
const left = new Set(['head', 'math', 'svg', 'pre', 'rp', 'script', 'style', 'title'])

/**
 * An XHTML document with the spans that make a KEPUB of it: each sentence in one, by which Kobo knows the place that
 * somebody reads at (`koboSpan`, as kepubify and calibre's KEPUB add it).
 *
 * @throws where an id of the document is one of Kobo's own
 */
export function withKoboSpans(document: string): string {
  if (/\sid="kobo\./.test(document)) throw new Error('Unexpected id of the form "kobo.1.1"')
  const open: string[] = []
  let paragraph = 0
  return document
    .split(tags)
    .map(part => {
      const [, closing, name = '', empty] = /^<(\/?)([\w:-]+)[\s\S]*?(\/?)>$/.exec(part) ?? []
      if (name) {
        if (closing) open.pop()
        else if (!empty) open.push(name)
        return part
      }
      if (part.trim() === '' || part.startsWith('<') || open.some(element => left.has(element))) return part
      if (!open.includes('body')) return part
      paragraph += 1
      const sentences = part.split(/(?<=[.!?]\s)/)
      return sentences
        .map((sentence, at) => `<span class="koboSpan" id="kobo.${paragraph}.${at + 1}">${sentence}</span>`)
        .join('')
    })
    .join('')
}

/** The files of an EPUB of ours with Kobo's spans in each document of the text, to be packed again. */
export function koboFiles(epub: Uint8Array, identifier: string, modified: Date): PackedFiles {
  const files = readZip(epub).flatMap(entry =>
    entry.name.startsWith('OEBPS/') ? [{ ...entry, name: entry.name.slice('OEBPS/'.length) }] : [],
  )
  const text = (name: string) => files.find(file => file.name === name)?.text ?? ''
  const own = new Set(['content.opf', 'toc.xhtml', 'toc.ncx', 'style.css'])
  const others = files.filter(({ name }) => !own.has(name))
  const documents = others.filter(({ name }) => name.endsWith('.xhtml'))
  return {
    identifier,
    modified,
    packageDocument: text('content.opf'),
    navigation: text('toc.xhtml'),
    ncx: text('toc.ncx'),
    stylesheet: text('style.css'),
    documents: documents.map(({ name, text }) => ({ file: name, text: withKoboSpans(text) })),
    resources: others
      .filter(file => !documents.includes(file))
      .map(({ name, bytes }) => ({ href: name, bytes })),
  }
}
