import type { ListItem, RootContent } from 'mdast'
import type { ArticleElement } from '../article.js'
import { elementOf, htmlOf, isPlain, tagsOf } from './html.js'
import { Mixed, type WrittenRun, writtenRuns } from './mixed.js'
import type { Writing } from './writing.js'

type List = ArticleElement<'ul'> | ArticleElement<'ol'>
type Item = ArticleElement<'li'>

/** A list of Markdown; one of HTML where Markdown has no form for it. */
export function list(node: List, state: Writing): RootContent[] {
  // Written once for both forms: lists in lists would else be written twice at each level.
  const contents = node.children.map(item => writtenRuns(item.children, state))
  return inMarkdown(node, contents, state) ?? inHtml(node, contents, state)
}

/** What may follow the words of an item without an empty line, which would make a paragraph of them. */
const follows = new Set(['list', 'blockquote', 'code', 'heading'])

function inMarkdown(
  node: List,
  contents: readonly WrittenRun[][],
  state: Writing,
): RootContent[] | undefined {
  if (node.tagName === 'ol' && (node.properties.reversed || node.properties.type)) return undefined
  const items = node.children.map((item, index) => listItem(item, contents[index] ?? [], state))
  if (!items.every(item => item !== undefined)) return undefined
  const hasWords = contents.map(([first]) => first !== undefined && 'words' in first)
  const isTight = hasWords.some(Boolean)
  const paragraphs = items.some(({ children }, index) =>
    children.slice(hasWords[index] ? 1 : 0).some(child => child.type === 'paragraph'),
  )
  if (isTight && (paragraphs || !items.every((item, index) => isTightItem(item, hasWords[index] === true))))
    return undefined
  if (!isTight && paragraphs && items.length === 1 && items[0]?.children.length === 1) {
    // An item by itself is a paragraph only where something follows it after an empty line.
    items[0].children.push({ type: 'html', value: '<!-- -->' })
  }
  const spread = !isTight && (paragraphs || items.some(item => item.children.length > 1))
  const start = node.tagName === 'ol' ? { start: node.properties.start ?? 1 } : {}
  const children = items.map(item => ({ ...item, spread }))
  return [{ type: 'list', ordered: node.tagName === 'ol', ...start, spread, children }]
}

/** An item, or undefined for one that only HTML can say. */
function listItem(item: Item, runs: readonly WrittenRun[], state: Writing): ListItem | undefined {
  const { checked, value } = item.properties
  if (!isPlain(item) || value !== undefined || runs.slice(1).some(run => 'words' in run)) return undefined
  const inner = { ...state, oneLine: false, verse: false }
  const children = runs.flatMap((run): RootContent[] =>
    'words' in run ? [{ type: 'paragraph', children: state.line(run.words, inner) }] : run.blocks,
  )
  if (checked !== undefined && children[0]?.type !== 'paragraph') return undefined
  return { type: 'listItem', ...(checked === undefined ? {} : { checked }), children: children as never[] }
}

function isTightItem({ children }: ListItem, hasWords: boolean): boolean {
  const rest = children.slice(hasWords ? 1 : 0)
  return rest.every((child, index) => {
    if (!follows.has(child.type) || rest[index - 1]?.type === child.type) return false
    // Only a list from one, with words in its first item, ends a paragraph.
    return (
      child.type !== 'list' ||
      !hasWords ||
      index > 0 ||
      ((child.start ?? 1) === 1 && child.children[0]?.children.length !== 0)
    )
  })
}

function inHtml(node: List, contents: readonly WrittenRun[][], state: Writing): RootContent[] {
  const { id, lang, dir, ...own } = node.properties
  const [open, close] = tagsOf(elementOf({ ...node, properties: own } as List, state))
  const mixed = new Mixed().line(open)
  for (const [index, item] of node.children.entries()) {
    const [begin, end] = tagsOf(elementOf(item, state))
    mixed
      .line(begin)
      .add(box(item))
      .flow(contents[index] ?? [], state)
      .add(end)
  }
  return mixed.line(close).end()
}

function box({ properties: { checked } }: Item): string {
  if (checked === undefined) return ''
  const properties = { type: 'checkbox', disabled: true, checked }
  return `${tagsOf({ type: 'element', tagName: 'input', properties, children: [] })[0]} `
}

/** Terms and what they mean, for which Markdown has no form. */
export function dl(node: ArticleElement<'dl'>, state: Writing): RootContent[] {
  const mixed = new Mixed().line('<dl>')
  for (const part of node.children) {
    const [open, close] = tagsOf(elementOf(part, state))
    if (part.tagName === 'dt') mixed.line(open + htmlOf(part.children, state) + close)
    else mixed.line(open).flow(writtenRuns(part.children, state), state).add(close)
  }
  return mixed.line('</dl>').end()
}
