import type { Element, ElementContent } from 'hast'
import { attributeOf, isNamed, isUnseen, namesOf, rewrite, standIn, wordsOf } from '../nodes.js'
import { fragmentOf, type NoteCall } from './note-calls.js'

const back =
  / (?:mw-cite-backlink|footnote-backref|footnote-back|reversefootnote|footnote-return|easy-footnote-to-top|footnotebacklink|footnote-number|footnote-back-ref) /
const arrow = /^[\s[(]*(?:[↩⤴⏎↵↑^]\uFE0E?|&#8617;|back|return|jump up|up|zurück|retour|volver)[\s\])]*$/i

/**
 * A note's own words: without the links that lead back to its calls, and the number that the format sets anew.
 *
 * @param places ids at the calls of the note
 * @param links all calls of the page
 */
export function noteContent(
  call: NoteCall,
  places: ReadonlySet<string>,
  links: ReadonlySet<Element>,
): ElementContent[] | undefined {
  const number = bareNumber(call.label)
  // Once what held the number is gone, a note that begins with that very number, as a date may, keeps it.
  let gone = false
  const copy = copyOf(call.body, links)
  rewrite(copy, node => {
    const names = namesOf(node)
    if (
      back.test(names) ||
      attributeOf(node, 'role') === 'doc-backlink' ||
      node.properties.dataFootnoteBackref !== undefined
    ) {
      gone ||= bareNumber(wordsOf(node)) === number
      return []
    }
    if (!isNamed(node, 'a'))
      return isNamed(node, 'sup', 'span') && node.children.every(isUnseen) && !node.properties.id
        ? []
        : undefined
    const leadsBack = attributeOf(node, 'href').includes('#') && places.has(fragmentOf(node))
    if (leadsBack || (arrow.test(wordsOf(node)) && attributeOf(node, 'href').startsWith('#'))) {
      gone ||= bareNumber(wordsOf(node)) === number
      return []
    }
    // A place without words, to which the call leads.
    return attributeOf(node, 'href') === '' && wordsOf(node) === '' ? [] : undefined
  })
  const own = isNamed(copy, 'p') ? [standIn(copy, 'p', {}, copy.children)] : copy.children
  const begin = own.findIndex(child => !isUnseen(child) && !isNamed(child, 'hr', 'br'))
  const holder = standIn(copy, 'div', {}, own.slice(Math.max(begin, 0)))
  withoutNumber(holder, gone ? '' : number, isNamed(call.body, 'li'))
  trimEnd(holder)
  return wordsOf(holder) === '' ? undefined : holder.children
}

/** A copy whose links to other notes are the same nodes as before: those are calls, and are replaced in the text. */
function copyOf(node: Element, links: ReadonlySet<Element>): Element {
  const children = node.children.map(child =>
    child.type === 'element' && !links.has(child)
      ? copyOf(child, links)
      : child.type === 'element'
        ? child
        : { ...child },
  )
  return { ...node, properties: { ...node.properties }, children }
}

/** A call's number or sign without brackets and stops. */
const bareNumber = (label: string) => label.replace(/[^\p{L}\p{N}*†‡§¶]/gu, '')

/**
 * Takes the note's number, and signs around where it stood, from its beginning.
 *
 * @param isItem whether a list counts it: then only a number with a bracket or stop is its own
 */
function withoutNumber(holder: Element, number: string, isItem: boolean): void {
  const quoted = number.replace(/[*]/g, '\\$&')
  const counted =
    number === ''
      ? ''
      : `\\[${quoted}\\]|\\(${quoted}\\)|${quoted}[.):]${isItem ? '' : `|${quoted}`}(?=\\s|$)|`
  const signs = new RegExp(`^[\\s^↑]*(?:${counted}[\\[(]\\s*[\\])])?[\\s.,:\\])]*`, 'u')
  let node: Element | undefined = holder
  while (node) {
    const first: ElementContent | undefined = node.children.find(child => !isUnseen(child))
    if (first?.type === 'text') {
      first.value = first.value.replace(signs, '')
      if (first.value !== '') return
      node.children = node.children.filter(child => child !== first)
      continue
    }
    // <sup>1</sup> or <span class="num">1.</span>, set by hand.
    if (
      first?.type === 'element' &&
      wordsOf(first).replace(/[[\]().:\s]/g, '') === number &&
      number !== '' &&
      isNamed(first, 'sup', 'span', 'strong', 'b', 'a')
    ) {
      node.children = node.children.filter(child => child !== first)
      continue
    }
    node = first?.type === 'element' && isNamed(first, 'p', 'div', 'span') ? first : undefined
  }
}

/** What parted the last word from a link back. */
function trimEnd(holder: Element): void {
  let node: Element | undefined = holder
  while (node) {
    node.children = node.children.filter(
      (child, index, all) => !(isUnseen(child) && index === all.length - 1),
    )
    const last: ElementContent | undefined = node.children.at(-1)
    if (last?.type === 'text') {
      last.value = last.value.replace(/[\s\u00A0\u200A]*(?:\[\s*\]|\|)?[\s\u00A0]*$/, '')
      return
    }
    if (last?.type === 'element' && isNamed(last, 'p') && last.children.every(isUnseen)) {
      node.children.pop()
      continue
    }
    node = last?.type === 'element' && isNamed(last, 'p', 'div', 'span') ? last : undefined
  }
}
