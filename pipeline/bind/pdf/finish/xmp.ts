import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import type { PrintMeta } from '../document.js'

const namespaces = {
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
  'xmlns:pdfuaid': 'http://www.aiim.org/pdfua/ns/id/',
  'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/',
}

/**
 * A document's metadata as an XMP packet (ISO 16684-1), in step with its information dictionary.
 *
 * @param accessible whether to declare PDF/UA-1 (ISO 14289-1, section 5): only for a file that was checked.
 */
export function xmpPacket(meta: PrintMeta, producer: string, accessible: boolean): string {
  const date = meta.date.toISOString().replace(/\.\d+Z$/, 'Z')
  const description = x('rdf:Description', { 'rdf:about': '', ...namespaces }, [
    x('dc:format', 'application/pdf'),
    x('dc:title', [alternative(meta.title)]),
    meta.authors.length > 0 ? x('dc:creator', [list('rdf:Seq', meta.authors)]) : undefined,
    meta.subject === undefined ? undefined : x('dc:description', [alternative(meta.subject)]),
    x('dc:language', [list('rdf:Bag', [meta.lang])]),
    meta.keywords.length > 0 ? x('dc:subject', [list('rdf:Bag', meta.keywords)]) : undefined,
    meta.keywords.length > 0 ? x('pdf:Keywords', meta.keywords.join(', ')) : undefined,
    x('pdf:Producer', producer),
    x('xmp:CreatorTool', meta.creator),
    x('xmp:CreateDate', date),
    x('xmp:ModifyDate', date),
    accessible ? x('pdfuaid:part', '1') : undefined,
  ])
  const rdf = x('rdf:RDF', { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }, [description])
  const packet = toXml({
    type: 'root',
    children: [
      { type: 'instruction', name: 'xpacket', value: 'begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"' },
      x('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, [rdf]),
      { type: 'instruction', name: 'xpacket', value: 'end="r"' },
    ],
  })
  return packet.replace(illegal, '')
}

/** What XML 1.0 cannot hold even escaped (section 2.2): most control characters, lone surrogates, U+FFFE. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

function alternative(text: string) {
  return x('rdf:Alt', [x('rdf:li', { 'xml:lang': 'x-default' }, text)])
}

function list(kind: 'rdf:Seq' | 'rdf:Bag', texts: readonly string[]) {
  return x(
    kind,
    texts.map(text => x('rdf:li', text)),
  )
}
