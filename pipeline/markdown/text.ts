import type { PhrasingContent } from 'mdast'
import type { InlineNode } from '../article.js'
import type { Writing } from './writing.js'

/** Where the reader would make a link of an address: it looks in the text itself, so that no escape helps. */
const address = /(?<=https?)(?=:\/\/)|(?<=www)(?=\.)|(?<=[\w.+-]@)(?=[\w-])/gi

/**
 * A text as Markdown. An address that is no link is parted by `<wbr>`, which says nothing but that a line may be broken
 * there: Markdown has no other sign that keeps it.
 */
export const textOf = (value: string, { linked }: Writing): PhrasingContent[] =>
  parted(value, linked ? undefined : address)

const noteSign = /(?<=^\[!)(?=[a-z]+\])/i

/** The first words of a quotation: those that would make a callout of it are parted in the same way. */
export function withoutAlert(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes
  return first?.type === 'text' ? [...parted(first.value, noteSign), ...rest] : nodes
}

function parted(value: string, at: RegExp | undefined): PhrasingContent[] {
  return (at ? value.split(at) : [value]).flatMap((piece, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'html' as const, value: '<wbr>' }] : []),
    { type: 'text', value: piece },
  ])
}

/** Whether a break stands where a backslash would be one: at either end of a line, or beside another break. */
export function isBreakAlone(nodes: readonly InlineNode[], index: number): boolean {
  const beside = [nodes[index - 1], nodes[index + 1]]
  return beside.some(node => node === undefined || (node.type === 'element' && node.tagName === 'br'))
}

/** Texts side by side as one, as they are once they are read. */
export function joined(nodes: readonly InlineNode[]): readonly InlineNode[] {
  const out: InlineNode[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { ...last, value: (last.value + node.value).replace(/ {2,}/g, ' ') }
    else out.push(node)
  }
  return out
}

/**
 * What would run on is parted: formulas and code side by side, or a formula beside a dollar, whose signs would be one
 * fence; and the call of a note at the beginning of a line from a colon, which would make it the note itself.
 */
export const withoutRunOn = (nodes: PhrasingContent[]): PhrasingContent[] =>
  nodes.flatMap((node, index): PhrasingContent[] => {
    const before = nodes[index - 1]
    const runsOn =
      (node.type === 'inlineCode' && before?.type === 'inlineCode') ||
      (opensNote(before, nodes[index - 2]) && isColon(node)) ||
      (isDollar(node, /^\$/) && isDollar(before, /\$$/) && (node.type !== 'text' || before?.type !== 'text'))
    return runsOn ? [{ type: 'html', value: '<wbr>' }, node] : [node]
  })

const opensNote = (node: PhrasingContent | undefined, before: PhrasingContent | undefined): boolean =>
  node?.type === 'footnoteReference' && (before === undefined || before.type === 'break')

const isColon = (node: PhrasingContent): boolean =>
  node.type === 'textDirective' || (node.type === 'text' && node.value.startsWith(':'))

const isDollar = (node: PhrasingContent | undefined, sign: RegExp): boolean =>
  node?.type === 'inlineMath' || (node?.type === 'text' && sign.test(node.value))
