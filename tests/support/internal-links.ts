import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join, posix, relative } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { poppler } from './poppler.js'
import { readZip } from './zip.js'

/** An address in a file: as it stands there. */
interface Link {
  readonly file: string
  readonly address: string
}

/** What a folder's files lead to within the publication. */
export interface InternalLinks {
  /** How many addresses each kind of file has that lead into the folder. */
  readonly counted: Readonly<Record<string, number>>
  /** Those that name no file of it, or a place that is not there, each as `file → address`. */
  readonly broken: readonly string[]
}

/**
 * Follows every address of every file that leads into the folder: relative ones, and those under the publication's address,
 * of which the folder is what a server shows there.
 *
 * @param home the publication's address, with a slash at its end
 * @param notOurs addresses under it that another program answers
 */
export function internalLinks(folder: string, home: string, notOurs: readonly string[]): InternalLinks {
  const counted: Record<string, number> = {}
  const broken: string[] = []
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    // The email once more, in pieces.
    .filter(file => !file.endsWith('email.parts.json'))
  const places = new Map<string, ReadonlySet<string>>()
  const idsOf = (page: string) => {
    const ids = places.get(page) ?? idsIn(readFileSync(page, 'utf8'))
    places.set(page, ids)
    return ids
  }
  for (const { file, address } of files.flatMap(file => linksIn(folder, file))) {
    const url = new URL(address, new URL(file, home))
    if (!url.href.startsWith(home) || notOurs.includes(url.href)) continue
    const kind = kindOf(file)
    counted[kind] = (counted[kind] ?? 0) + 1
    const path = decodeURIComponent(url.pathname.slice(new URL(home).pathname.length))
    if (!leads(join(folder, path), url.hash, idsOf)) broken.push(`${file} → ${address}`)
  }
  for (const file of files.filter(name => name.endsWith('.epub'))) {
    const inside = linksInside(folder, file)
    counted['.epub'] = (counted['.epub'] ?? 0) + inside.length
    broken.push(...inside.flatMap(({ address, isThere }) => (isThere ? [] : [`${file}/${address}`])))
  }
  return { counted, broken }
}

const kindOf = (file: string): string =>
  /^email|^feed|^sitemap/.test(baseOf(file)) ? baseOf(file) : extname(file)
const baseOf = (file: string): string => posix.basename(file)

function leads(file: string, hash: string, idsOf: (page: string) => ReadonlySet<string>): boolean {
  if (!existsSync(file)) return false
  const shown = statSync(file).isDirectory() ? join(file, 'index.html') : file
  return existsSync(shown) && (hash === '' || idsOf(shown).has(decodeURIComponent(hash.slice(1))))
}

function idsIn(html: string): Set<string> {
  const ids = new Set<string>()
  visit(fromHtml(html), 'element', ({ properties: { id, name } }) => {
    for (const each of [id, name]) if (typeof each === 'string') ids.add(each)
  })
  return ids
}

/** Every address of a file, whatever it leads to. */
function linksIn(folder: string, file: string): Link[] {
  const path = join(folder, file)
  const text = () => readFileSync(path, 'utf8')
  const all = (addresses: readonly string[]) => addresses.map(address => ({ file, address }))
  switch (extname(file)) {
    case '.html':
      return all(inHtml(text()))
    case '.txt':
    case '.xml':
      return all([...inText(text()), ...inContent(text())])
    case '.json':
      return all(inJson(JSON.parse(text())))
    case '.pdf':
      return all(poppler('pdfinfo', path, '-url').match(/https?:\S+/g) ?? [])
    case '.epub':
      return readZip(readFileSync(path))
        .filter(({ name }) => /\.(?:xhtml|opf|ncx)$/.test(name))
        .flatMap(({ text: held }) => all(attributesIn(held).filter(address => /^https?:/.test(address))))
    default:
      return []
  }
}

const named = new Set(['href', 'src', 'cite'])

function inHtml(html: string): string[] {
  const found: string[] = []
  visit(fromHtml(html), node => {
    if (node.type !== 'element') return
    for (const [name, value] of Object.entries(node.properties))
      if (named.has(name) && typeof value === 'string') found.push(value)
    const { content, type } = node.properties
    if (node.tagName === 'meta' && typeof content === 'string' && /^https?:\S*$/.test(content))
      found.push(content)
    const [child] = node.children
    if (type === 'application/ld+json' && child?.type === 'text')
      found.push(...inJson(JSON.parse(child.value)))
  })
  return found
}

const inText = (text: string): string[] => text.match(/https?:[^\s<>"&]+/g) ?? []

/** Markup that is text in a feed. */
const inContent = (xml: string): string[] => {
  const text = xml.replaceAll('&#x3C;', '<').replaceAll('&amp;', '&').replaceAll('&#x26;', '&')
  return [...text.matchAll(/<content type="html">(.*?)<\/content>/gs)].flatMap(([, html = '']) =>
    inHtml(html),
  )
}

/** Every string that is an address, and those in markup. */
function inJson(value: unknown): string[] {
  if (typeof value === 'string') {
    if (/^https?:\S+$/.test(value)) return [value]
    return value.includes('<') ? inHtml(value) : []
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(inJson) : []
}

const attributesIn = (xml: string): string[] =>
  [...xml.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'))

/** The links of a book that lead into it. */
function linksInside(
  folder: string,
  file: string,
): { readonly address: string; readonly isThere: boolean }[] {
  const entries = new Map(readZip(readFileSync(join(folder, file))).map(({ name, text }) => [name, text]))
  return [...entries].flatMap(([name, held]) => {
    if (!/\.(?:xhtml|opf|ncx)$/.test(name)) return []
    return attributesIn(held)
      .filter(address => !/^[a-z]+:/i.test(address))
      .map(address => {
        const [path = '', id] = decodeURIComponent(address).split('#')
        const target = entries.get(path === '' ? name : posix.join(dirname(name), path))
        const isThere = target !== undefined && (id === undefined || target.includes(` id="${id}"`))
        return { address: `${name} → ${address}`, isThere }
      })
  })
}
