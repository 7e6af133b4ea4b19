import type { Element, Root } from 'hast'
import type { Report } from '../../../messages.js'
import { type ArticleBlock, articleBlocks, takeOut } from '../article-blocks.js'
import {
  attributeOf,
  childElements,
  elementsIn,
  firstIn,
  isNamed,
  namesOf,
  shown,
  wordsOf,
} from '../nodes.js'
import { isName, namesIn, type PageAuthor } from './authors.js'
import { type PageCover, pictureName } from './cover.js'
import { isDate } from './sound.js'
import { bare } from './title.js'

/** What stands between the title and the text of an article, taken out of it. */
export interface ArticleHead {
  readonly authors: readonly PageAuthor[]
  readonly date: string
  readonly description: string
  readonly cover: PageCover | undefined
}

const standfirst =
  /(?:^|[\s_-])(?:subtitle|standfirst|dek|deck|sub-?heading|subhead|lede?|article-summary|entry-summary|gh-article-excerpt|intro)(?=[\s_-]|$)/
const dated =
  /(?:^|[\s_-])(?:byline|author|authors|date|dateline|posted-on|entry-meta|post-meta|meta|published|reading-time|timestamp|article-meta|article-info|gh-article-meta)(?=[\s_-]|$)/

/**
 * Takes the byline, the date, the standfirst and the cover from an article's head, where the front matter has them or
 * gets them from here: a format sets them itself.
 */
export function takeHead(article: Root, known: ArticleHead, site: string, report: Report): ArticleHead {
  const blocks = articleBlocks(article)
  const found = { ...known }
  const taken: ArticleBlock[] = []
  for (const block of blocks.slice(0, 8)) {
    const { node, words } = block
    if (node.type !== 'element' || isNamed(node, 'h1', 'ul', 'ol', 'table', 'pre', 'blockquote')) continue
    if (isNamed(node, 'figure', 'img', 'p') && takeCover(block, found)) taken.push(block)
    else if (words === '') continue
    else if (standfirst.test(namesOf(node)) && words.length < 600) {
      if (found.description !== '' && !isSame(found.description, words)) continue
      found.description = words
      taken.push(block)
    } else if (isSame(found.description, words) && words.length > 20) taken.push(block)
    else if (words.length < 160 && isByline(block, site, found)) taken.push(block)
    // The text begins where a paragraph of some length stands.
    else if (words.length > 200 && isNamed(node, 'p', 'div')) break
  }
  for (const { node, words } of taken) {
    if (words !== '')
      report(
        'html-source',
        `Line \`${shown(words)}\` taken into the front matter, whose it is`,
        node.position,
      )
  }
  takeOut(taken)
  return { ...found, description: beginsText(found.description, article) ? '' : found.description }
}

const isSame = (a: string, b: string) => a !== '' && bare(a) === bare(b)

/** A description that a site cut from the first words of the text says nothing that the text does not. */
function beginsText(description: string, article: Root): boolean {
  const start = bare(description.replace(/\s*(?:\[?(?:…|\.{3})\]?|&hellip;)\s*$/, ''))
  if (start.length < 20) return false
  const paragraphs = [...elementsIn(article)].filter(node => isNamed(node, 'p') && wordsOf(node) !== '')
  return paragraphs.slice(0, 3).some(node => bare(wordsOf(node)).startsWith(start))
}

interface Told {
  authors: readonly PageAuthor[]
  date: string
}

function isByline({ node, words }: ArticleBlock, site: string, found: Told): boolean {
  if (node.type !== 'element') return false
  const time = [node, ...elementsIn(node)].find(at => isNamed(at, 'time'))
  const marked = dated.test(namesOf(node))
  if (time) {
    const date = attributeOf(time, 'dateTime') || wordsOf(time)
    const rest = words.replace(wordsOf(time), '')
    if (!marked && !isKnown(rest, site, found)) return false
    if (found.date === '' && isDate(date)) found.date = date
    return true
  }
  if (
    marked &&
    (/\bmin(?:ute)?s? read\b|^\d+ min/i.test(words) || found.authors.some(({ name }) => words.includes(name)))
  )
    return true
  return linesOf(node).every(line => isBylineText(line, site, found))
}

/** The text of each line of a block. */
function linesOf(node: Element): string[] {
  const lines: string[] = ['']
  for (const child of node.children) {
    if (isNamed(child, 'br')) lines.push('')
    else lines.push(`${lines.pop()}${wordsOf(child)} `)
  }
  return lines.map(line => line.replace(/\s+/g, ' ').trim()).filter(line => line !== '')
}

const opening =
  /^(?:by|von|par|por|di|door|text(?:e|o)?|words|posted|published|updated|on|written by|作者|文|بقلم)(?![\p{L}])[\s:：|·]*/iu

function isBylineText(line: string, site: string, found: Told): boolean {
  if (isKnown(line, site, found) && (found.authors.length > 0 || found.date !== '')) return true
  const bareDate = line.replace(opening, '')
  if (isDate(bareDate) && line.length < 40) {
    if (found.date === '') found.date = bareDate
    return true
  }
  if (!opening.test(line) || found.authors.length > 0 || line.length > 100 || /[.!?]$/.test(line))
    return false
  const authors = namesIn(line.replace(opening, '')).filter(({ name }) => bare(name) !== bare(site))
  if (authors.length === 0 || !authors.every(({ name }) => isName(name) && name.split(/\s+/).length <= 5))
    return false
  found.authors = authors
  return true
}

/** Whether nothing of the text but names that are known, a date that is, and the site is left. */
function isKnown(text: string, site: string, { authors, date }: Told): boolean {
  const timed = text.replace(/\b\d+\s*min(?:ute)?s?(?:\s*read)?\b/i, '')
  let left = bare(timed.replace(opening, ''))
  for (const part of [
    ...authors.flatMap(({ name, role = '', affiliation = '' }) => [name, role, affiliation]),
    site,
  ]) {
    if (part !== '') left = left.replace(bare(part), '')
  }
  if (date !== '' && isDate(text.replace(opening, ''))) return true
  return left.replace(/^(?:and|und|et|y|by)+$/, '') === ''
}

/** The cover again, as the text's first picture: its words go to the cover. */
function takeCover({ node }: ArticleBlock, found: { cover: PageCover | undefined }): boolean {
  const { cover } = found
  if (node.type !== 'element' || !cover) return false
  const picture = isNamed(node, 'img') ? node : firstIn(node, at => isNamed(at, 'img'))
  if (!picture || [...elementsIn(node)].filter(at => isNamed(at, 'img')).length > 1) return false
  const name = pictureName(cover.src)
  if (name === '' || pictureName(attributeOf(picture, 'src')) !== name) return false
  const captions = childElements(node)
    .filter(at => isNamed(at, 'figcaption', 'tf-credit'))
    .map(wordsOf)
  if (isNamed(node, 'p') && wordsOf(node) !== '') return false
  found.cover = {
    src: cover.src,
    alt: attributeOf(picture, 'alt') || cover.alt,
    caption: captions.join(' ') || cover.caption,
  }
  return true
}
