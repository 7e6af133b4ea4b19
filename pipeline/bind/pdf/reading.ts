import type { Nodes, Root } from 'hast'

/** Elements that stand in a line with the words around them. */
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr br'.split(
    ' ',
  ),
)
const unread = new Set(['head', 'style', 'title', 'rp'])

/** The words of a document as they are read: one space between them and for each `br`, and a line for each block. */
export function wordsRead(html: Root): string {
  const parts: string[] = []
  const visit = (node: Nodes, isMath: boolean): void => {
    if (node.type === 'text')
      parts.push(compared(isMath ? node.value.trim() : node.value.replaceAll('\n', ' ')))
    if (!('children' in node)) return
    const isElement = node.type === 'element'
    if (isElement && (unread.has(node.tagName) || node.properties.hidden)) return
    const math = isMath || (isElement && node.tagName === 'math')
    // Where a writer ends a line, words end as they do where the page ends it.
    if (isElement && node.tagName === 'br') parts.push(' ')
    const isBlock = isElement && !math && !inline.has(node.tagName)
    if (isBlock) parts.push('\n')
    for (const child of node.children) visit(child, math)
    if (isBlock) parts.push('\n')
  }
  visit(html, false)
  return parts
    .join('')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
}

/** Signs that are not drawn, and those that are drawn as others are. */
const undrawn = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g
const otherwise = /[^\n\u0020-\u007E\u00C0-\u017F\u2010-\u2015\u2018-\u201F]/

/** Text as it is compared: of a PDF it is known which letters are shown, but not how they were written. */
export function compared(text: string): string {
  const drawn = text.replace(undrawn, '')
  return otherwise.test(drawn) ? drawn.normalize('NFKC').replace(/[^\S\n]/g, ' ') : drawn
}

/** So many letters tell a place, and so few at the least. */
export const letters = 24
const least = 8
/** How far from where it was read last a text is looked for, in letters. */
const ahead = 20_000
const behind = 2_000
/** A few letters stand in many places: they are looked for so near. */
const near = 1_000
/** After so many that were not found, the whole document is searched. */
const patience = 64
/** So it is for as many letters as tell a place, but the less often the longer none are found. */
const isPowerOfTwo = (count: number) => (count & (count - 1)) === 0

/** What a document has behind a letter: a space, `\n` at the end of a block, nothing within a word or where that is not known. */
export type Gap = '' | ' ' | '\n'

/**
 * Reads a document's words along with what is shown of them, by their letters alone: spaces are drawn, left out and
 * collapsed as a line goes, and in code there are more of them on paper than in `words`. What is asked is what was shown
 * since: all of it, or as many letters at its end as tell a place. The answer is what comes next in the document.
 */
export function readAlong(words: string): (shown: string) => Gap {
  const { text, gaps } = lettersOf(words)
  let tail = ''
  let at = 0
  let lost = 0
  /** Whether `at` is where the reader is: what goes on from there needs not be told from what stands elsewhere. */
  let isSure = false
  /** Letters that were shown since, and are not in the document there, as the marker of an item is not. */
  let passed = 0
  /** Where it was before it was led away, as by the head of a table that comes again on the next page. */
  let left: number | undefined

  /** Where it goes on behind the tail, of which so many letters are new; undefined where that is nowhere near. */
  const behindIt = (fresh: number): number | undefined => {
    const from = Math.max(0, at - (tail.length - fresh))
    const found = text.slice(from, from + ahead).indexOf(tail)
    if (found >= 0) return from + found + tail.length
    const start = Math.max(0, from - behind)
    const before = text.slice(start, from + tail.length).lastIndexOf(tail)
    return before < 0 ? undefined : start + before + tail.length
  }
  /** The same of a few letters, ahead or behind. */
  const nearest = (few: string): number | undefined => {
    const start = Math.max(0, at - near)
    const around = text.slice(start, at + near)
    const [before, after] = [around.lastIndexOf(few, at - start), around.indexOf(few, at - start)]
    if (before < 0 && after < 0) return undefined
    const isAhead = before < 0 || (after >= 0 && after - (at - start) <= at - start - before)
    return start + (isAhead ? after : before) + few.length
  }
  const whereItWasLeft = (fresh: string): number | undefined =>
    left !== undefined && fresh.length < letters && text.startsWith(fresh, left)
      ? left + fresh.length
      : undefined
  const anywhere = (): number | undefined => {
    const found = text.indexOf(tail)
    return found < 0 ? undefined : found + tail.length
  }
  const goOn = (on: number, sure: boolean): Gap => {
    at = on
    isSure = sure
    lost = 0
    passed = 0
    return gapNames[gaps[on] ?? 0] ?? ''
  }
  return shown => {
    const fresh = bare(compared(shown))
    if (fresh === '') return ''
    tail = (tail + fresh).slice(-Math.max(letters, fresh.length))
    if (isSure && fresh.length < letters && text.startsWith(fresh, at)) return goOn(at + fresh.length, true)
    let on = behindIt(fresh.length)
    if (on !== undefined) {
      if (isSure && (on < at || on > at + near)) left = at
      return goOn(on, tail.length >= letters)
    }
    on = whereItWasLeft(fresh)
    if (on !== undefined) {
      left = undefined
      return goOn(on, true)
    }
    if (isSure) left = at
    on = tail.length > least ? nearest(tail.slice(-least)) : undefined
    if (on !== undefined) return goOn(on, false)
    lost++
    passed += fresh.length
    if (passed > least) isSure = false
    if (lost % patience === 0 || (tail.length >= letters && isPowerOfTwo(lost))) on = anywhere()
    return on === undefined ? '' : goOn(on, tail.length >= letters)
  }
}

/** Text without its spaces. */
export const bare = (text: string): string => (/\s/.test(text) ? text.replace(/\s+/g, '') : text)

const gapNames = ['', ' ', '\n'] as const

/** The letters of words, and by the number of letters before it each gap between them. */
function lettersOf(words: string): { readonly text: string; readonly gaps: Uint8Array } {
  const text = bare(words)
  const gaps = new Uint8Array(text.length + 1)
  let count = 0
  for (const part of words.match(/\s+|\S+/g) ?? []) {
    if (/\S/.test(part)) count += part.length
    else gaps[count] = part.includes('\n') ? 2 : 1
  }
  return { text, gaps }
}
