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

/**
 * Reads a document's words along with what is shown of them: what is asked is the end of what was shown, and the answer
 * what comes next in the document: a letter, a space, `\n` at the end of a block, nothing where the words are not found.
 */
export function readAlong(words: string): (shown: string) => string {
  let at = 0
  let lost = 0
  /** Where it goes on behind a text; undefined where that is nowhere near. */
  const behindIt = (text: string): number | undefined => {
    const found = words.slice(at, at + ahead).indexOf(text)
    if (found >= 0) return at + found + text.length
    const start = Math.max(0, at - behind)
    const before = words.slice(start, at + text.length).lastIndexOf(text)
    return before < 0 ? undefined : start + before + text.length
  }
  /** The same of a few letters, ahead or behind. */
  const nearest = (text: string): number | undefined => {
    const start = Math.max(0, at - near)
    const around = words.slice(start, at + near)
    const [before, after] = [around.lastIndexOf(text, at - start), around.indexOf(text, at - start)]
    if (before < 0 && after < 0) return undefined
    const isAhead = before < 0 || (after >= 0 && after - (at - start) <= at - start - before)
    return start + (isAhead ? after : before) + text.length
  }
  const anywhere = (text: string): number | undefined => {
    const found = words.indexOf(text)
    return found < 0 ? undefined : found + text.length
  }
  return shown => {
    const text = compared(shown)
    let on = behindIt(text) ?? (text.length > least ? nearest(text.slice(-least)) : undefined)
    if (on === undefined) {
      lost++
      if (lost % patience === 0 || (text.length >= letters && isPowerOfTwo(lost))) on = anywhere(text)
    }
    if (on === undefined) return ''
    lost = 0
    at = Math.max(0, on - text.length)
    return words[on] ?? ''
  }
}
