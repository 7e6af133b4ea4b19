import type { Nodes, Parents, Root } from 'nlcst'
import retextSmartypants from 'retext-smartypants'
import { LatinParser } from './latin-parser.js'

/** The marks around a quotation. */
export type Pair = readonly [open: string, close: string]

/** What stands in the place of some of a text, by offset. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly value: string
}

const letter = /\p{L}/u

/** Says of a text which of its signs become others: quotes are curled, dashes and ellipses set. */
export function punctuationEditor(double: Pair, single: Pair): (text: string) => Edit[] {
  const transform = retextSmartypants.call(
    // The plugin does not use its processor; the type of `this` asks for one.
    undefined as never,
    {
      backticks: false,
      dashes: 'oldschool',
      openingQuotes: { double: double[0], single: single[0] },
      closingQuotes: { double: double[1], single: single[1] },
    },
  ) as Plugin
  const parser = new LatinParser()
  return text => {
    const { leaves, stretches } = laidOut(parser.parse(text))
    const gone = swallowed(stretches, transform)
    const left = gone.size === 0 ? leaves : leaves.filter(({ node }) => !gone.has(node))
    const edits: Edit[] = []
    left.forEach(({ node, start: at }, index) => {
      const start = index === 0 ? 0 : at
      const end = left[index + 1]?.start ?? text.length
      const was = text.slice(start, end)
      if (was === node.value) return
      // An apostrophe between letters is one in every language, whatever its closing quotation mark.
      const apostrophe = was === "'" && letter.test(text[start - 1] ?? '') && letter.test(text[end] ?? '')
      edits.push({ start, end, value: apostrophe ? '’' : node.value })
    })
    return edits
  }
}

type Leaf = Exclude<Nodes, Parents>

/** A leaf, or a word as one. */
type Shown = Pick<Leaf, 'value'> & Pick<Nodes, 'type'>

/** What stands near the signs of a sentence or a word: all that the plugin looks at. */
interface Stretch {
  readonly type: 'SentenceNode'
  readonly children: Shown[]
}

type Plugin = (tree: { readonly type: 'RootNode'; readonly children: readonly Stretch[] }) => void

interface LaidOut {
  readonly leaves: { readonly node: Leaf; readonly start: number }[]
  readonly stretches: Stretch[]
}

/** The leaves of a tree with the offset of each, and what the plugin is to be shown of it. */
function laidOut(tree: Root): LaidOut {
  const found: LaidOut = { leaves: [], stretches: [] }
  let start = 0
  const walk = (node: Nodes) => {
    if (!('children' in node)) {
      found.leaves.push({ node, start })
      start += node.value.length
      return
    }
    for (const child of node.children) walk(child)
    if (node.children.some(isSign)) found.stretches.push(stretchOf(node.children))
  }
  walk(tree)
  return found
}

/** How many tokens the plugin looks at before and after a sign. */
const reach = 2

/** The plugin goes down all that it is handed, slowly: it gets what stands near a sign, and each word as a leaf. */
function stretchOf(nodes: readonly Nodes[]): Stretch {
  joinDashes(nodes)
  const children: Shown[] = []
  let last = -Infinity
  nodes.forEach((node, index) => {
    if (isSign(node)) last = index
    if (index - last > reach && !nodes.slice(index + 1, index + 1 + reach).some(isSign)) return
    children.push('children' in node ? { type: node.type, value: wordsOf(node) } : node)
  })
  return { type: 'SentenceNode', children }
}

const wordsOf = (node: Nodes): string =>
  'children' in node ? (node.children as Nodes[]).map(wordsOf).join('') : node.value

const signs = /^(?:["']|--|---|–|\.+)$/

const isSign = (node: Nodes) =>
  (node.type === 'PunctuationNode' || node.type === 'SymbolNode') && signs.test(node.value)

/** An en dash with a hyphen behind it is an em dash. The plugin would do it, and print a line that says so. */
function joinDashes(nodes: readonly Nodes[]): void {
  nodes.forEach((node, index) => {
    const next = nodes[index + 1]
    if (!('value' in node) || node.value !== '–' || !isSign(node)) return
    if (next?.type !== 'PunctuationNode' || next.value !== '-') return
    node.value = ''
    next.value = '—'
  })
}

/** Has the plugin change the signs. Of dots with spaces between the last is left: the others are what is returned. */
function swallowed(children: readonly Stretch[], transform: Plugin): ReadonlySet<Shown> {
  const before = children.map(stretch => [...stretch.children])
  const count = () => children.reduce((sum, stretch) => sum + stretch.children.length, 0)
  const whole = count()
  // Where it takes leaves out it passes over as many after them.
  for (let length = -1; length !== count(); ) {
    length = count()
    transform({ type: 'RootNode', children })
  }
  if (count() === whole) return new Set()
  const kept = new Set(children.flatMap(stretch => stretch.children))
  return new Set(before.flat().filter(node => !kept.has(node)))
}
