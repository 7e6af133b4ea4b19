import { visit } from 'unist-util-visit'
import type { Element, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { dayOf, type Export, ExportUnreadable, said } from './post.js'

/**
 * Reads the XML that WordPress exports (Tools, "Export"; WXR 1.2). Its pictures are at the site.
 *
 * @throws ExportUnreadable
 */
export function readWordPress(xml: string): Export {
  const items: Element[] = []
  const names = new Map<string, string>()
  try {
    visit(fromXml(xml), 'element', node => {
      if (node.name === 'item') items.push(node)
      if (node.name === 'wp:author')
        names.set(textOf(node, 'wp:author_login'), textOf(node, 'wp:author_display_name'))
    })
  } catch (error) {
    throw new ExportUnreadable(`it is not XML: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (items.length === 0) throw new ExportUnreadable('it is XML, and not an export of WordPress')
  const pictures = new Map(
    items
      .filter(item => textOf(item, 'wp:post_type') === 'attachment')
      .map(item => [textOf(item, 'wp:post_id'), textOf(item, 'wp:attachment_url')]),
  )
  const left: { title: string; why: string }[] = []
  const posts = items.flatMap(item => {
    const title = textOf(item, 'title')
    const type = textOf(item, 'wp:post_type')
    if (type !== 'post') {
      if (type === 'page') left.push({ title, why: 'is a page' })
      return []
    }
    const status = textOf(item, 'wp:status')
    const html = textOf(item, 'content:encoded')
    const why =
      status !== 'publish' ? `is not published (${status})` : html.trim() === '' ? 'has no text' : undefined
    if (why) {
      left.push({ title, why })
      return []
    }
    const thumbnail = childrenOf(item, 'wp:postmeta').find(
      meta => textOf(meta, 'wp:meta_key') === '_thumbnail_id',
    )
    const picture = thumbnail && pictures.get(textOf(thumbnail, 'wp:meta_value'))
    return [
      {
        slug: textOf(item, 'wp:post_name') || `post-${textOf(item, 'wp:post_id')}`,
        html: paragraphs(html),
        keys: said({
          title,
          description: textOf(item, 'excerpt:encoded')
            .replace(/<[^>]*>/g, '')
            .trim(),
          date: dayOf(textOf(item, 'wp:post_date')),
          authors: names.get(textOf(item, 'dc:creator')) || textOf(item, 'dc:creator'),
          tags: childrenOf(item, 'category')
            .filter(({ attributes }) => attributes.domain === 'post_tag')
            .map(words),
          cover: picture && { src: picture, alt: '' },
        }),
      },
    ]
  })
  return { posts, left }
}

const childrenOf = (node: Element, name: string): Element[] =>
  node.children.filter((child): child is Element => child.type === 'element' && child.name === name)

const textOf = (node: Element, name: string): string => {
  const [first] = childrenOf(node, name)
  return first ? words(first) : ''
}

const words = (node: Nodes): string =>
  node.type === 'text' || node.type === 'cdata'
    ? node.value
    : 'children' in node
      ? node.children.map(child => words(child as Nodes)).join('')
      : ''

/** A picture with its caption as a shortcode, `[caption]`. */
const captioned = (html: string): string =>
  html.replace(
    /\[caption[^\]]*\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)(.*?)\[\/caption\]/gs,
    (_, picture: string, caption: string) =>
      `<figure>${picture}<figcaption>${caption.trim()}</figcaption></figure>`,
  )

const block =
  /^<\/?(?:address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|pre|section|script|style|table|ul|video|audio|!--)/i

/**
 * What was written in WordPress before its blocks has blank lines for paragraphs (`wpautop`); comments of the block
 * editor are left out.
 */
function paragraphs(html: string): string {
  const plain = captioned(html.replace(/<!--.*?-->/gs, '').replace(/\r\n?/g, '\n'))
  if (/<p[\s>]/i.test(plain)) return plain
  return plain
    .split(/\n\s*\n/)
    .map(part => part.trim())
    .filter(Boolean)
    .map(part => (block.test(part) ? part : `<p>${part.replaceAll('\n', '<br>\n')}</p>`))
    .join('\n')
}
