import type { Root } from 'hast'
import { attributeOf, elementsIn, isNamed } from '../nodes.js'

/** What the head of a page says in `meta` and `link`, each name in lower case. */
export interface HeadTags {
  /** The contents of a name, in order. */
  all(...names: readonly string[]): string[]
  /** The first that is there, of the names in order. */
  first(...names: readonly string[]): string
  /** The addresses of a relation, in order. */
  links(rel: string): string[]
}

/** Reads `meta` by name, property and itemprop, and `link` and `a` by rel. */
export function headTags(root: Root): HeadTags {
  const contents = new Map<string, string[]>()
  const relations = new Map<string, string[]>()
  const add = (into: Map<string, string[]>, key: string, value: string) => {
    if (value === '' || key === '') return
    const list = into.get(key) ?? []
    if (list.length < 100) list.push(value.slice(0, 5000))
    into.set(key, list)
  }
  for (const node of elementsIn(root)) {
    if (isNamed(node, 'meta')) {
      const content = attributeOf(node, 'content')
      for (const key of ['property', 'name', 'itemProp']) {
        for (const name of attributeOf(node, key).toLowerCase().split(/\s+/)) add(contents, name, content)
      }
    } else if (isNamed(node, 'link', 'a')) {
      for (const rel of attributeOf(node, 'rel').toLowerCase().split(/\s+/))
        add(relations, rel, attributeOf(node, 'href'))
    }
  }
  const all = (...names: readonly string[]) => names.flatMap(name => contents.get(name) ?? [])
  return {
    all,
    first: (...names) => all(...names)[0] ?? '',
    links: rel => relations.get(rel) ?? [],
  }
}
