import { type Block, isOneLine, isOpen } from './block.js'
import { authorsIn } from './byline.js'
import { dateIn, hasDate, saysUpdated } from './dates.js'
import type { HeadMatter } from './head-matter.js'
import type { Ledger } from './ledger.js'
import { isFurniture } from './lexicon/furniture.js'
import { withoutBy } from './lexicon/people.js'
import { markerOf } from './markers.js'
import { endsInColon, endsSentence } from './measures.js'

/** How far down a title or a byline may stand, in blocks that are not the page's. */
const reach = 9

/**
 * The head of a text: its title, what stands below it, who wrote it and when. A standfirst is one only between the
 * title and a byline or a date; what a text says nowhere is not made up.
 */
export function readHead(blocks: readonly Block[], matter: HeadMatter, ledger: Ledger): void {
  const zone = blocks.filter(block => block.kind !== 'furniture').slice(0, reach)
  const body = zone.findIndex(block => isBody(block))
  const head = body < 0 ? zone : zone.slice(0, body + 1)
  const title = takeTitle(head, matter, ledger)
  takeDate(head, matter, ledger)
  const after = title ? head.slice(head.indexOf(title) + 1) : head
  authorsIn(after, matter, ledger)
  if (title) takeStandfirst(head, title, matter, ledger)
}

/** A paragraph of the text itself ends the head; the standfirst may be one, so that the second ends it. */
function isBody(block: Block): boolean {
  return block.kind === 'stanza' || (block.words >= 60 && endsSentence(block.text))
}

function takeTitle(head: readonly Block[], matter: HeadMatter, ledger: Ledger): Block | undefined {
  const block = head.find(each => isOpen(each) && !hasDate(each.text) && withoutBy(each.text) === undefined)
  const fits =
    block && isOneLine(block) && block.words <= 32 && block.words > 0 && !/[,;，；、.。।۔]$/u.test(block.text)
  if (!fits || endsInColon(block.text) || markerOf(block.lines[0])) {
    ledger.doubt(block, 'Unexpected text without a line at its head for a title, expected one; give `title`')
    return undefined
  }
  block.kind = 'title'
  matter.title = block.text
  ledger.took(block, 'title', [block.text])
  return block
}

function takeDate(head: readonly Block[], matter: HeadMatter, ledger: Ledger): void {
  for (const block of head) {
    if (!isOpen(block) || !isOneLine(block) || !hasDate(block.text)) continue
    const date = dateIn(block.text)
    if (withoutBy(block.text) !== undefined || !date) continue
    if (date.iso === undefined) {
      ledger.doubt(
        block,
        `Unexpected date “${date.written}”, of which day and month cannot be told apart; give \`date\``,
      )
      continue
    }
    const key = saysUpdated(block.text) ? 'updated' : 'date'
    if (matter[key] !== undefined) continue
    matter[key] = date.iso
    block.kind = 'date'
    ledger.took(block, key, [date.written], date.iso)
  }
}

function takeStandfirst(head: readonly Block[], title: Block, matter: HeadMatter, ledger: Ledger): void {
  const start = head.indexOf(title) + 1
  const end = head.findIndex((block, index) => index >= start && /^(?:author|date)$/.test(block.kind))
  const between = (end < 0 ? head.slice(start, start + 1) : head.slice(start, end)).filter(isOpen)
  const [block, another] = between
  if (!block) return
  if (end < 0 ? !isSubtitle(block, head[start + 1]) : another || block.words > 70) {
    if (end < 0) return
    ledger.doubt(
      block,
      'Unexpected paragraphs between the title and who wrote the text, expected one for a standfirst; they are text',
    )
    return
  }
  block.kind = 'standfirst'
  matter.standfirst = block.text
  ledger.took(block, 'description', [block.text])
}

/** A line right below the title that is no sentence, with the text below it: a heading cannot stand there. */
const isSubtitle = (block: Block, next: Block | undefined): boolean =>
  isOneLine(block) &&
  block.words >= 4 &&
  block.words <= 30 &&
  !endsSentence(block.text) &&
  !endsInColon(block.text) &&
  !markerOf(block.lines[0]) &&
  !isFurniture(block.text) &&
  next !== undefined &&
  next.words >= 12 &&
  endsSentence(next.text)
