import type { ArticleRoot } from '../article.js'
import type { Report } from '../messages.js'
import { elementsNamed } from '../walk.js'
import { presentation } from './adopt/mathml.js'

/** Sets TeX as MathML. A formula that cannot be read keeps its TeX, with a message. Loads temml when there is one. */
export async function setFormulas(tree: ArticleRoot, report: Report): Promise<void> {
  const formulas = elementsNamed(tree, 'math', 'equation').filter(node => node.children.length === 0)
  if (formulas.length === 0) return
  const [{ default: temml }, { fromHtml }] = await Promise.all([
    import('temml'),
    import('hast-util-from-html'),
  ])
  for (const node of formulas) {
    try {
      const markup = temml.renderToString(node.properties.tex, {
        displayMode: (node.tagName as string) === 'equation',
        throwOnError: true,
        trust: false,
        maxExpand: 1000,
      })
      const place = () => node.position
      node.children = fromHtml(markup, { fragment: true }).children.flatMap(child =>
        child.type === 'element' ? presentation(child, { place }) : [],
      )
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0]?.trim() : String(error)
      report('math-invalid', `Unexpected formula, shown as its source: ${reason}`, node.position)
    }
  }
}
