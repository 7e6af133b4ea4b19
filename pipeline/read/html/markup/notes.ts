import type { Element, ElementContent, Root } from 'hast'
import {
  attributeOf,
  childElements,
  firstIn,
  isNamed,
  isUnseen,
  namesOf,
  rewrite,
  standIn,
  wordsOf,
} from '../nodes.js'
import { callsOf, type NoteCall } from './note-calls.js'
import { noteContent } from './note-content.js'

/** Footnotes lifted out of a page: each as `tf-note`, by the label that its calls have in the text. */
export type LiftedNotes = ReadonlyMap<string, Element>

/**
 * Lifts footnotes out of a page and leaves `tf-noteref` where they are called: notes at the end that links lead to, as
 * WordPress, Ghost, Substack, MediaWiki, pandoc, kramdown, Word and Google Docs write them, and notes in the margin.
 */
export function liftNotes(body: Root): LiftedNotes {
  const notes = new Map<string, Element>()
  liftMargins(body, notes)
  const calls = callsOf(body)
  const labels = new Map<Element, string>()
  const byLink = new Map<Element, string>()
  const links = new Set(calls.map(({ link }) => link))
  const places = new Map<Element, Set<string>>()
  for (const call of calls) {
    const known = places.get(call.body) ?? new Set()
    for (const place of call.places) known.add(place)
    places.set(call.body, known)
  }
  for (const call of calls) {
    const label = labels.get(call.body) ?? noted(call, places.get(call.body) ?? new Set(), links, notes)
    if (label === undefined) continue
    labels.set(call.body, label)
    byLink.set(call.link, label)
  }
  const called = (node: Element) => {
    const label = byLink.get(node)
    if (label !== undefined) return [standIn(node, 'tf-noteref', { label })]
    return isNamed(node, 'sup', 'span', 'small') ? onlyCalls(node) : undefined
  }
  for (const note of notes.values()) rewrite(note, called)
  const emptied = new Set<Element>()
  rewrite(body, (node, ancestors) => {
    if (labels.has(node)) {
      for (const at of ancestors) emptied.add(at)
      return []
    }
    return called(node)
  })
  if (labels.size > 0) clearAway(body, emptied)
  return notes
}

function noted(
  call: NoteCall,
  places: ReadonlySet<string>,
  links: ReadonlySet<Element>,
  notes: Map<string, Element>,
): string | undefined {
  const content = noteContent(call, places, links)
  if (!content) return undefined
  const label = String(notes.size + 1)
  notes.set(label, standIn(call.body, 'tf-note', { label }, content))
  return label
}

/** A call is raised by itself: the `sup` and the brackets around it go. */
function onlyCalls(node: Element): ElementContent[] | undefined {
  const calls = node.children.filter(child => isNamed(child, 'tf-noteref'))
  if (calls.length === 0) return undefined
  const others = node.children.filter(child => !isNamed(child, 'tf-noteref'))
  return others.every(
    child => isUnseen(child) || (child.type === 'text' && /^[\s[\](),;–-]*$/.test(child.value)),
  )
    ? calls
    : undefined
}

const margins =
  / (?:sidenote|marginnote|side-note|margin-note|modern-footnotes-footnote__note|footnote-content-inline|inline-footnote) /
const numbers = / (?:sidenote-number|margin-toggle|modern-footnotes-footnote|sidenote-toggle) /

/** Notes that stand beside their call. */
function liftMargins(body: Root, notes: Map<string, Element>): void {
  rewrite(body, node => {
    const names = namesOf(node)
    if (
      numbers.test(names) &&
      isNamed(node, 'label', 'sup') &&
      !firstIn(node, at => margins.test(namesOf(at)))
    )
      return []
    if (!isNamed(node, 'span', 'small', 'aside') || !margins.test(names) || wordsOf(node) === '')
      return undefined
    const label = String(notes.size + 1)
    const children = node.children.filter(
      child => !isNamed(child, 'input', 'label') && !(isNamed(child, 'sup') && /^\d+$/.test(wordsOf(child))),
    )
    notes.set(label, standIn(node, 'tf-note', { label }, children))
    return [standIn(node, 'tf-noteref', { label })]
  })
}

const holders = ['ol', 'ul', 'dl', 'div', 'section', 'aside', 'footer', 'details']

/** What held nothing but notes goes with them: lists, a line above, the heading of a section that is empty now. */
function clearAway(body: Root, emptied: ReadonlySet<Element>): void {
  const isGone = (node: Element): boolean =>
    emptied.has(node) &&
    isNamed(node, ...holders) &&
    node.children.every(child => isUnseen(child) || isNamed(child, 'hr', 'br') || isHeading(child))
  const clear = (tree: Root | Element): void => {
    const kept: ElementContent[] = []
    for (const child of tree.children as ElementContent[]) {
      if (child.type === 'element' && emptied.has(child)) {
        clear(child)
        if (isGone(child)) {
          while (kept.length > 0) {
            const last = kept.at(-1)
            if (!last || !(isUnseen(last) || isNamed(last, 'hr') || isHeading(last))) break
            kept.pop()
            if (isHeading(last)) break
          }
          continue
        }
      }
      kept.push(child)
    }
    // A heading or line at the end of what held notes leads to nothing now.
    if (tree.type === 'root' || emptied.has(tree)) {
      for (let last = kept.at(-1); last && (isUnseen(last) || isNamed(last, 'hr')); last = kept.at(-1))
        kept.pop()
    }
    tree.children = kept
  }
  clear(body)
}

const isHeading = (node: ElementContent): boolean =>
  isNamed(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') ||
  (isNamed(node, 'div', 'header', 'p') &&
    / (?:mw-heading|footnotes-title|footnote-title|footnotes-header) /.test(namesOf(node)))

/** The notes of those whose calls are in the tree, and of those that they call in turn. */
export function calledNotes(tree: Root, notes: LiftedNotes): Element[] {
  const called: Element[] = []
  const seen = new Set<string>()
  const visit = (node: Root | Element) => {
    for (const child of childElements(node)) {
      if (isNamed(child, 'tf-noteref')) {
        const label = attributeOf(child, 'label')
        const note = notes.get(label)
        if (!note || seen.has(label)) continue
        seen.add(label)
        called.push(note)
        visit(note)
      } else visit(child)
    }
  }
  visit(tree)
  return called
}
