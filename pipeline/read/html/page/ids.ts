import type { Element, Root } from 'hast'
import { attributeOf, childElements, elementsIn, isNamed } from '../nodes.js'

/** Takes off ids that no link of the article leads to, which are for a site's scripts and styles, and `dir=auto`. */
export function withoutIdleIds(article: Root): void {
  const called = new Set<string>()
  for (const node of elementsIn(article)) {
    if (isNamed(node, 'a')) for (const id of namesIn(attributeOf(node, 'href'))) called.add(id)
  }
  for (const node of elementsIn(article)) {
    for (const key of ['id', 'name']) {
      const value = node.properties[key]
      if (typeof value === 'string' && !called.has(value)) delete node.properties[key]
    }
    // Editors write it on every block; a text says its direction itself.
    if (node.properties.dir === 'auto') delete node.properties.dir
  }
}

function namesIn(href: string): string[] {
  if (!href.startsWith('#')) return []
  const written = href.slice(1)
  try {
    return [written, decodeURIComponent(written)]
  } catch {
    return [written]
  }
}

/** Takes off a language and direction that are the article's own: sites write them on every wrapper. */
export function withoutOwnLanguage(article: Root | Element, lang: string, dir: string): void {
  for (const node of childElements(article)) {
    const language = attributeOf(node, 'lang', 'xmlLang').toLowerCase()
    const foreign = language !== '' && !isPartOf(lang.toLowerCase(), language)
    const turned = attributeOf(node, 'dir') !== '' && attributeOf(node, 'dir').toLowerCase() !== dir
    // What is in another language, or runs the other way, may have the article's own in it.
    if (foreign || turned) continue
    for (const key of ['lang', 'xmlLang', 'dir']) delete node.properties[key]
    withoutOwnLanguage(node, lang, dir)
  }
}

const isPartOf = (whole: string, part: string) => whole === part || whole.startsWith(`${part}-`)
