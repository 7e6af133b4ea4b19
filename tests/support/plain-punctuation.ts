import type { Nodes, Root } from 'nlcst'
import { ParseLatin } from 'parse-latin'
import retextSmartypants from 'retext-smartypants'

/** The text with the packages' own punctuation: all of it parsed, and all of the tree handed to the plugin. */
export function plainPunctuation(text: string): string {
  const tree = new ParseLatin().parse(text)
  // The plugin does not use its processor; the type of `this` asks for one.
  const transform = retextSmartypants.call(undefined as never, { backticks: false, dashes: 'oldschool' }) as (
    tree: Root,
  ) => void
  transform(tree)
  return wordsOf(tree)
}

const wordsOf = (node: Nodes): string =>
  'children' in node ? (node.children as Nodes[]).map(wordsOf).join('') : node.value
