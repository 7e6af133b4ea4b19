import type { Element, ElementContent, Nodes, Root } from 'hast'
import type { Position } from 'unist'
import type { ArticleRoot, BlockElement, InlineNode } from '../../article.js'
import type { Report } from '../../messages.js'
import { type MergeTag, splitMerged } from '../../parse/merge-tags.js'
import { type Adopter, globals, make, type WrittenNote } from './adopter.js'
import { blockTable, isWrapper } from './blocks.js'
import { withoutControls } from './controls.js'
import { pictureAlone } from './figures.js'
import { inlineTable } from './inlines.js'
import { collapsed, isBlank, tidy } from './line.js'

/** Elements that go with all that is in them. Scripts never pass; forms have no use outside a browser. */
const dropped = new Set(
  (
    'script style template noscript object param applet embed head title meta link base canvas svg map area select option ' +
    'optgroup textarea datalist input output progress meter frame frameset noframes portal slot track source'
  ).split(' '),
)
/** Elements that are only a wrapper, or a look: their content stays, and nothing is lost that needs a message. */
const wrappers = new Set(
  'picture label legend time data address tbody font small big u nobr center rb summary figcaption footer dt dd li tr td th'.split(
    ' ',
  ),
)

/** The node's place, where it has a whole one: what a plugin added may have half of one. */
const placeOf = (node: Nodes): Position | undefined =>
  node.position?.start?.line ? node.position : undefined

/** The tree of the vocabulary, and the footnotes as written, which the next pass numbers. */
export interface Adopted {
  readonly tree: ArticleRoot
  readonly notes: ReadonlyMap<string, WrittenNote>
}

/**
 * Any HTML tree to the closed vocabulary: the one gate, for Markdown, raw HTML and a caller's own hast alike. What has a
 * place gets it, what is only a wrapper is unwrapped, and what may not pass is dropped with a message that names it.
 *
 * @param tags the merge tags that the text's masks stand for
 * @param added elements that an extension of the vocabulary brought, by tag name; taken over with their attributes
 */
export function adopt(
  given: Root,
  report: Report,
  tags: readonly MergeTag[] = [],
  added: ReadonlySet<string> = new Set(),
): Adopted {
  const root = withoutControls(given)
  const notes = new Map<string, WrittenNote>()
  const start = { line: 1, column: 1, offset: 0 }
  let here: Position = root.position ?? { start, end: start }
  const told = new Set<string>()

  const within = <T>(node: Nodes, work: () => T): T => {
    const outer = here
    here = placeOf(node) ?? here
    try {
      return work()
    } finally {
      here = outer
    }
  }

  const adopter: Adopter = {
    report,
    tags,
    notes,
    added,
    anchors: [],
    blocks,
    line,
    flow,
    place: node => placeOf(node) ?? here,
  }

  function blocks(nodes: readonly ElementContent[]): BlockElement[] {
    const out: BlockElement[] = []
    let run: ElementContent[] = []
    const flush = () => {
      const content = line(run)
      const [first] = run
      run = []
      if (first && !isBlank(content)) out.push(anchored(paragraph(content, first)))
    }
    for (const node of nodes) {
      if (node.type !== 'element' || !standsAsBlock(node)) run.push(node)
      else {
        flush()
        const made = within(node, () => block(node))
        out.push(...made.map((child, index) => (index === 0 ? anchored(child) : child)))
      }
    }
    flush()
    return out
  }

  function block(node: Element): BlockElement[] {
    if (added.has(node.tagName)) return [extension(node)]
    const known = Object.hasOwn(blockTable, node.tagName) ? blockTable[node.tagName] : undefined
    // An inline element around blocks: the blocks count.
    if (!known || isWrapper(node.tagName)) return known ? known(node, adopter) : blocks(node.children)
    // An anchor before a block is that block's own, not that of the first block in it.
    const before = adopter.anchors.splice(0)
    const made = known(node, adopter)
    adopter.anchors.unshift(...before)
    return made
  }

  function paragraph(content: InlineNode[], from: ElementContent): BlockElement {
    const picture = pictureAlone(content, from, adopter)
    if (picture) return picture
    const [only] = from.type === 'element' && from.tagName === 'tf-button' ? content : []
    if (content.length === 1 && only?.type === 'element' && only.tagName === 'a') {
      return make(adopter, from, 'button', { ...only.properties }, only.children)
    }
    const last = content.at(-1)
    const position = { start: content[0]?.position.start ?? here.start, end: last?.position.end ?? here.end }
    return { type: 'element', tagName: 'p', properties: {}, children: content, position }
  }

  function anchored(made: BlockElement): BlockElement {
    const id = adopter.anchors.shift()
    adopter.anchors.length = 0
    if (!id || made.properties.id) return made
    return { ...made, properties: { ...made.properties, id } } as BlockElement
  }

  function line(nodes: readonly ElementContent[]): InlineNode[] {
    return tidy(nodes.flatMap(node => within(node, () => inline(node))))
  }

  function inline(node: ElementContent): InlineNode[] {
    if (node.type === 'text') return text(node.value)
    if (node.type !== 'element') return []
    const known = Object.hasOwn(inlineTable, node.tagName) ? inlineTable[node.tagName] : undefined
    if (known) return known(node, adopter)
    if (dropped.has(node.tagName)) return drop(node)
    if (!Object.hasOwn(blockTable, node.tagName) && !wrappers.has(node.tagName)) unwrapped(node)
    return node.children.flatMap(child => within(child, () => inline(child)))
  }

  function text(value: string): InlineNode[] {
    for (const [call, label] of value.matchAll(/\[\^([^\]\s]+)\]/g)) {
      report(
        'note-undefined',
        `Unexpected footnote call \`${call}\`, expected a line \`[^${label}]: ...\` that is the note`,
        here,
      )
    }
    return splitMerged(collapsed(value), tags).map(piece =>
      typeof piece === 'string'
        ? { type: 'text', value: piece, position: here }
        : make(
            adopter,
            { type: 'text', value: piece.source },
            'mergetag',
            { name: piece.name, ...(piece.default === undefined ? {} : { default: piece.default }) },
            [],
          ),
    )
  }

  function flow(nodes: readonly ElementContent[]): (BlockElement | InlineNode)[] {
    const out: (BlockElement | InlineNode)[] = []
    let run: ElementContent[] = []
    const flush = () => {
      const content = line(run)
      run = []
      if (!isBlank(content)) out.push(...content)
    }
    for (const node of nodes) {
      if (node.type !== 'element' || !standsAsBlock(node)) run.push(node)
      else {
        flush()
        out.push(...within(node, () => block(node)))
      }
    }
    flush()
    return out
  }

  /** Whether the node is a block, or an inline element or unknown one with a block in it. */
  function standsAsBlock(node: Element): boolean {
    if (dropped.has(node.tagName)) return false
    if (node.tagName === 'math') return node.properties.display === 'block'
    if (added.has(node.tagName) || Object.hasOwn(blockTable, node.tagName)) return true
    return (
      node.tagName !== 'ruby' && node.children.some(child => child.type === 'element' && standsAsBlock(child))
    )
  }

  function drop(node: Element): InlineNode[] {
    // The box of a task was read by its list item.
    if (node.tagName === 'input' && node.properties.type === 'checkbox') return []
    if (node.tagName !== 'source' && node.tagName !== 'track') {
      report(
        'html-dropped',
        `Unexpected \`<${node.tagName}>\`, left out with its content; an article cannot hold it`,
        placeOf(node) ?? here,
      )
    }
    return []
  }

  function unwrapped(node: Element): void {
    if (told.has(node.tagName)) return
    told.add(node.tagName)
    report(
      'html-unwrapped',
      `Unexpected \`<${node.tagName}>\`, left out; its content stays`,
      placeOf(node) ?? here,
    )
  }

  /** An added element keeps its string attributes and its blocks; its own handlers do the rest. */
  function extension(node: Element): BlockElement {
    const made = {
      type: 'element',
      tagName: node.tagName,
      properties: { ...node.properties, ...globals(node) },
      children: blocks(node.children),
      position: here,
    }
    // Its name is not in the compiled vocabulary; `added` vouches for it.
    return made as unknown as BlockElement
  }

  const children = blocks(root.children.filter(child => child.type !== 'doctype'))
  return { tree: { type: 'root', children, position: here }, notes }
}
