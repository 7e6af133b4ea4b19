import { resolved, saidBy, type Thing } from './json-ld.js'
import type { HeadTags } from './meta-tags.js'
import { isAddress } from './sound.js'

/** The picture that a page is shown by. */
export interface PageCover {
  readonly src: string
  readonly alt: string
  readonly caption: string
}

const general =
  /(?:^|[/_-])(?:logo|default|placeholder|avatar|favicon|icon|site-image|social-card|og-default|fallback|share-image)s?(?:[._/-]|$)/i

/** The article's picture by Open Graph or JSON-LD; a site's mark, which stands for any of its pages, is none. */
export function coverOf(
  article: Thing | undefined,
  things: readonly Thing[],
  tags: HeadTags,
): PageCover | undefined {
  const image = resolved(Array.isArray(article?.image) ? article.image[0] : article?.image, things)
  const candidates = [
    tags.first('og:image:secure_url'),
    tags.first('og:image', 'og:image:url'),
    image ? saidBy(image, 'url', 'contentUrl', '@id') : saidBy(article?.image, 'url'),
    tags.first('twitter:image', 'twitter:image:src', 'parsely-image-url'),
  ]
  const src = candidates
    .map(address => (address.startsWith('//') ? `https:${address}` : address))
    .find(address => isAddress(address) && !general.test(new URL(address).pathname))
  if (!src) return undefined
  return {
    src,
    alt: tags.first('og:image:alt', 'twitter:image:alt'),
    caption: image ? saidBy(image, 'caption', 'description') : '',
  }
}

/** What two addresses of one picture in two sizes share: the file's name without its size. */
export function pictureName(address: string): string {
  const [path = ''] = address.split(/[?#]/)
  // Image services put the whole address of the original behind their own.
  const decoded = /https?%3A/i.test(path) ? decodeURIComponentSafely(path) : path
  return (decoded.split('/').at(-1) ?? '')
    .toLowerCase()
    .replace(
      /(?:[-_](?:\d{2,4}x\d{2,4}|\d{3,4}w?|scaled|large|medium|small|thumb|e\d{8,}))+(?=\.\w+$|$)/g,
      '',
    )
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
