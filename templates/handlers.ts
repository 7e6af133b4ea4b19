import type { AnyElement, ArticleElement, ArticleNode, ElementName } from '../pipeline/article.js'

/** Turns one element into a format's own nodes. */
export type Handler<Name extends ElementName, Node, State> = (
  node: ArticleElement<Name>,
  state: State,
) => Node[]

/**
 * A format's table: a handler for every element of the vocabulary. An element without one does not compile, an added
 * one (see `Vocabulary`) included.
 */
export type Handlers<Node, State> = { readonly [Name in ElementName]: Handler<Name, Node, State> }

/** Hands an element to its handler. */
export function handle<Node, State>(table: Handlers<Node, State>, node: AnyElement, state: State): Node[] {
  // The table's key and the handler's parameter are the same name; TypeScript cannot follow the pair through a union.
  const handler = table[node.tagName] as Handler<ElementName, Node, State>
  return handler(node as ArticleElement<ElementName>, state)
}

/** Hands each node of a list on, texts to `text`. */
export const handleAll = <Node, State>(
  table: Handlers<Node, State>,
  nodes: readonly ArticleNode[],
  state: State,
  text: (value: string) => Node,
): Node[] => nodes.flatMap(node => (node.type === 'text' ? [text(node.value)] : handle(table, node, state)))
