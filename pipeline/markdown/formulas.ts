import type { ArticleElement, MathmlElement } from '../article.js'

/** What MathML is of when it sets characters in a row: TeX without a sign of its own can say as much and no more. */
const flat = new Set(['math', 'mrow', 'mi', 'mn', 'mo', 'mtext', 'mspace', 'mstyle'])
const texSigns = /[\\^_{}&'~%]/

/**
 * Whether a formula can be written as its TeX. What was imported as MathML alone has its characters there, or words for
 * those who cannot see it; of these TeX would make another formula.
 */
export function isTex({
  properties: { tex },
  children,
}: ArticleElement<'math'> | ArticleElement<'equation'>): boolean {
  if (tex.trim() === '') return false
  if (children.length === 0 || texSigns.test(tex)) return true
  return (
    children.every(child => isFlat(child)) && squeezed(tex) === squeezed(children.map(charactersOf).join(''))
  )
}

/** What a formula says as `alttext`: nothing where its characters are what the tree has for its TeX. */
export const alternativeOf = (tex: string, formula: MathmlElement): string | undefined =>
  tex === charactersOf(formula).trim().replace(/\s+/g, ' ') ? undefined : tex

const isFlat = (node: MathmlElement['children'][number]): boolean =>
  node.type === 'text' || (flat.has(node.tagName) && node.children.every(isFlat))

const charactersOf = (node: MathmlElement['children'][number]): string =>
  node.type === 'text' ? node.value : node.children.map(charactersOf).join('')

const squeezed = (text: string) => text.replace(/[\s\u2061-\u2064]/g, '').replaceAll('−', '-')
