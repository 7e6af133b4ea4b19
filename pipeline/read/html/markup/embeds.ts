import type { Element, ElementContent, Properties, Root } from 'hast'
import type { Report } from '../../../messages.js'
import {
  attributeOf,
  elementsIn,
  firstIn,
  isNamed,
  namesOf,
  rewrite,
  shown,
  standIn,
  wordsOf,
} from '../nodes.js'
import { embedded, isIdle } from './providers.js'

const sourceNames = [
  'src',
  'dataSrc',
  'dataLazySrc',
  'dataOriginal',
  'dataSrcConsent',
  'dataCookieblockSrc',
  'data',
  'dataUrl',
]
const idleTitle =
  /^(?:youtube video player|video player|embedded (?:content|post|video)|iframe|vimeo[- ]player|spotify embed.*|untitled|player)$/i

/** Players, posts and cards as the `embed` of the vocabulary, which leads to what no book or email can show. */
export function settleEmbeds(body: Root, report: Report): void {
  rewrite(body, node => post(node) ?? player(node, report) ?? card(node))
}

/** A post of a social network: a quotation that a script would have drawn. */
function post(node: Element): ElementContent[] | undefined {
  if (!isNamed(node, 'blockquote', 'div', 'section')) return undefined
  const names = namesOf(node)
  if (/ (?:twitter-tweet|twitter-video|tweet) /.test(names)) {
    const links = [...elementsIn(node)].filter(at => isNamed(at, 'a')).map(at => attributeOf(at, 'href'))
    return told(
      node,
      links.findLast(href => /\/status\/\d+/.test(href)),
      'X',
    )
  }
  if (names.includes(' instagram-media '))
    return told(
      node,
      attributeOf(node, 'dataInstgrmPermalink') || linkIn(node, /instagram\.com/),
      'Instagram',
    )
  if (names.includes(' tiktok-embed '))
    return told(node, attributeOf(node, 'cite') || linkIn(node, /tiktok\.com/), 'TikTok')
  if (names.includes(' mastodon-embed '))
    return told(
      node,
      attributeOf(node, 'dataEmbedUrl').replace(/\/embed$/, '') || linkIn(node, /^https?:/),
      'Mastodon',
    )
  if (names.includes(' bluesky-embed '))
    return told(node, linkIn(node, /bsky\.app\/profile\/[^/]+\/post/), 'Bluesky')
  if (/ (?:reddit-embed-bq|reddit-card) /.test(names))
    return told(node, linkIn(node, /reddit\.com/), 'Reddit')
  if (/ fb-(?:post|video) /.test(names)) return told(node, attributeOf(node, 'dataHref'), 'Facebook')
  return undefined
}

const linkIn = (node: Element, pattern: RegExp) =>
  attributeOf(
    firstIn(node, at => isNamed(at, 'a') && pattern.test(attributeOf(at, 'href'))) ?? standIn(node, 'a', {}),
    'href',
  )

/** A post's words are on its card: who has no network reads them. */
function told(node: Element, address: string | undefined, provider: string): ElementContent[] | undefined {
  if (!address || !/^https?:\/\//.test(address)) return undefined
  const url = address.replace(/\?(?:ref_src|utm_|igsh?).*$/, '')
  const paragraph = firstIn(node, at => isNamed(at, 'p'))
  const description = paragraph ? wordsOf(paragraph) : ''
  const rest = paragraph ? wordsOf(node).replace(description, '').replace(/\s+/g, ' ').trim() : wordsOf(node)
  const title = rest.replace(/^[—–-]\s*/, '')
  return [embed(node, { url, provider, title, description })]
}

function embed(from: Element, given: Record<string, string>): Element {
  return standIn(
    from,
    'tf-embed',
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) as Properties,
  )
}

function player(node: Element, report: Report): ElementContent[] | undefined {
  const youtube = attributeOf(node, 'videoid', 'dataVideoid', 'dataYoutubeId', 'dataVideoId')
  if (isNamed(node, 'lite-youtube', 'amp-youtube') && youtube)
    return [
      embed(node, {
        url: `https://www.youtube.com/watch?v=${encodeURIComponent(youtube)}`,
        provider: 'YouTube',
        title: attributeOf(node, 'playlabel', 'title'),
      }),
    ]
  if (isNamed(node, 'oembed')) return [embed(node, { ...embedded(attributeOf(node, 'url')) })]
  if (!isNamed(node, 'iframe', 'video', 'audio', 'amp-iframe', 'amp-video', 'embed', 'object'))
    return undefined
  const inner = firstIn(
    node,
    at => isNamed(at, 'source', 'embed', 'iframe', 'tf-embed') && attributeOf(at, 'src', 'url') !== '',
  )
  const address =
    sourceNames.map(name => attributeOf(node, name)).find(value => value && !value.startsWith('about:')) ??
    (inner ? attributeOf(inner, 'src', 'url') : '')
  const isOld = isNamed(node, 'object', 'embed') && !embedded(address).provider
  const size = Number.parseFloat(attributeOf(node, 'width') || '100')
  if (address === '' || isIdle(address) || isOld || size <= 2 || !/^(?:https?:)?\/\/|^[^:]+$/.test(address)) {
    if (isNamed(node, 'object', 'embed') || /^blob:/.test(address))
      report(
        'html-dropped',
        `Unexpected \`<${node.tagName}>\` without an address that leads anywhere, left out`,
        node.position,
      )
    else
      report(
        'html-furniture',
        `Unexpected frame of the page, \`${shown(address || node.tagName)}\`, left out`,
        node.position,
      )
    return []
  }
  const title = attributeOf(node, 'title', 'ariaLabel', 'dataTitle')
  const poster = attributeOf(node, 'poster')
  return [embed(node, { ...embedded(address), title: idleTitle.test(title) ? '' : title, image: poster })]
}

/** A card that leads to another page, as Ghost, Notion and Substack draw them. */
function card(node: Element): ElementContent[] | undefined {
  const names = namesOf(node)
  if (!/ (?:kg-bookmark-card|bookmark|embedded-post-wrap|wp-embedded-content|wp-block-embed) /.test(names))
    return undefined
  if (names.includes(' wp-block-embed ')) return blockEmbed(node)
  const link = isNamed(node, 'a')
    ? node
    : firstIn(node, at => isNamed(at, 'a') && /^https?:/.test(attributeOf(at, 'href')))
  if (!link) return undefined
  const part = (pattern: RegExp) => {
    const found = firstIn(node, at => pattern.test(namesOf(at)))
    return found ? wordsOf(found) : ''
  }
  const picture = firstIn(node, at => isNamed(at, 'img') && !/icon/.test(namesOf(at)))
  return [
    embed(node, {
      url: attributeOf(link, 'href'),
      title: part(/(?:bookmark|embedded-post)-title /) || wordsOf(link),
      description: part(/(?:bookmark|embedded-post)-(?:description|body) /),
      provider: part(/(?:kg-bookmark-publisher|embedded-post-publication-name) /),
      image: picture ? attributeOf(picture, 'src') : '',
    }),
  ]
}

/** WordPress writes the bare address where its server has not drawn the player. */
function blockEmbed(node: Element): ElementContent[] | undefined {
  if (firstIn(node, at => isNamed(at, 'tf-embed'))) return undefined
  const wrapper = firstIn(node, at => namesOf(at).includes(' wp-block-embed__wrapper '))
  const address = wrapper ? wordsOf(wrapper) : ''
  if (!wrapper || !/^https?:\/\/\S+$/.test(address)) return undefined
  wrapper.children = [embed(wrapper, { ...embedded(address) })]
  return undefined
}
