import { type Block, isOneLine, isOpen } from './block.js'
import { dateIn, hasDate } from './dates.js'
import type { HeadMatter, PlainAuthor } from './head-matter.js'
import type { Ledger } from './ledger.js'
import { isCaselessName, isName, isPosition, positionOf, withoutBy } from './lexicon/people.js'
import { markerOf } from './markers.js'
import { endsSentence, isCased } from './measures.js'

const and = /\s+(?:and|und|et|y|e|och|og|en|i|&|and also)\s+|\s+و(?=\p{L})|\s+और\s+|\s*[、；;]\s*/u
const comma = /\s*[,،，]\s*/u

/** A headline about somebody begins like a byline, and goes on. */
const hasVerb = /,\s*(?:dies|has|is|was|says|dead|who|stirbt|ist|muere|a|est)\s/u

/** The authors that the lines below a title name, each with what the line or the one below says of them. */
export function authorsIn(head: readonly Block[], matter: HeadMatter, ledger: Ledger): void {
  for (const [index, block] of head.entries()) {
    if (!isOpen(block) || !isOneLine(block) || block.words > 30) continue
    const next = head[index + 1]
    const found = bylineIn(block) ?? namedIn(block, next)
    if (!found) continue
    matter.authors.push(...found.authors)
    block.kind = 'author'
    const date = dateIn(block.text)
    if (date?.iso && matter.date === undefined) {
      matter.date = date.iso
      ledger.guess(block, `Unexpected date “${date.written}” beside a name, taken for \`date\`, ${date.iso}`)
    }
    const said = found.authors.flatMap(author => Object.values(author) as string[])
    ledger.took(block, 'authors', said)
    if (found.below && next) takePosition(next, found.authors, ledger)
  }
}

interface Found {
  readonly authors: PlainAuthor[]
  /** Whether the line below says what they do. */
  readonly below: boolean
}

/** A line with `By` before it, or another language's. */
function bylineIn(block: Block): Found | undefined {
  const rest = withoutBy(block.text)
  if (rest === undefined || (endsSentence(rest) && block.words > 8)) return undefined
  const date = dateIn(rest)
  const said = (date ? rest.slice(0, rest.indexOf(date.written)) : rest)
    .replace(/\s*[|·•–—-]?\s*(?:\bon\b|\bam\b|\bel\b)?\s*$/u, '')
    .split(/\s+[|·•]\s+/u)[0]
  if (!said) return undefined
  if (!isCased(said)) {
    const names = said.split(and).filter(name => name !== '')
    return names.every(isCaselessName) ? { authors: names.map(name => ({ name })), below: false } : undefined
  }
  const authors = namesIn(said)
  return authors.length > 0 ? { authors, below: false } : undefined
}

/** `A and B`, `A, B and C`, `A, professor at C`: what is no name says something of the name before it. */
function namesIn(said: string): PlainAuthor[] {
  const authors: PlainAuthor[] = []
  for (const piece of said.split(and)) {
    const [first = '', ...parts] = piece.split(comma)
    if (!isName(first)) return authors
    authors.push({ name: first })
    const others = parts.findIndex(part => !isName(part) || isPosition(part))
    const names = others < 0 ? parts : parts.slice(0, others)
    authors.push(...names.map(name => ({ name })))
    const last = authors.at(-1)
    if (others < 0 || !last) continue
    const position = piece.slice(piece.indexOf(parts[others] ?? ''))
    Object.assign(last, positionOf(position))
  }
  return authors
}

/** A line that is a name, where its bullet, what is below it or what it says of the name tells that it is one. */
function namedIn(block: Block, next: Block | undefined): Found | undefined {
  const marker = markerOf(block.lines[0])
  const bare = marker ? block.text.slice(marker.written.length).trim() : block.text
  if (endsSentence(bare)) return undefined
  const below =
    isOpen(next) && isOneLine(next) && next.words <= 30 && !endsSentence(next.text) && isPosition(next.text)
  if (isName(bare) && !isPosition(bare)) {
    const isKnown =
      below || marker !== undefined || next?.kind === 'date' || (isOpen(next) && hasDate(next.text))
    return isKnown ? { authors: [{ name: bare }], below } : undefined
  }
  if (!isCased(bare)) {
    return isCaselessName(bare) && below && !isPosition(bare)
      ? { authors: [{ name: bare }], below }
      : undefined
  }
  const authors = namesIn(bare)
  const isSaid = authors.length > 0 && authors.every(author => author.role ?? author.affiliation)
  return isSaid && block.words <= 16 && isPosition(bare) && !hasVerb.test(bare)
    ? { authors, below: false }
    : undefined
}

function takePosition(block: Block, authors: readonly PlainAuthor[], ledger: Ledger): void {
  const marker = markerOf(block.lines[0])
  const position = positionOf(marker ? block.text.slice(marker.written.length) : block.text)
  for (const author of authors) Object.assign(author, position)
  block.kind = 'affiliation'
  ledger.took(block, 'authors', Object.values(position) as string[])
}
