import type { Element, ElementContent } from 'hast'
import type { ArticleElement, BlockElement, InlineNode } from '../../article.js'
import { withRights } from '../../picture-rights.js'
import { wordsOf } from '../../walk.js'
import { type Adopter, globals, make } from './adopter.js'

type Part = ArticleElement<'figure'>['children'][number]

/** A figure: a picture, a table or code, with its caption and credit. */
export function figure(node: Element, adopter: Adopter): BlockElement[] {
  const captions: Part[] = []
  const credits: Part[] = []
  const rest: ElementContent[] = []
  for (const child of node.children) {
    if (child.type === 'element' && child.tagName === 'figcaption') {
      const line = adopter.line(child.children)
      if (saysAnything(line)) captions.push(make(adopter, child, 'figcaption', globals(child), line))
    } else if (child.type === 'element' && isCredit(child)) {
      const line = adopter.line(child.children)
      if (saysAnything(line)) credits.push(make(adopter, child, 'credit', globals(child), line))
    } else rest.push(child)
  }
  const content = adopter
    .blocks(rest)
    .flatMap((block): Part[] => (isBareFigure(block) ? block.children : [block]))
  if (content.length + captions.length + credits.length === 0) return []
  const rights = rightsOf(node)
  const properties = { ...globals(node), ...(rights ? { rights } : {}) }
  return [
    make(adopter, node, 'figure', properties, [
      // As every format reads them, wherever in the figure they were written.
      ...content,
      ...captions,
      ...(rights ? crediting(credits, rights, node, adopter) : credits),
    ]),
  ]
}

/** A caption of line breaks alone is none. */
const saysAnything = (line: readonly InlineNode[]): boolean =>
  line.some(node => node.type !== 'element' || node.tagName !== 'br')

/** Under what the picture may be shown: an attribute of `:::figure`, and in HTML `data-rights`. */
const rightsOf = ({ properties: { dataRights } }: Element): string | undefined =>
  typeof dataRights === 'string' ? dataRights.trim() || undefined : undefined

/** Rights are printed after who made the picture, unless that says them. */
function crediting(credits: readonly Part[], rights: string, node: Element, adopter: Adopter): Part[] {
  const last = credits.at(-1)
  if (last?.tagName !== 'credit') return [make(adopter, node, 'credit', {}, [textAt(rights, node, adopter)])]
  const said = wordsOf(last)
  const added = withRights(said, rights).slice(said.length)
  if (added === '') return [...credits]
  const credit = { ...last, children: [...last.children, textAt(added, node, adopter)] }
  return [...credits.slice(0, -1), credit]
}

const textAt = (value: string, node: Element, adopter: Adopter) => ({
  type: 'text' as const,
  value,
  position: adopter.place(node),
})

/** Who made the picture: the attribute of `:::figure`, and in HTML a child with the class `credit`, which may hold links. */
const isCredit = ({ tagName, properties: { className } }: Element): boolean =>
  tagName === 'tf-credit' || (Array.isArray(className) && className.includes('credit'))

/** A picture inside a `figure` was made one by `pictureAlone`; its wrapper is taken off again. */
const isBareFigure = (block: BlockElement): block is ArticleElement<'figure'> =>
  block.tagName === 'figure' &&
  block.children.every(child => child.tagName === 'picture' || child.tagName === 'figcaption')

/**
 * A paragraph that is one image, or a link around one, as a figure: the image's title is its caption. Undefined for any
 * other line.
 */
export function pictureAlone(
  line: readonly InlineNode[],
  node: ElementContent | Element,
  adopter: Adopter,
): BlockElement | undefined {
  const [only] = line
  if (line.length !== 1 || only?.type !== 'element') return undefined
  const linked = only.tagName === 'a' && only.children.length === 1 ? only.children[0] : undefined
  const image =
    linked?.type === 'element' && linked.tagName === 'img'
      ? linked
      : only.tagName === 'img'
        ? only
        : undefined
  if (!image) return undefined
  const { title, ...properties } = image.properties
  const href = only.tagName === 'a' ? { href: only.properties.href } : {}
  const picture = make(adopter, node, 'picture', { ...properties, ...href }, [])
  const caption = title
    ? [
        make(adopter, node, 'figcaption', {}, [
          { type: 'text' as const, value: title, position: image.position },
        ]),
      ]
    : []
  return make(adopter, node, 'figure', {}, [{ ...picture, position: image.position }, ...caption])
}
