import type { AnyElement, ArticleElement, ArticleNode, ArticleRoot, ElementName } from './article.js'

/** A parent as the visitor hands it on: its children may be replaced in place while the tree is not frozen. */
export interface Parent {
  children: ArticleNode[]
}

/** What a visitor returns: nothing, or the index to go on at after it changed its parent's children. */
// biome-ignore lint/suspicious/noConfusingVoidType: a visitor may return nothing at all
type Next = number | undefined | void

/**
 * Calls `visitor` for every element below `tree`, in document order. A formula is visited, the MathML in it is not.
 * Written out, for a template walks its article several times, and unist-util-visit asks each node for its kind anew.
 */
export function walk(
  tree: ArticleRoot | AnyElement,
  visitor: (node: AnyElement, index: number, parent: Parent) => Next,
): void {
  // What the tree's types narrow for each parent is the same thing here: elements and texts.
  const parent = tree as Parent
  for (let index = 0; index < parent.children.length; ) {
    const node = parent.children[index] as ArticleNode
    const next = node.type === 'element' ? visitor(node, index, parent) : undefined
    if (node.type === 'element' && node.tagName !== 'math' && node.tagName !== 'equation') walk(node, visitor)
    index = next ?? index + 1
  }
}

/** Every element of one of the names, in document order. */
export function elementsNamed<Name extends ElementName>(
  tree: ArticleRoot | AnyElement,
  ...names: Name[]
): ArticleElement<Name>[] {
  const found: ArticleElement<Name>[] = []
  const wanted = new Set<string>(names)
  walk(tree, node => {
    // Sound: the set holds just the names the caller asked for.
    if (wanted.has(node.tagName)) found.push(node as unknown as ArticleElement<Name>)
  })
  return found
}

/** The words of a node, without alternative texts, notes' numbers and formulas. */
export function wordsOf(node: {
  readonly type: string
  readonly value?: string
  readonly children?: readonly unknown[]
}): string {
  if (node.type === 'text') return node.value ?? ''
  const children = (node.children ?? []) as readonly Parameters<typeof wordsOf>[0][]
  return children.map(wordsOf).join('')
}
