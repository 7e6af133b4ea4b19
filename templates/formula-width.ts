import type { ArticleElement, ArticleText, MathmlElement } from '../pipeline/article.js'

/**
 * About how wide a formula is, in ems of the words around it: it has no place to break at. Measured on STIX Two Math, and
 * rather more than less, for what is thought too narrow would be cut off.
 */
export const formulaEms = ({ children }: ArticleElement<'math'> | ArticleElement<'equation'>): number =>
  mathmlEms(children)

/** The same of a part of one. */
export const mathmlEms = (nodes: readonly (MathmlElement | ArticleText)[]): number =>
  sum(nodes.map(ems)) * 1.08

/** Signs above or below a line, beside those in it (MathML Core, 2.1.5.2: a step of `math-depth`). */
const script = 0.75

/** A formula's width: what stands above one another takes the wider of both. */
function ems(node: MathmlElement | ArticleText): number {
  if (node.type === 'text') return sum([...node.value.trim()].map(signEms))
  const { width } = node.properties as { readonly width?: unknown }
  const widths = node.children.map(ems)
  const [base = 0, ...scripts] = widths
  switch (node.tagName) {
    case 'annotation':
    case 'annotation-xml':
      return 0
    case 'mfrac':
      return Math.max(...widths, 0) + 0.2
    case 'munder':
    case 'mover':
    case 'munderover':
      return Math.max(base, ...scripts.map(each => each * script))
    case 'mtable': {
      const rows = node.children.map(row => (row.type === 'element' ? row.children.map(ems) : []))
      const columns = Math.max(0, ...rows.map(row => row.length))
      // Each column is as wide as its widest cell, with half an em on both sides of it at the most.
      return (
        columns +
        sum(Array.from({ length: columns }, (_, at) => Math.max(0, ...rows.map(row => row[at] ?? 0))))
      )
    }
    case 'msub':
    case 'msup':
    case 'msubsup':
      return base + 0.06 + Math.max(0, ...scripts) * script
    case 'msqrt':
    case 'mroot':
      return base + 0.9 + sum(scripts) * script
    case 'mo':
      return sum(widths) + spaceAround(wordsOf(node), node.properties)
    case 'mspace':
      return Math.max(0, Number.parseFloat(String(width ?? 0)) || 0)
    default:
      return sum(widths)
  }
}

/** What an operator has on both sides (MathML Core, appendix B), where it does not say itself. */
function spaceAround(operator: string, properties: object): number {
  const { form, fence, lspace, rspace } = properties as Readonly<Record<string, unknown>>
  if (lspace !== undefined || rspace !== undefined) return lengthOf(lspace) + lengthOf(rspace)
  if (form === 'prefix' || form === 'postfix' || fence || /^[\u2061-\u2064]?$/.test(operator)) return 0
  return /^[,;!|/]$/.test(operator) ? 0.2 : 0.56
}

const narrow = /[ijlrtfI.,:;!'’|()[\]{}\s]/
const signs: readonly (readonly [RegExp, number])[] = [
  // Nothing is drawn for these.
  [/[\p{M}\u2061-\u2064\u200B-\u200D]/u, 0],
  [narrow, 0.4],
  [/[mwMWœæÆŒ]/, 0.96],
  [/\p{Nd}/u, 0.52],
  [/[\u27F5-\u27FF]/, 1.75],
  [/[∬∭⨌]/, 1.6],
  [/[∑∏∐⋃⋂⨁⨂]/, 1.4],
  // Letters of another shape: bold, double-struck, script, fraktur.
  [/[\u2102-\u2138\u{1D400}-\u{1D7FF}]/u, 0.95],
  [/\p{Lu}/u, 0.74],
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u, 1],
  [/\p{L}/u, 0.53],
]

const signEms = (sign: string): number => signs.find(([of]) => of.test(sign))?.[1] ?? 0.68

const lengthOf = (length: unknown): number => Number.parseFloat(String(length ?? 0)) || 0

const wordsOf = (node: MathmlElement | ArticleText): string =>
  node.type === 'text' ? node.value.trim() : node.children.map(wordsOf).join('')

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0)
