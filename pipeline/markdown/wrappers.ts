import type { RootContent } from 'mdast'
import type { Handlers } from '../../templates/handlers.js'
import { handle } from '../../templates/handlers.js'
import type { ArticleNode, BlockElement, ElementName } from '../article.js'
import { globalsOf, tagsOf } from './html.js'
import type { Writing } from './writing.js'

/**
 * Blocks with what gives them their ids and languages: `:::lang` around neighbours of one language, and an empty anchor
 * before what links lead to. Where an anchor would give its id to another block, a `div` does.
 */
export function wrappedBlocks(
  nodes: readonly BlockElement[],
  state: Writing,
  table: Handlers<RootContent, Writing>,
): RootContent[] {
  const out: RootContent[] = []
  for (let index = 0; index < nodes.length; ) {
    const first = nodes[index] as BlockElement
    const globals = globalsOf(first.properties)
    const end = runEnd(nodes, index, JSON.stringify(globals))
    const wrapped = Object.keys(globals).length > 0
    const inner = wrapped ? { ...state, anchors: true } : state
    const blocks = nodes.slice(index, end).flatMap(node => identified(node, inner, table))
    out.push(...(wrapped ? inLanguage(globals, blocks) : blocks))
    index = end
  }
  return out
}

function runEnd(nodes: readonly BlockElement[], start: number, globals: string): number {
  let end = start + 1
  while (end < nodes.length && JSON.stringify(globalsOf(nodes[end]?.properties ?? {})) === globals) end++
  return end
}

function inLanguage({ lang, dir }: ReturnType<typeof globalsOf>, children: RootContent[]): RootContent[] {
  if (lang === undefined) return between({ dir }, children)
  const attributes = { lang, ...(dir === undefined ? {} : { dir }) }
  // What blocks are made of are blocks: a directive may hold them all.
  return [{ type: 'containerDirective', name: 'lang', attributes, children: children as never[] }]
}

function identified(
  node: BlockElement,
  state: Writing,
  table: Handlers<RootContent, Writing>,
): RootContent[] {
  const { id } = node.properties
  const blocks = handleAny(table, node, state)
  if (id === undefined || !state.named.has(node)) return blocks
  if (!state.anchors) return between({ id }, blocks)
  const [open, close] = tagsOf({ type: 'element', tagName: 'a', properties: { id }, children: [] })
  const tags = [open, close].map(value => ({ type: 'html' as const, value }))
  return [{ type: 'paragraph', children: tags }, ...blocks]
}

function between(
  properties: { id?: string; dir?: string | undefined },
  children: RootContent[],
): RootContent[] {
  const [open, close] = tagsOf({ type: 'element', tagName: 'div', properties, children: [] })
  return [{ type: 'html', value: open }, ...children, { type: 'html', value: close }]
}

/** An element that was added to the vocabulary is a directive of its name. */
function handleAny(table: Handlers<RootContent, Writing>, node: BlockElement, state: Writing): RootContent[] {
  if (Object.hasOwn(table, node.tagName)) return handle(table, node, state)
  const added = node as { tagName: string; properties: object; children: readonly ArticleNode[] }
  const { id, lang, dir, ...own } = added.properties as Record<string, unknown>
  const attributes = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, String(value)]))
  const children = state.blocks(added.children as readonly BlockElement[], { ...state, anchors: true })
  return [
    {
      type: 'containerDirective',
      name: added.tagName as ElementName,
      attributes,
      children: children as never[],
    },
  ]
}
