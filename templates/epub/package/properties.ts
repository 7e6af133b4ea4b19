import type { Element, ElementContent } from 'hast'

const remoteMedia = new Set(['audio', 'video', 'source', 'track'])

/** The manifest properties that a document's content obliges it to declare (EPUB 3.3, D.6.2), sorted. */
export function contentProperties(body: readonly ElementContent[]): readonly string[] {
  const found = new Set<string>()
  for (const node of body) if (node.type === 'element') collect(node, found)
  return [...found].sort()
}

function collect(element: Element, found: Set<string>): void {
  if (element.tagName === 'math') found.add('mathml')
  if (element.tagName === 'svg') found.add('svg')
  if (remoteMedia.has(element.tagName) && /^https?:/i.test(String(element.properties.src ?? ''))) {
    found.add('remote-resources')
  }
  for (const child of element.children) if (child.type === 'element') collect(child, found)
}
