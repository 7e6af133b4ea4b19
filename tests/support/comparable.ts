import type { Article } from '../../pipeline/article.js'

interface Node {
  readonly type: string
  readonly tagName?: string
  readonly value?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly children?: readonly Node[]
}

/** What an article says, without where it stood: its front matter, and its tree with neighbouring texts as one. */
export const comparable = ({ meta, tree }: Article) => ({ meta, tree: said(tree as Node) })

function said({ type, tagName, value, properties, children }: Node): Node {
  if (type === 'text') return { type, value: value ?? '' }
  const own = Object.fromEntries(Object.entries(properties ?? {}).filter(([, each]) => each !== undefined))
  const parts: Node[] = []
  for (const child of (children ?? []).map(said)) {
    const last = parts.at(-1)
    if (child.type === 'text' && last?.type === 'text')
      parts[parts.length - 1] = { type: 'text', value: `${last.value}${child.value}` }
    else parts.push(child)
  }
  return { type, ...(tagName === undefined ? {} : { tagName }), properties: own, children: parts }
}
