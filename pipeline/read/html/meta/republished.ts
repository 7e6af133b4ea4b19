import type { ElementContent, Root } from 'hast'
import type { Report } from '../../../messages.js'
import { type ArticleBlock, articleBlocks, takeOut } from '../article-blocks.js'
import { attributeOf, elementsIn, isNamed, shown, wordsOf } from '../nodes.js'
import { authorLine, disclosuresOf } from './author-lines.js'
import type { PageAuthor } from './authors.js'
import { licenceAt, licenceIn } from './licences.js'
import { counterAddress, republisherAt, republisherNamed } from './publishers.js'
import { isAddress } from './sound.js'

/** Where a republished article appeared first, as its own lines say. */
export interface Republished {
  readonly name: string
  readonly url: string
  readonly license: string
  readonly counter: string
  readonly authors: readonly PageAuthor[]
}

const says =
  /\brepublish|\breprinted (?:from|with)|(?:originally|first) (?:published|appeared|posted)|original (?:article|version)|publicado originalmente|original(?:mente)? (?:fue )?publicad|publié (?:à l['’]origine|initialement)|republié|(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht|auf)|originalmente em|أعيد نشر|نشر(?:ت)? (?:هذه|هذا).{0,20}(?:أصل|أول)|最初发表|原文(?:发表|刊登|载)/i
const grants = /creative commons|\bCC[ -]BY|licen[cs]e|licencia|licence|lizenz|رخصة|许可|original|原文|أصل/i

/**
 * Takes the lines by which a republished article says where it is from out of it: whose it is, under which licence,
 * where the original is, who wrote it and what they declare. Undefined where nothing says that it is republished.
 *
 * @param pixels addresses of images that were left out for counting readers
 */
export function takeRepublished(
  article: Root,
  pixels: readonly string[],
  report: Report,
): Republished | undefined {
  const blocks = articleBlocks(article)
  const counter = pixels.find(address => counterAddress.test(address)) ?? ''
  const foot = blocks.slice(Math.max(blocks.length - 8, 0))
  const head = blocks.slice(0, 5).filter(block => !foot.includes(block))
  const line = [...foot.toReversed(), ...head].find(isRepublication)
  const publisher = republisherAt(counter)
  if (!line && !publisher) return undefined
  const taken: ArticleBlock[] = line ? [line] : []
  const said = line ? whereFrom(line) : { name: '', url: '', license: '' }
  const known = publisher ?? republisherNamed(said.name) ?? republisherAt(said.url)
  const authors: PageAuthor[] = []
  for (const block of [...foot, ...head]) {
    if (block === line) continue
    const found = authorLine(block.node)
    if (found.length === 0) continue
    for (const author of found) merge(authors, author)
    taken.push(block)
  }
  const { authors: declared, taken: disclosures } = disclosuresOf(foot, authors)
  taken.push(...disclosures)
  for (const { node, words } of taken) {
    report(
      'html-source',
      `Line \`${shown(words)}\` taken into the front matter; it says who wrote the article or where it is from`,
      node.position,
    )
  }
  takeOut(taken)
  return {
    name: said.name || known?.name || '',
    url: said.url,
    license: said.license && !/^CC$/.test(said.license) ? said.license : (known?.license ?? said.license),
    counter,
    authors: declared,
  }
}

function isRepublication({ node, words }: ArticleBlock): boolean {
  return (
    words.length < 700 &&
    says.test(words) &&
    (grants.test(words) || linksIn(node).length > 0) &&
    !isNamed(node, 'h1', 'h2', 'h3', 'pre', 'table')
  )
}

const linksIn = (node: ElementContent) =>
  node.type === 'element'
    ? [node, ...elementsIn(node)]
        .filter(at => isNamed(at, 'a') && isAddress(attributeOf(at, 'href')))
        .map(at => ({ href: attributeOf(at, 'href'), words: wordsOf(at) }))
    : []

const original = /original|article|artikel|artículo|read|here|原文|المقال|الأصل/i
const naming =
  /(?:republished from|reprinted from|(?:published|appeared|posted) (?:in|on|at|by)|published originally (?:in|on|by)|originalmente en|republié à partir de|initialement (?:sur|dans|par)|von|auf|bei|عن|من)\s+(?:the website of\s+)?([\p{Lu}\p{Lo}\d][^.,;()]{1,60}?)(?=\s+(?:under|sous|bajo|unter|and|with|on|in|by|licensed)\b|[.,;()]|$)/u

function whereFrom({ node, words }: ArticleBlock): { name: string; url: string; license: string } {
  const links = linksIn(node)
  const licence = links.map(({ href }) => licenceAt(href)).find(Boolean)
  const others = links.filter(
    ({ href }) =>
      licenceAt(href) === undefined && !/creative commons|licen[cs]/i.test(wordsOfLink(href, links)),
  )
  const isHome = (href: string) => /^\/?(?:[a-z]{2})?\/?$/.test(new URL(href).pathname)
  const home = others.find(({ href }) => isHome(href))
  const page =
    others.find(({ href, words: text }) => !isHome(href) && original.test(text)) ??
    others.find(({ href }) => !isHome(href))
  const named = naming.exec(words)?.[1]?.trim()
  const publisher = republisherNamed(words)?.name
  return {
    name: publisher ?? home?.words ?? named ?? '',
    url: clean(page?.href ?? /https?:\/\/[^\s<>"]+[^\s<>".,;)]/.exec(words)?.[0] ?? ''),
    license: licence ?? licenceIn(words) ?? (/creative commons/i.test(words) ? 'CC' : ''),
  }
}

const wordsOfLink = (href: string, links: readonly { href: string; words: string }[]) =>
  links.find(link => link.href === href)?.words ?? ''

/** Without what a service adds to count clicks. */
function clean(address: string): string {
  if (address === '') return ''
  const url = new URL(address)
  for (const key of [...url.searchParams.keys()])
    if (/^utm_|^fbclid$|^gclid$/.test(key)) url.searchParams.delete(key)
  return url.href
}

/** The head names an author with the institution, the foot with the role too: what each says is kept. */
function merge(authors: PageAuthor[], author: PageAuthor): void {
  const index = authors.findIndex(({ name }) => name === author.name)
  if (index < 0) authors.push(author)
  else authors[index] = { ...author, ...authors[index] }
}
