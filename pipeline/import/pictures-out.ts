import { createHash } from 'node:crypto'
import type { AnyElement, Article, ArticleNode } from '../article.js'
import { freeze } from '../transform/freeze.js'
import { walk } from '../walk.js'
import type { ImportedFile } from './import-source.js'

/** The endings of pictures by their first bytes, where they are other than their names say. */
const endings: readonly (readonly [ending: string, beginning: readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46]],
  ['webp', [0x52, 0x49, 0x46, 0x46]],
]

/**
 * The article with its pictures as files beside it, named by what is in them: those that it holds itself, and those that
 * lie beside the source.
 *
 * @param bytesOf the bytes of a picture by its address; undefined for one that is left where it is
 */
export async function picturesOut(
  article: Article,
  bytesOf: (src: string) => Promise<Uint8Array | undefined>,
): Promise<{ article: Article; pictures: readonly ImportedFile[] }> {
  const { tree, meta } = article
  const addresses = new Set(meta.cover ? [meta.cover.src] : [])
  walk(tree, node => {
    const src = sourceOf(node)
    if (src !== undefined) addresses.add(src)
  })
  const pictures = new Map<string, Uint8Array>()
  const paths = new Map<string, string>()
  for (const src of addresses) {
    const bytes = await bytesOf(src)
    if (!bytes) continue
    const path = pathOf(src, bytes)
    pictures.set(path, bytes)
    paths.set(src, path)
  }
  const outside = (src: string) => paths.get(src) ?? src
  const moved = (node: ArticleNode): ArticleNode => {
    if (node.type !== 'element') return node
    const children = (node.children as readonly ArticleNode[]).map(moved)
    const src = sourceOf(node)
    const properties = src === undefined ? node.properties : { ...node.properties, src: outside(src) }
    // The same element with another address and children of the kinds that they were.
    return { ...node, properties, children } as ArticleNode
  }
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

const sourceOf = (node: AnyElement): string | undefined =>
  node.tagName === 'picture' || node.tagName === 'img' ? node.properties.src : undefined

function pathOf(src: string, bytes: Uint8Array): string {
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const told = endings.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0]
  const named = /\.(svg|avif|bmp|tiff?)(?:[?#]|$)/i.exec(src)?.[1]?.toLowerCase()
  return `images/${name}.${told ?? named ?? 'img'}`
}
