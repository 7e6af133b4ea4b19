import { posix } from 'node:path'
import type { Browser } from 'puppeteer'
import { visit } from 'unist-util-visit'
import { fromXml } from 'xast-util-from-xml'
import type { Picture } from '../../../templates/report/account.js'
import { closedAddress } from '../../browser/closed-page.js'
import { unzip } from '../../read/zip.js'
import type { Rendition } from '../../render/rendition.js'
import { type Shot, shots } from './shot.js'

/** Documents of a book that are shown: its cover and what comes first. */
const most = 4

/** The screen of a small e-reader, CSS pixels. */
const width = 420
const ratio = 1.4
/** E-readers keep the text from the edge of the screen by themselves. */
const margin = 24

/** The first documents of a book, as an e-reader's first screen of each. @throws Error when the browser fails */
export async function chapters(browser: Browser, { files }: Rendition): Promise<Picture[]> {
  const book = files.find(({ path }) => path.endsWith('.epub'))
  if (!book) return []
  const entries = unzip(book.bytes)
  const paths = spineOf(entries)
  const wanted = paths.slice(0, most).map(
    (path, index): Shot => ({
      label: `Part ${index + 1} of ${paths.length}`,
      address: closedAddress(path),
      width,
      margin,
      ratio,
      scheme: 'light',
    }),
  )
  return shots(browser, 'epub', wanted, url => {
    const path = decodeURIComponent(new URL(url).pathname.slice(1))
    const bytes = url === closedAddress(encodeURI(path)) ? entries.get(path) : undefined
    return bytes && { bytes, ...typeOf(path) }
  })
}

/** A browser tells pictures by themselves, but neither XHTML nor a style sheet. */
function typeOf(path: string): { type?: string } {
  const types: Readonly<Record<string, string>> = {
    '.xhtml': 'application/xhtml+xml',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
  }
  const type = types[posix.extname(path)]
  return type ? { type } : {}
}

/** The documents of a book in the order they are read in, by their paths in it. */
function spineOf(entries: ReadonlyMap<string, Uint8Array>): string[] {
  const packagePath = [...entries.keys()].find(path => path.endsWith('.opf')) ?? ''
  const items = new Map<string, string>()
  const order: string[] = []
  visit(fromXml(new TextDecoder().decode(entries.get(packagePath))), 'element', ({ name, attributes }) => {
    const { id, href, idref } = attributes
    if (name === 'item' && id && href) items.set(id, posix.join(posix.dirname(packagePath), href))
    if (name === 'itemref' && idref) order.push(idref)
  })
  return order.flatMap(idref => items.get(idref) ?? [])
}
