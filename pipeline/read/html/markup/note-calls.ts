import type { Element, Root } from 'hast'
import { attributeOf, childElements, isNamed, isUnseen, namesOf, wordsOf } from '../nodes.js'

/** A link in the text that calls a footnote. */
export interface NoteCall {
  readonly link: Element
  /** What the link says: `1`, `[2]`, `*`. */
  readonly label: string
  /** The element that is the note. */
  readonly body: Element
  /** Ids at the call, to which a note leads back. */
  readonly places: ReadonlySet<string>
}

interface Place {
  readonly node: Element
  readonly ancestors: readonly Element[]
  /** How many elements came before it. */
  readonly at: number
}

const label =
  /^[[(]?\s*(?:\d{1,3}|[a-z]|[*†‡§¶#]{1,4}|[ivx]{1,6}|(?:note|fn|n\.)\s*\d+|[\u0660-\u0669\u06F0-\u06F9]{1,3})\s*[\])]?[.,:]?$/i
const hint =
  /(?:^|[^a-z])(?:user-content-)?(?:s?d?foot|fn|ftn|_ftn|_edn|edn|end-?note|note|cite|ref|reference|bib|cr\d|b\d+$)/i
const roles =
  /noteref|footnote-?ref|footnote-anchor|footnote-link|footnoteref|sdfootnoteanc|sdendnoteanc|easy-footnote/
const blocks = ['li', 'p', 'dd', 'aside', 'div', 'section']
/** Characters of one note; what is longer is a part of the text. */
const longest = 6000

/** The footnote calls of a page: links with a number or a sign for words, to a place below that is a note's beginning. */
export function callsOf(body: Root): NoteCall[] {
  const places = new Map<string, Place>()
  const links: Place[] = []
  let at = 0
  const visit = (node: Root | Element, ancestors: readonly Element[]) => {
    for (const child of childElements(node)) {
      const place = { node: child, ancestors, at: at++ }
      for (const name of [child.properties.id, child.properties.name]) {
        if (typeof name === 'string' && name !== '' && !places.has(name)) places.set(name, place)
      }
      if (isNamed(child, 'a') && attributeOf(child, 'href').includes('#')) links.push(place)
      visit(child, [...ancestors, child])
    }
  }
  visit(body, [])
  const candidates = links.flatMap(link => {
    const target = places.get(fragmentOf(link.node)) ?? places.get(`user-content-${fragmentOf(link.node)}`)
    return target && target.at > link.at && isCall(link) ? [{ link, target }] : []
  })
  const targets = new Set(candidates.map(({ target }) => target.node))
  return candidates.flatMap(({ link, target }): NoteCall[] => {
    const found = bodyOf(target, link, targets)
    if (!found || wordsOf(found).length > longest) return []
    const ids = idsAt(link)
    const known = hint.test(fragmentOf(link.node)) || leadsBack(found, ids) || roles.test(rolesOf(link.node))
    return known ? [{ link: link.node, label: wordsOf(link.node), body: found, places: ids }] : []
  })
}

/** The part of an address behind `#`, decoded. */
export function fragmentOf(link: Element): string {
  const href = attributeOf(link, 'href')
  const fragment = href.slice(href.indexOf('#') + 1)
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

const rolesOf = (node: Element) =>
  `${namesOf(node)} ${attributeOf(node, 'role', 'dataType', 'epubType')} ${node.properties.dataFootnoteRef === undefined ? '' : 'noteref'}`

const isCall = ({ node }: Place): boolean => {
  const words = wordsOf(node)
  return words.length <= 12 && (label.test(words) || (roles.test(rolesOf(node)) && words !== ''))
}

function idsAt({ node, ancestors }: Place): Set<string> {
  const around = [
    node,
    ...ancestors.slice(-2).filter(at => isNamed(at, 'sup', 'span')),
    ...childElements(node),
  ]
  return new Set(around.flatMap(at => [at.properties.id, at.properties.name]).map(String))
}

function leadsBack(body: Element, ids: ReadonlySet<string>): boolean {
  const open = [body]
  for (let node = open.pop(); node; node = open.pop()) {
    if (isNamed(node, 'a') && attributeOf(node, 'href').includes('#') && ids.has(fragmentOf(node)))
      return true
    open.push(...childElements(node))
  }
  return false
}

/** The note that begins at the target: the block around it, and what is around that and holds no other note. */
function bodyOf(target: Place, link: Place, targets: ReadonlySet<Element>): Element | undefined {
  const chain = [...target.ancestors, target.node]
  let index = chain.findLastIndex(node => isNamed(node, ...blocks))
  const first = chain[index]
  if (!first || link.ancestors.includes(first) || !beginsWith(first, target.node)) return undefined
  while (index > 0) {
    const [outer, inner] = [chain[index - 1], chain[index]]
    if (!outer || !inner || !isNamed(outer, 'li', 'div', 'aside') || link.ancestors.includes(outer)) break
    if (!beginsWith(outer, inner) || countOf(outer, targets) > 1) break
    if (
      childElements(outer).some(
        child => /^h\d$/.test(child.tagName) || (isNamed(child, 'ol', 'ul') && child !== inner),
      )
    )
      break
    index--
  }
  const found = chain[index]
  return found && isNamed(found, 'section') ? undefined : found
}

/** Whether nothing but a number and signs stands in the element before the other. */
function beginsWith(outer: Element, inner: Element): boolean {
  if (outer === inner) return true
  let before = ''
  const reach = (node: Element): boolean => {
    for (const child of node.children) {
      if (child === inner) return true
      if (before.length > 8) return false
      if (child.type === 'element') {
        if (reach(child)) return true
      } else if (!isUnseen(child) && child.type === 'text') before += child.value
    }
    return false
  }
  return reach(outer) && /^[\s^↑[\](){}.\d*†‡]{0,8}$/.test(before)
}

function countOf(node: Element, targets: ReadonlySet<Element>): number {
  let count = targets.has(node) ? 1 : 0
  for (const child of childElements(node)) count += countOf(child, targets)
  return count
}
