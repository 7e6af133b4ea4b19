import { posix } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { unzip } from '../../read/zip.js'
import { readHtml } from './read-html.js'
import { joinedReadings, type Reading } from './reading.js'

/**
 * Reads a book: the documents of its spine, in the spine's order, but for its table of contents.
 *
 * @throws ZipRefused for what is no ZIP
 * @throws Error for a book that lacks what its package names
 */
export function readEpub(bytes: Uint8Array): Reading {
  const files = unzip(bytes, name => /\.(?:xhtml|opf|xml)$/.test(name))
  const decoder = new TextDecoder()
  const file = (name: string): string => {
    const found = files.get(name)
    if (found === undefined) throw new Error(`The EPUB has no ${name}`)
    return decoder.decode(found)
  }
  const [opf = ''] = attributes(file('META-INF/container.xml'), 'rootfile', 'full-path')
  const packaged = file(opf)
  const items = new Map(elements(packaged, 'item').map(item => [item.id, item]))
  const readings = attributes(packaged, 'itemref', 'idref').flatMap(idref => {
    const item = items.get(idref)
    if (!item || item.properties === 'nav') return []
    return [readHtml(file(posix.join(posix.dirname(opf), item.href ?? '')))]
  })
  return joinedReadings(readings)
}

/** The attributes of the elements of a name, in order. An HTML parser reads them: they hold nothing and have no prefix. */
function elements(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = []
  visit(fromHtml(xml.replace(/<\?.*?\?>/g, ''), { fragment: true }), 'element', node => {
    if (node.tagName !== name) return
    found.push(
      Object.fromEntries(Object.entries(node.properties).map(([key, value]) => [key, String(value)])),
    )
  })
  return found
}

const attributes = (xml: string, name: string, attribute: string): string[] =>
  elements(xml, name).flatMap(properties => properties[attribute] ?? [])
