import { visit } from 'unist-util-visit'
import type { Issue } from '../article.js'
import { elementsNamed } from '../walk.js'

/** Attributes whose words a reader may see. */
const worded = ['alt', 'title', 'description', 'provider', 'default', 'tex'] as const

/** All the words of an issue: front matter, text, captions, alternative texts. For counting characters, not for reading. */
export function issueText(issue: Issue): string {
  const articles = issue.articles.map(({ meta, section }) => ({ meta, section }))
  const words = [...strings({ ...issue, articles })]
  for (const { tree } of issue.articles) {
    visit(tree, node => {
      if (node.type === 'text') words.push(node.value)
      if (node.type !== 'element') return
      const properties: Readonly<Record<string, unknown>> = node.properties
      for (const name of worded) words.push(...strings(properties[name]))
    })
  }
  return words.join('\n')
}

/** Whether an issue has formulas. */
export const hasMath = (issue: Issue): boolean =>
  issue.articles.some(({ tree }) => elementsNamed(tree, 'math', 'equation').length > 0)

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || value instanceof Date) return []
  return Object.values(value).flatMap(strings)
}
