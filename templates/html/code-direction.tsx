import type { Element, ElementContent } from 'hast'

/** Letters that are written from right to left. */
const rtl = String.raw`[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]`
const hasRtl = new RegExp(rtl)
/** Words of them, with what combines with them and the spaces between; an operator ends them. */
const run = new RegExp(`(${rtl}[\\p{M}\\d_]*(?:[ \\u200C\\u200D]*${rtl}[\\p{M}\\d_]*)*)`, 'u')

/**
 * A line of code whose names and strings are Hebrew or Arabic, each apart from its neighbours: else an operator between two
 * of them is taken for a part of one sentence, and what is left of it is shown right of it (UAX 9, rule N1). Code runs left
 * to right, so each is isolated in that direction (HTML, 15.3.6: what has a `dir` is isolated).
 */
export const withApartWords = (line: readonly ElementContent[]): ElementContent[] =>
  line.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return hasRtl.test(node.value) ? split(node.value) : [node]
    return node.type === 'element' && hasRtl.test(wordsOf(node)) ? [apart(node)] : [node]
  })

const apart = (token: Element): Element => ({ ...token, properties: { ...token.properties, dir: 'ltr' } })

const split = (text: string): ElementContent[] =>
  text
    .split(run)
    .filter(part => part !== '')
    .map(part => (hasRtl.test(part) ? <span dir="ltr">{part}</span> : { type: 'text', value: part }))

const wordsOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(wordsOf).join('') : ''
