import type { Element, ElementContent, Root } from 'hast'
import type { Article, ArticleRoot } from '../../pipeline/article.js'
import { mergeTagSource } from '../../pipeline/merge-tag.js'
import { reporter } from '../../pipeline/messages.js'
import { type MergeTag, maskMergeTags } from '../../pipeline/parse/merge-tags.js'
import { transform } from '../../pipeline/transform/transform.js'
import { wordsOf } from '../../pipeline/walk.js'

interface Node {
  readonly type: string
  readonly tagName?: string
  readonly value?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly children?: readonly Node[]
}

/** Elements by another name in what the gate is given. */
const names: Readonly<Record<string, string>> = {
  callout: 'tf-callout',
  label: 'tf-label',
  pullquote: 'tf-pullquote',
  verse: 'tf-verse',
  attribution: 'tf-attribution',
  credit: 'tf-credit',
  embed: 'tf-embed',
  equation: 'tf-equation',
  math: 'tf-math',
  button: 'tf-button',
  picture: 'img',
}

/** A tree that was made up, as an article: through the one gate, as HTML that is imported comes in. */
export async function throughGate({ meta, tree, key, file }: Article): Promise<Article> {
  const tags: MergeTag[] = []
  const hast: Root = {
    type: 'root',
    children: (tree as ArticleRoot as Node).children?.map(child => given(child, tags)) as Element[],
  }
  return transform({ frontMatter: meta, hast, tags }, { key, file }, reporter(file, []))
}

function given(node: Node, tags: MergeTag[]): ElementContent {
  const { type, tagName = '', value = '', properties = {} } = node
  if (type === 'text') return { type: 'text', value }
  const children = (node.children ?? []).map(child => given(child, tags))
  const make = (name: string, attributes: object, content: ElementContent[] = children): Element => ({
    type: 'element',
    tagName: name,
    properties: { ...attributes } as Element['properties'],
    children: content,
  })
  switch (tagName) {
    case 'notes':
      return make('div', {})
    case 'note':
      return make('tf-note', { label: String(properties.number) })
    case 'noteref':
      return make('tf-noteref', { label: String(properties.number) })
    case 'math':
    case 'equation':
      return make(names[tagName] ?? '', { tex: properties.tex }, [])
    case 'mergetag':
      return { type: 'text', value: masked(properties as { name: string }, tags) }
    case 'label':
      return make('tf-label', {})
    case 'pre': {
      const lines = node.children ?? []
      const marked = lines.flatMap((line, index) => (line.properties?.marked ? [index + 1] : [])).join(',')
      const { language, ...own } = properties
      const text = lines.map(line => wordsOf(line)).join('\n')
      // The gate takes one line's end from the end of code.
      return make('pre', { ...own, dataLanguage: language, dataLines: marked }, [
        { type: 'text', value: `${text}\n` },
      ])
    }
    case 'li': {
      const { checked, ...own } = properties
      const box = make('input', { type: 'checkbox', checked }, [])
      return make('li', own, checked === undefined ? children : [box, ...children])
    }
    case 'button':
      return make('p', {}, [make('tf-button', properties)])
    case 'picture': {
      const { href, ...own } = properties
      const image = make('img', own, [])
      return make('p', {}, [href === undefined ? image : make('a', { href }, [image])])
    }
    default:
      return make(names[tagName] ?? tagName, properties)
  }
}

function masked(tag: { name: string; default?: string }, tags: MergeTag[]): string {
  const source = mergeTagSource(tag)
  const { text, tags: found } = maskMergeTags(
    `${'{{ name }}'.repeat(tags.length)}${source}`,
    new Map([[tag.name, undefined]]),
  )
  tags.push(...found.slice(tags.length))
  return text.slice(-source.length)
}
