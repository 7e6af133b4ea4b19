import { posix } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { readZip } from '../zip.js'
import { type Reading, readHtml } from './text-of-html.js'

/** Reads a book: the documents of its spine, in the spine's order, but for its table of contents. */
export function readEpub(bytes: Uint8Array): Reading {
  const files = new Map(readZip(bytes).map(({ name, text }) => [name, text]))
  const file = (name: string) => {
    const text = files.get(name)
    if (text === undefined) throw new Error(`The EPUB has no ${name}`)
    return text
  }
  const [opf = ''] = attributes(file('META-INF/container.xml'), 'rootfile', 'full-path')
  const items = elements(file(opf), 'item')
  const readings = attributes(file(opf), 'itemref', 'idref').flatMap(idref => {
    const item = items.find(({ id }) => id === idref)
    if (!item || item.properties === 'nav') return []
    return [readHtml(file(posix.join(posix.dirname(opf), item.href ?? '')))]
  })
  return {
    text: readings.map(({ text }) => text).join('\n'),
    links: readings.flatMap(({ links }) => links),
  }
}

/** The attributes of the elements of a name, in order. An HTML parser reads them: they hold nothing and have no prefix. */
function elements(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = []
  visit(fromHtml(xml.replace(/<\?.*?\?>/g, ''), { fragment: true }), 'element', node => {
    if (node.tagName === name)
      found.push(
        Object.fromEntries(Object.entries(node.properties).map(([key, value]) => [key, String(value)])),
      )
  })
  return found
}

const attributes = (xml: string, name: string, attribute: string) =>
  elements(xml, name).flatMap(properties => properties[attribute] ?? [])
