import type { Nodes, PhrasingContent, Root, Text } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { type Edit, type Pair, punctuationEditor } from './punctuation-edits.js'

/** Quotation marks by language, double and single (CLDR, `delimiters`). A language that is not here has English ones. */
const quotes: Readonly<Record<string, readonly [double: Pair, single: Pair]>> = {
  en: [
    ['“', '”'],
    ['‘', '’'],
  ],
  de: [
    ['„', '“'],
    ['‚', '‘'],
  ],
  cs: [
    ['„', '“'],
    ['‚', '‘'],
  ],
  da: [
    ['“', '”'],
    ['‘', '’'],
  ],
  es: [
    ['«', '»'],
    ['“', '”'],
  ],
  fi: [
    ['”', '”'],
    ['’', '’'],
  ],
  fr: [
    ['«\u00A0', '\u00A0»'],
    ['“', '”'],
  ],
  it: [
    ['«', '»'],
    ['“', '”'],
  ],
  nb: [
    ['«', '»'],
    ['‘', '’'],
  ],
  nl: [
    ['“', '”'],
    ['‘', '’'],
  ],
  pl: [
    ['„', '”'],
    ['‚', '’'],
  ],
  pt: [
    ['“', '”'],
    ['‘', '’'],
  ],
  ru: [
    ['«', '»'],
    ['„', '“'],
  ],
  sv: [
    ['”', '”'],
    ['’', '’'],
  ],
  uk: [
    ['«', '»'],
    ['„', '“'],
  ],
}

const worthwhile = /["']|--|\.\.\./

/**
 * Curls quotes and sets dashes (`--` an en dash, `---` an em dash) and ellipses by the language's own marks. Code, math
 * and addresses are left alone. Not to be used on a text that may not be altered.
 *
 * @param lang BCP 47
 */
export function smartPunctuation(tree: Root, lang: string): void {
  const [double, single] = quotes[lang.split('-')[0]?.toLowerCase() ?? 'en'] ??
    quotes.en ?? [
      ['“', '”'],
      ['‘', '’'],
    ]
  const edits = punctuationEditor(double, single)
  visit(tree, node => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined
    const runs = textRuns(node)
    const text = runs.map(run => run.value).join('')
    if (worthwhile.test(text)) apply(runs, edits(text))
    return SKIP
  })
}

interface Run {
  /** Undefined for what may not be touched; it still stands between quotes. */
  readonly node?: Text
  readonly value: string
}

function textRuns(block: Nodes): Run[] {
  const runs: Run[] = []
  const walk = (nodes: readonly (PhrasingContent | Nodes)[]) => {
    for (const node of nodes) {
      if (node.type === 'text')
        runs.push(isAutolink(node, nodes) ? { value: node.value } : { node, value: node.value })
      else if (node.type === 'inlineCode' || node.type === 'inlineMath') runs.push({ value: 'x' })
      else if (node.type === 'break') runs.push({ value: ' ' })
      else if (node.type === 'link' && isBareAddress(node)) runs.push({ value: 'x' })
      else if (node.type === 'textDirective' && node.children.length === 0) runs.push({ value: 'x' })
      else if ('children' in node) walk(node.children)
    }
  }
  if ('children' in block) walk(block.children)
  return runs
}

const isAutolink = (node: Text, siblings: readonly Nodes[]) =>
  siblings.length === 1 && /^(?:https?:\/\/|www\.)\S+$/.test(node.value)
const isBareAddress = (node: { url: string; children: readonly Nodes[] }) => {
  const [only] = node.children
  return node.children.length === 1 && only?.type === 'text' && node.url.endsWith(only.value)
}

function apply(runs: readonly Run[], changes: readonly Edit[]): void {
  let offset = 0
  for (const { node, value } of runs) {
    const start = offset
    const end = start + value.length
    offset = end
    if (!node) continue
    let out = ''
    let at = start
    for (const edit of changes) {
      if (edit.end <= start || edit.start >= end) continue
      if (edit.start >= start) out += value.slice(at - start, edit.start - start) + edit.value
      at = Math.min(edit.end, end)
    }
    node.value = out + value.slice(at - start)
  }
}
