import type { ArticleElement, ArticleText, MathmlElement } from '../../pipeline/article.js'
import { formulaEms } from '../formula-width.js'

/** A formula of so many ems and less stays in one piece. */
const longest = 10

/**
 * A formula in a line as the parts between which the line may end: behind relations and signs of plus and minus that no
 * bracket and no fraction holds, as in a book. One part for a short formula.
 */
export function formulaParts(formula: ArticleElement<'math'>): (MathmlElement | ArticleText)[][] {
  const parts: MathmlElement[][] = [[]]
  const row = rowOf(formula)
  if (formulaEms(formula) <= longest) return [row]
  for (const [index, node] of row.entries()) {
    const breaks = index > 0 && index < row.length - 1 && isBetween(node)
    // At the end of a part it would be taken for a sign behind its term (MathML Core, 3.2.4.2).
    parts.at(-1)?.push(breaks ? { ...node, properties: { ...node.properties, form: 'infix' } } : node)
    if (breaks) parts.push([])
  }
  return parts
}

/** What stands side by side in a formula: TeX's converter puts a row around it. */
function rowOf({ children }: ArticleElement<'math'>): MathmlElement[] {
  let row = elements(children)
  while (row.length === 1 && /^(?:math|semantics|mrow|mstyle)$/.test(row[0]?.tagName ?? ''))
    row = elements(row[0]?.children ?? []).filter(({ tagName }) => !tagName.startsWith('annotation'))
  return row
}

const elements = (nodes: readonly (MathmlElement | ArticleText)[]): MathmlElement[] =>
  nodes.filter(node => node.type === 'element')

/** Relations, arrows, plus and minus. */
const between = /^[=<>+\u2212±∓∼≃≅≈≠≡≤≥≪≫∈∉⊂⊃⊆⊇∝∪∩∧∨\u2190-\u21FF\u27F5-\u27FF]$/

const isBetween = ({ tagName, properties, children }: MathmlElement): boolean => {
  const [sign] = children
  const own = properties as { readonly form?: unknown }
  return (
    tagName === 'mo' && own.form === undefined && sign?.type === 'text' && between.test(sign.value.trim())
  )
}
