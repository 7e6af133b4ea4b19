import type { Element, ElementContent, Root as HastRoot } from 'hast'
import type { Code, FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import type { InlineMath, Math as MathBlock } from 'mdast-util-math'
import { type Handlers, type State, toHast } from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
import { type DirectiveTable, directiveNamed, directiveTable } from './directive-table.js'

/**
 * mdast to hast. What HTML has no element for becomes one named `tf-...`, with string attributes only, so that it
 * survives a pass through an HTML parser; transform/adopt turns all of it into the vocabulary.
 *
 * @returns the tree, and whether it holds raw HTML that is still to be parsed
 */
export function markdownToHast(
  tree: Root,
  table: DirectiveTable = directiveTable,
): { hast: HastRoot; raw: boolean } {
  const hast = toHast(tree, { allowDangerousHtml: true, handlers: handlersFor(table) }) as HastRoot
  let raw = false
  visit(tree, 'html', () => {
    raw = true
  })
  if (raw) visit(hast, 'element', keepFirstLine)
  return { hast, raw }
}

/** An HTML parser takes one line's end from the beginning of `pre`: code that begins with an empty line gets another. */
function keepFirstLine({ tagName, children: [text] }: Element): void {
  if (tagName === 'pre' && text?.type === 'text' && text.value.startsWith('\n'))
    text.value = `\n${text.value}`
}

function handlersFor(table: DirectiveTable): Handlers {
  const directive = (state: State, node: Directives) => directiveElement(state, node, table)
  return {
    code: codeBlock,
    inlineMath: (state: State, node: InlineMath) => made(state, node, 'tf-math', { tex: node.value }),
    math: (state: State, node: MathBlock) => made(state, node, 'tf-equation', { tex: node.value }),
    footnoteReference: (state: State, node: FootnoteReference) =>
      made(state, node, 'tf-noteref', { label: key(node) }),
    footnoteDefinition: (state: State, node: FootnoteDefinition) =>
      made(state, node, 'tf-note', { label: key(node) }, state.all(node)),
    textDirective: directive,
    leafDirective: directive,
    containerDirective: directive,
  }
}

const key = (node: FootnoteDefinition | FootnoteReference) => node.identifier.toUpperCase()

function made(
  state: State,
  node: Nodes,
  tagName: string,
  properties: Record<string, string>,
  children: ElementContent[] = [],
) {
  const element: Element = { type: 'element', tagName, properties, children }
  state.patch(node, element)
  return element
}

function directiveElement(state: State, node: Directives, table: DirectiveTable): Element {
  const labelled = node.type === 'containerDirective' ? node.children[0] : undefined
  const label = labelled?.type === 'paragraph' && labelled.data?.directiveLabel ? labelled : undefined
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? '']),
  )
  const content = node.type === 'containerDirective' ? node.children.filter(child => child !== label) : []
  const row = directiveNamed(node.name, table)
  const element = row?.make({
    attributes,
    label: node.type === 'containerDirective' ? (label ? state.all(label) : []) : state.all(node),
    content: content.flatMap(child => state.one(child, node) ?? []),
  })
  if (!element) throw new Error(`No maker for the directive ${node.name}`)
  state.patch(node, element)
  if (node.type !== 'leafDirective' || !row?.forms.includes('textDirective')) return element
  // What may stand in a line is a block of its own after two colons.
  const alone: Element = { type: 'element', tagName: 'p', properties: {}, children: [element] }
  state.patch(node, alone)
  return alone
}

/** ```` ```js {1,3-5} title="..." ````: the words after the language say which lines are marked, and the caption. */
function codeBlock(state: State, node: Code): Element {
  const meta = node.meta ?? ''
  const lines = /\{([\d\s,-]+)\}/.exec(meta)?.[1]?.replace(/\s/g, '')
  const title = /\b(?:title|caption)=(?:"([^"]*)"|'([^']*)')/.exec(meta)
  const pre: Element = {
    type: 'element',
    tagName: 'pre',
    properties: { ...(node.lang ? { dataLanguage: node.lang } : {}), ...(lines ? { dataLines: lines } : {}) },
    children: [{ type: 'text', value: node.value }],
  }
  state.patch(node, pre)
  const caption = title?.[1] ?? title?.[2]
  if (!caption) return pre
  return made(state, node, 'figure', {}, [
    pre,
    made(state, node, 'figcaption', {}, [{ type: 'text', value: caption }]),
  ])
}
