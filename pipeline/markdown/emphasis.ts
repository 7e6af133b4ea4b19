import type { PhrasingContent } from 'mdast'

/** Signs of emphasis, and the element of each. */
const tags: Readonly<Record<string, string>> = { emphasis: 'em', strong: 'strong', delete: 'del' }

/**
 * Emphasis with its tags where signs would not be read as such: a letter on the outside and a quotation mark, say, on
 * the inside (CommonMark 0.31, 6.2, flanking), or other signs right before. What serialises mdast would write the letter
 * as a reference.
 */
export function withoutReferences(nodes: PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = []
  for (const [index, node] of nodes.entries()) {
    const tag = tags[node.type]
    if (tag === undefined || !('children' in node)) {
      out.push(node)
      continue
    }
    const opens = isLetter(end(nodes[index - 1], 'last')) && !isLetter(end(node.children[0], 'first'))
    const closes = isLetter(end(nodes[index + 1], 'first')) && !isLetter(end(node.children.at(-1), 'last'))
    const runsOn = tags[out.at(-1)?.type ?? ''] !== undefined
    if (!opens && !closes && !runsOn) out.push(node)
    else out.push({ type: 'html', value: `<${tag}>` }, ...node.children, { type: 'html', value: `</${tag}>` })
  }
  return out
}

/** A character at an end of what a node is written as; what is no text begins and ends with a sign. */
function end(node: PhrasingContent | undefined, at: 'first' | 'last'): string {
  if (node === undefined || node.type === 'break') return ' '
  if (node.type !== 'text') return '*'
  return node.value.charAt(at === 'first' ? 0 : node.value.length - 1)
}

const isLetter = (sign: string): boolean => !/[\s\p{P}\p{S}]/u.test(sign)
