import type { VFileMessage } from 'vfile-message'
import type { Article, Issue, Medium } from '../../article.js'
import { finding } from '../../messages.js'
import { saidOfDigest, saidOfFront } from './front.js'
import { type Loss, Search, somewhereIn } from './lost.js'
import { type LinkTarget, type Passage, saidBy } from './passages.js'
import type { Reading } from './reading.js'
import { repeatedIn } from './repeated.js'

/** A rendition as it is held against its source. */
export interface Readable {
  readonly medium: Medium
  readonly reading: Reading
  /** What it is a rendition of: an email that was cut, or has digests, is one of what was kept. */
  readonly issue: Issue
  /** Articles of which it has a digest, by their keys. */
  readonly digests?: ReadonlySet<string> | undefined
  /** What it is a part of, for a message. */
  readonly within?: string
}

/** What each medium is called in a message. */
const names: Readonly<Record<Medium, string>> = {
  email: 'HTML email',
  text: 'plain text of the email',
  pdf: 'PDF',
  epub: 'EPUB',
  web: 'web page',
}

/**
 * Holds what is read of a rendition against the articles that it was made of: every word in its order, alternative texts
 * and notes among them, and every address. What a medium leaves out by design is no loss (see the vocabulary). Of each
 * article the first words that are missing are told, and how many more there are. Words that a PDF has, but not where a
 * screen reader would look for them, are told of apart.
 */
export function checkParity({ medium, reading, issue, digests, within }: Readable): VFileMessage[] {
  const name = within ? `${names[medium]} in the ${within}` : names[medium]
  const search = new Search(reading.text, medium)
  const leads = leadsOf(reading, medium)
  const said = new Map(issue.articles.map(({ key, tree }) => [key, saidBy(tree, medium)]))
  const passages = [...said.values()].flatMap(each => each.passages)
  const repeated = medium === 'text' ? undefined : repeatedIn(reading.text, passages)
  return issue.articles.flatMap(article => {
    const isDigest = digests?.has(article.key) ?? false
    const { passages = [], links = [] } = said.get(article.key) ?? {}
    const front = isDigest ? saidOfDigest(article) : saidOfFront(article)
    const notFound = search.lost([...front, ...passages])
    const isThere = medium === 'pdf' && notFound.length > 0 ? looserIn(reading.text) : () => false
    const lost = notFound.filter(({ words }) => !isThere(words))
    const misplaced = notFound.filter(({ words }) => isThere(words))
    const missing = links.filter(({ href }) => !leads(href))
    return [
      ...wordsMissing(lost, article, name),
      ...wordsMisplaced(misplaced, article),
      ...(medium === 'pdf' ? linksUnpressed(missing, article) : linksMissing(missing, article, name)),
      ...wordsRepeated(repeated && passages.includes(repeated) ? repeated : undefined, article, name),
    ]
  })
}

function wordsMissing([first, ...others]: readonly Loss[], { file }: Article, name: string): VFileMessage[] {
  if (!first) return []
  const { words, after, isElsewhere, place } = first
  const where = after ? `after “${short(after, -40)}”` : 'at its beginning'
  const found = isElsewhere ? 'which stand elsewhere' : 'which are nowhere'
  const more = others.length > 0 ? ` (${others.length} more passages)` : ''
  const reason = `Unexpected loss in the ${name}: expected the words “${short(words, 60)}” ${where}, ${found}${more}; a handler or a part of a layout that replaces ours has dropped them, or Trifold has, and then please report it`
  return [finding('parity-words', reason, { file, place })]
}

/**
 * Whether words that were not found in a PDF are in it nevertheless. Where some run from the right, letters of others in
 * their lines can be read in another order too, and nothing is held to be lost.
 */
const looserIn = (text: string): ((words: string) => boolean) =>
  /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? () => true : somewhereIn(text)

/** Of a PDF alone: its words are there, but a screen reader hears them in another order, or two of them as one. */
function wordsMisplaced([first, ...others]: readonly Loss[], { file }: Article): VFileMessage[] {
  if (!first) return []
  const more = others.length > 0 ? ` (${others.length} more passages)` : ''
  const reason = `Unexpected order in the PDF: expected a screen reader to hear “${short(first.words, 60)}” as one piece${more}; all words are there, but where lines end or turn their direction they are read otherwise`
  return [finding('parity-order', reason, { file, place: first.place })]
}

function wordsRepeated(repeated: Passage | undefined, { file }: Article, name: string): VFileMessage[] {
  if (!repeated) return []
  const reason = `Unexpected words in the ${name} that stand there more often than in the article, expected “${short(repeated.text, 60)}” as often as it was written; a handler or a part of a layout that replaces ours repeats them, or Trifold does, and then please report it`
  return [finding('parity-repeated', reason, { file, place: repeated.place })]
}

function linksMissing(
  [first, ...others]: readonly LinkTarget[],
  { file }: Article,
  name: string,
): VFileMessage[] {
  if (!first) return []
  const more = others.length > 0 ? ` (${others.length} more)` : ''
  const reason = `Unexpected loss in the ${name}: expected a link to ${first.href}${more}; a handler that replaces ours has dropped it, or Trifold has, and then please report it`
  return [finding('parity-link', reason, { file, place: first.place })]
}

/** Where Chromium left the area of a link out and none could be made; its words are printed all the same. */
function linksUnpressed([first, ...others]: readonly LinkTarget[], { file }: Article): VFileMessage[] {
  if (!first) return []
  const more = others.length > 0 ? ` (${others.length} more)` : ''
  const reason = `Unexpected link to ${first.href} in the PDF that cannot be pressed${more}, expected an area to press; its words are there, and other formats have the link. Please report it, with the article if you can share it`
  return [finding('pdf-link', reason, { file, place: first.place })]
}

/** Whether a rendition leads to an address: plain text writes it out, and may break it at a line's end. */
function leadsOf({ text, links }: Reading, medium: Medium): (href: string) => boolean {
  if (medium === 'text') {
    const plain = text.replace(/\s/g, '')
    // Where the words of a link are its address, they are printed once, as they were typed.
    return href =>
      plain.includes(
        href
          .replace(/^mailto:/, '')
          .replace(/\s/g, '')
          .replace(/\/$/, ''),
      )
  }
  const known = new Set(links.map(decoded))
  return href => known.has(decoded(href))
}

/** An address without escapes: the EPUB has to write some signs as one, which leads to the same place (RFC 3986, 2.4). */
const decoded = (href: string): string =>
  href.replace(/(?:%[0-9a-f]{2})+/gi, escapes => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })

/** The beginning of words, or with a negative length their end. */
const short = (words: string, length: number): string =>
  words.length <= Math.abs(length)
    ? words
    : length < 0
      ? `…${words.slice(length)}`
      : `${words.slice(0, length)}…`
