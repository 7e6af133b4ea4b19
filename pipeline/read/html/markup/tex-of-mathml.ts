import type { Element, Root } from 'hast'
import { attributeOf, elementsIn, firstIn, isNamed, wordsOf } from '../nodes.js'

/** MathML without its TeX gets it: Markdown has no other way to write a formula. Loads the converter when there is one. */
export async function giveTex(tree: Root): Promise<void> {
  const bare = [...elementsIn(tree)].filter(
    node => isNamed(node, 'math') && !attributeOf(node, 'alttext', 'altText') && !firstIn(node, isTex),
  )
  if (bare.length === 0) return
  const [{ MathMLToLaTeX }, { toHtml }] = await Promise.all([
    import('mathml-to-latex'),
    import('hast-util-to-html'),
  ])
  for (const math of bare) {
    const children = [...math.children]
    const tex = converted(() => MathMLToLaTeX.convert(toHtml({ ...math, properties: {} })))
    if (tex === '' || wordsOf(math).length > 2000) continue
    math.children = [
      ...children,
      {
        type: 'element',
        tagName: 'annotation',
        properties: { encoding: 'application/x-tex' },
        children: [{ type: 'text', value: tex }],
      },
    ]
  }
}

const isTex = (node: Element) => isNamed(node, 'annotation') && /tex/i.test(attributeOf(node, 'encoding'))

/** What the converter cannot read keeps its MathML. */
function converted(convert: () => string): string {
  try {
    return convert().trim()
  } catch {
    return ''
  }
}
