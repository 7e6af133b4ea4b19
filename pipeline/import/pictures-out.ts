import { createHash } from 'node:crypto'
import type { Article, ArticleNode } from '../article.js'
import { readAddress } from '../assets/image-address.js'
import { freeze } from '../transform/freeze.js'
import type { ImportedFile } from './import-source.js'

/** The endings of pictures by their first bytes. */
const endings: readonly (readonly [ending: string, beginning: readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46]],
  ['webp', [0x52, 0x49, 0x46, 0x46]],
]

/** The article with the pictures that it holds itself as files beside it, named by what is in them. */
export function picturesOut(article: Article): { article: Article; pictures: readonly ImportedFile[] } {
  const pictures = new Map<string, Uint8Array>()
  const outside = (src: string): string => {
    const address = readAddress(src)
    if (address.kind !== 'data') return src
    const { bytes } = address
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const ending =
      endings.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0] ?? 'img'
    const path = `images/${name}.${ending}`
    pictures.set(path, bytes)
    return path
  }
  const moved = (node: ArticleNode): ArticleNode => {
    if (node.type !== 'element') return node
    const children = (node.children as readonly ArticleNode[]).map(moved)
    const properties =
      node.tagName === 'picture' || node.tagName === 'img'
        ? { ...node.properties, src: outside(node.properties.src) }
        : node.properties
    // The same element with another address and children of the kinds that they were.
    return { ...node, properties, children } as ArticleNode
  }
  const { tree, meta } = article
  const children = tree.children.map(moved) as typeof tree.children
  const cover = meta.cover && { ...meta.cover, src: outside(meta.cover.src) }
  return {
    article: freeze({
      ...article,
      meta: { ...meta, ...(cover ? { cover } : {}) },
      tree: { ...tree, children },
    }),
    pictures: [...pictures].map(([path, bytes]) => ({ path, bytes })),
  }
}
