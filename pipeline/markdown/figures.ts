import type { Html, Image, Paragraph, RootContent } from 'mdast'
import type { ArticleElement } from '../article.js'
import { wordsOf } from '../walk.js'
import { isTitle, pre } from './code.js'
import { elementOf, htmlOf, inlineTagsOf, isPlain, tagsOf } from './html.js'
import { attributeValue, isDestination } from './inlines.js'
import { Mixed } from './mixed.js'
import type { Writing } from './writing.js'

type Figure = ArticleElement<'figure'>
type Words = ArticleElement<'figcaption'> | ArticleElement<'credit'>

/** A picture or code with a caption of plain words is one line or one fence; what has more to say is a `:::figure`. */
export function figure(node: Figure, state: Writing): RootContent[] {
  if (node.properties.rights !== undefined) return directive(node, state)
  const [first, caption, ...rest] = node.children
  const title = caption && isPlain(caption) ? plainWords(caption) : undefined
  if (rest.length === 0 && (caption === undefined || title !== undefined)) {
    if (first?.tagName === 'picture' && isPlain(first)) return [picture(first, state, title)]
    if (
      first?.tagName === 'pre' &&
      isPlain(first) &&
      first.properties.language &&
      title !== undefined &&
      isTitle(title)
    )
      return pre(first, title)
  }
  return directive(node, state)
}

/** A caption that is text and nothing else. */
const plainWords = (node: Figure['children'][number]): string | undefined =>
  node.tagName === 'figcaption' &&
  node.children.length > 0 &&
  node.children.every(child => child.type === 'text')
    ? wordsOf(node)
    : undefined

/** A picture alone in its paragraph, which makes it a figure. */
export function picture(
  { properties }: ArticleElement<'picture'>,
  { masks }: Writing,
  title?: string,
): Paragraph {
  const { src, alt, href } = properties
  const named = title === undefined ? {} : { title: masks.oneLine(title) }
  const image: Image = { type: 'image', url: src, alt: masks.oneLine(alt), ...named }
  if (href === undefined) return { type: 'paragraph', children: [image] }
  if (isDestination(href))
    return { type: 'paragraph', children: [{ type: 'link', url: href, children: [image] }] }
  const tags = inlineTagsOf({ type: 'element', tagName: 'a', properties: { href }, children: [] })
  const [open, close] = tags.map(value => ({ type: 'html' as const, value }))
  return { type: 'paragraph', children: open && close ? [open, image, close] : [image] }
}

function directive(node: Figure, state: Writing): RootContent[] {
  const inner = { ...state, anchors: false, verse: false }
  const end = wordsAtEnd(node)
  const words = node.children.slice(end) as Words[]
  const content = partsOf(node.children.slice(0, end), inner)
  // In the directive a paragraph after what is shown is its caption, and HTML between blocks is not read yet.
  const isMixed =
    content.some(block => block.type === 'html') || node.children.slice(1).some(part => part.tagName === 'p')
  const { rights } = node.properties
  if (isMixed || content.length === 0) return inHtml(content, words, state, rights)
  const credit = words.at(-1)
  const said = credit?.tagName === 'credit' && isPlain(credit) ? textOnly(credit) : undefined
  const captions = said === undefined ? words : words.slice(0, -1)
  const attributes = {
    ...(said === undefined ? {} : { credit: attributeValue(said, state) }),
    ...(rights === undefined ? {} : { rights: attributeValue(rights, state) }),
  }
  const written = captions.map(caption =>
    caption.tagName === 'figcaption' && isCaption(caption)
      ? { type: 'paragraph', children: state.line(caption.children, state) }
      : tagged(caption, state),
  )
  return [
    { type: 'containerDirective', name: 'figure', attributes, children: [...content, ...written] as never[] },
  ]
}

function inHtml(
  content: RootContent[],
  words: readonly Words[],
  state: Writing,
  rights: string | undefined,
): RootContent[] {
  const properties = rights === undefined ? {} : { dataRights: rights }
  const [open] = tagsOf({ type: 'element', tagName: 'figure', properties, children: [] })
  const mixed = new Mixed().line(open).blocks(content)
  for (const part of words) mixed.line(tagged(part, state).value)
  return mixed.line('</figure>').end()
}

/** Where the captions and credits begin that nothing else follows. */
function wordsAtEnd({ children }: Figure): number {
  let end = children.length
  while (end > 0 && ['figcaption', 'credit'].includes(children[end - 1]?.tagName ?? '')) end--
  return end
}

/** What a figure shows. A caption between two pictures is the title of the first. */
function partsOf(parts: readonly Figure['children'][number][], state: Writing): RootContent[] {
  return parts.flatMap((part, index): RootContent[] => {
    if (part.tagName === 'figcaption' || part.tagName === 'credit') {
      return parts[index - 1]?.tagName === 'picture' && plainWords(part) !== undefined
        ? []
        : [tagged(part, state)]
    }
    if (part.tagName === 'picture') return [shown(part, parts[index + 1], state)]
    return state.blocks([part], state)
  })
}

function shown(
  part: ArticleElement<'picture'>,
  next: Figure['children'][number] | undefined,
  state: Writing,
): RootContent {
  const title = next && plainWords(next)
  if (isPlain(part)) return picture(part, state, title)
  const { href, ...own } = part.properties
  const image = elementOf({ ...part, tagName: 'img', properties: own } as never, state)
  const [open, close] =
    href === undefined ? ['', ''] : tagsOf({ ...image, tagName: 'a', properties: { href } })
  return { type: 'html', value: `<div>${open}${tagsOf(image)[0]}${close}</div>` }
}

const textOnly = (node: ArticleElement<'credit'>): string | undefined =>
  node.children.length > 0 && node.children.every(child => child.type === 'text') ? wordsOf(node) : undefined

/** Whether the paragraph after the picture is read as its caption: one that is nothing but a link or a picture is not. */
const isCaption = (node: ArticleElement<'figcaption'>): boolean =>
  isPlain(node) &&
  node.children.length > 0 &&
  (node.children.some(child => child.type === 'text' && child.value.trim() !== '') ||
    !node.children.some(
      child => child.type === 'element' && (child.tagName === 'a' || child.tagName === 'img'),
    ))

function tagged(node: Words, state: Writing): Html {
  const [open, close] = tagsOf(elementOf(node, state))
  return { type: 'html', value: open + htmlOf(node.children, state) + close }
}
