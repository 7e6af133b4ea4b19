import { type Block, isOpen } from './block.js'
import type { HeadMatter } from './head-matter.js'
import type { Ledger } from './ledger.js'
import { isAttribution, isDisclosure, licenseIn, losesLink, sourceOf, tellsOfPerson } from './lexicon/foot.js'

/** How many blocks at a text's end may speak of the text instead of going on with it. */
const reach = 8
const address = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]]/

/** The foot of a text: where it was published first, what interests its authors have, who they are. */
export function readFoot(blocks: readonly Block[], matter: HeadMatter, ledger: Ledger): void {
  const foot = blocks.filter(block => block.kind !== 'furniture').slice(-reach)
  const attribution = foot.findLast(block => isOpen(block) && block.words <= 60 && isAttribution(block.text))
  if (attribution) takeSource(attribution, matter, ledger)
  const name = matter.source?.name
  const credit = name && foot.find(block => isOpen(block) && plain(block.text) === plain(name))
  if (credit) {
    credit.kind = 'source'
    ledger.took(credit, 'source', [])
  }
  const after = foot.indexOf(credit || (attribution as Block))
  for (const [index, block] of foot.entries()) {
    if (!isOpen(block)) continue
    const isBelowSource = Boolean(credit) && index > after
    if (isDisclosure(block.text)) takeDisclosure(block, matter, ledger)
    else takePerson(block, isBelowSource ? 'disclosure' : 'bio', matter, ledger)
  }
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/^[/\s]+|[.\s]+$/g, '')

function takeSource(block: Block, matter: HeadMatter, ledger: Ledger): void {
  const name = sourceOf(block.text)
  if (name === undefined) {
    ledger.doubt(
      block,
      'Unexpected line on where the text is from, without a name; it is text: give `source`',
    )
    return
  }
  const license = licenseIn(block.text)
  const url = address.exec(block.text)?.[0]
  block.kind = 'source'
  matter.source = {
    name,
    ...(url ? { url } : {}),
    ...(license ? { license } : {}),
    // Of a licence that is not named in full nobody knows that it allows changes.
    ...(license && !/^CC/i.test(license) ? { verbatim: true } : {}),
  }
  ledger.took(block, 'source', [name, url ?? '', license ?? ''])
  if (losesLink(block.text)) {
    ledger.doubt(
      block,
      'Unexpected link to the original without its address, which the paste lost; give `source.url`',
    )
  }
}

function takeDisclosure(block: Block, matter: HeadMatter, ledger: Ledger): void {
  const authors = matter.authors.filter(author => block.text.includes(author.name))
  const [only, another] = matter.authors.length === 1 ? matter.authors : authors
  if (!only) {
    ledger.doubt(
      block,
      'Unexpected words on interests without an author whose they are; they are text: give `authors`',
    )
    return
  }
  block.kind = 'disclosure'
  if (!another) {
    only.disclosure = block.text
    ledger.took(block, 'authors', [block.text])
    return
  }
  const pieces = perAuthor(
    block.text,
    authors.map(author => author.name),
  )
  for (const author of authors) {
    const said = pieces.get(author.name)
    if (said) author.disclosure = said
  }
  ledger.took(block, 'authors', [...pieces.values()])
}

/** The sentences that begin with each name: from one name at a sentence's beginning to the next. */
function perAuthor(text: string, names: readonly string[]): Map<string, string> {
  const starts = names.map(name => ({ name, start: text.indexOf(name) })).sort((a, b) => a.start - b.start)
  return new Map(
    starts.map(({ name, start }, index) => [
      name,
      text.slice(index === 0 ? 0 : start, starts[index + 1]?.start ?? text.length).trim(),
    ]),
  )
}

function takePerson(block: Block, key: 'disclosure' | 'bio', matter: HeadMatter, ledger: Ledger): void {
  if (!tellsOfPerson(block.text)) return
  const author = matter.authors.find(({ name }) => block.text.startsWith(name))
  if (!author || author[key] !== undefined) return
  author[key] = block.text
  block.kind = key
  ledger.took(block, 'authors', [block.text])
}
