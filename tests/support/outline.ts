import type { ArticleRoot } from '../../pipeline/article.js'

type Shown = {
  type: string
  tagName?: string
  value?: string
  properties?: object
  children?: readonly Shown[]
}

/** A tree as an outline that a person can read and write: an element a line, its attributes, text in quotes. */
export function outline(tree: ArticleRoot): string {
  return `${(tree.children as readonly Shown[]).flatMap(node => lines(node, '')).join('\n')}\n`
}

function lines(node: Shown, indent: string): string[] {
  if (node.type === 'text') return [`${indent}${JSON.stringify(node.value)}`]
  const attributes = Object.entries(node.properties ?? {}).map(
    ([name, value]) => ` ${name}=${JSON.stringify(value)}`,
  )
  return [
    `${indent}${node.tagName}${attributes.join('')}`,
    ...(node.children ?? []).flatMap(child => lines(child, `${indent}  `)),
  ]
}
