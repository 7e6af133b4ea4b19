import type { Element, Root } from 'hast'
import type { Report } from '../../../messages.js'
import { linked } from '../markup/quotations.js'
import {
  attributeOf,
  countWords,
  elementsIn,
  firstIn,
  isNamed,
  namesOf,
  rewrite,
  shown,
  wordsOf,
} from '../nodes.js'

const part = (words: string) => new RegExp(`(?:^|[\\s_-])(?:${words})(?=[\\s_-]|$)`)
/** What a site sets into a text, by what it calls it. */
const kinds: readonly (readonly [string, RegExp])[] = [
  [
    'share buttons',
    part(
      'share|shares|sharing|sharedaddy|share-buttons?|social|socials|addtoany|addthis|a2a-kit|post-ufi|like-button|clap|tweet-this',
    ),
  ],
  [
    'related articles',
    part(
      'related|relatedposts|related-posts|jp-relatedposts|recommended|recommendations|read-more|readmore|more-from|see-also-box|also-read|most-read|trending|popular-posts|digest-post-embed|post-navigation|nav-links|next-article|prev-next',
    ),
  ],
  [
    'a sign-up',
    part(
      'newsletter|newsletters|newsletter-signup|signup|sign-up|subscribe|subscribe-widget|subscription|subscription-widget|subscription-widget-wrap|kg-signup-card|mc-embed-signup|mailing-list|paywall|donate|donation|membership',
    ),
  ],
  [
    'an advertisement',
    part(
      'ad|ads|advert|advertisement|adsbygoogle|ad-slot|ad-container|sponsored|sponsor|promo|promoted|promotion|outbrain|taboola',
    ),
  ],
  ['comments', part('comments|comment-list|comment-respond|disqus|disqus-thread|respond')],
  [
    'navigation',
    part(
      'breadcrumbs?|pagination|pager|skip-link|mw-editsection|mw-jump-link|toc|table-of-contents|navbox|catlinks|sistersitebox|ambox|noprint|hatnote|printfooter|post-tags|tag-list|tags-links|cat-links|entry-footer|post-categories',
    ),
  ],
  [
    'a control',
    part(
      'copy-link|print-button|toolbar|image-link-expand|player-controls|audio-player-wrapper|listen-button|font-size|cookie|cookies|consent|gdpr|popup|modal',
    ),
  ],
]
const blocks = [
  'div',
  'section',
  'aside',
  'nav',
  'ul',
  'ol',
  'p',
  'form',
  'header',
  'footer',
  'table',
  'figure',
  'span',
  'li',
  'fieldset',
  'menu',
]
const asks =
  /^(?:share|tweet|subscribe|sign up|follow us|print|email|copy link|save|like|listen to this article|advertisement|comments?|leave a comment|read more|related(?: articles| stories| posts)?|see also|more from|continue reading|teilen|compartir|partager|شارك|分享)\b.{0,20}$/i

/** Links to other articles of the site in the midst of a text. */
const more =
  /^(?:read more|see also|related|also read|more|lire aussi|leer más|mehr dazu|lesen sie auch|اقرأ أيضا|延伸阅读|相关阅读)\s*[:：]/i

/**
 * Takes what a site adds to an article out of it: share buttons, related articles, sign-ups, advertisements, comments.
 *
 * @param isSite whether it is of a site's page; what a publisher hands over to be republished keeps its links to more
 */
export function withoutFurniture(article: Root, isSite: boolean, report: Report): void {
  const whole = countWords(wordsOf(article))
  rewrite(article, node => {
    const kind = kindOf(node, whole) ?? (isSite && leadsAway(node) ? 'a link to more' : undefined)
    if (!kind) return undefined
    const words = wordsOf(node)
    if (words !== '') {
      const count = countWords(words)
      const size = count > 1 ? `, ${count} words` : ''
      report(
        'html-furniture',
        `Unexpected ${kind} in the article, \`${shown(words)}\`${size}, left out`,
        node.position,
      )
    }
    return []
  })
  rewrite(article, node =>
    isNamed(node, 'figure', 'ul', 'ol', 'section') && node.children.length === 0 ? [] : undefined,
  )
}

function kindOf(node: Element, whole: number): string | undefined {
  if (isNamed(node, 'tf-button', 'p', 'h3', 'h4') && asksReader(node)) return 'a request to the reader'
  if (!isNamed(node, ...blocks)) return undefined
  if (isNamed(node, 'form', 'fieldset')) return countWords(wordsOf(node)) < whole * 0.4 ? 'a form' : undefined
  if (isNamed(node, 'nav')) return countWords(wordsOf(node)) < whole * 0.3 ? 'navigation' : undefined
  const names =
    ` ${namesOf(node).replace(/ (?:wp|wp-block|kg)-/g, ' $&')} ${attributeOf(node, 'role')} `.replace(
      /_+/g,
      '-',
    )
  const kind = kinds.find(([, pattern]) => pattern.test(names))?.[0]
  if (!kind) return undefined
  // A name alone proves little: what holds much of the text, or pictures and prose of its own, is the text.
  const count = countWords(wordsOf(node))
  if (count > 40 && count > whole * 0.3) return undefined
  if (count > 60 && linked(node) < 0.2 && !/share|a form|comments|sign-up|advertisement/.test(kind))
    return undefined
  if (isNamed(node, 'figure', 'table') && !/sign-up|advertisement|navigation/.test(kind)) return undefined
  if (
    isNamed(node, 'p', 'span', 'li') &&
    count > 12 &&
    linked(node) < 0.6 &&
    !/sign-up|advertisement/.test(kind)
  )
    return undefined
  if (isNamed(node, 'header') && firstIn(node, at => isNamed(at, 'h1'))) return undefined
  return kind
}

/** Whether a paragraph only leads to another article. */
const leadsAway = (node: Element): boolean =>
  isNamed(node, 'p') && wordsOf(node).length < 250 && more.test(wordsOf(node)) && linked(node) > 0.5

/** Whether a line only asks the reader of the page to do something there. */
function asksReader(node: Element): boolean {
  const words = wordsOf(node)
  if (words.length > 40) return false
  const links = [node, ...elementsIn(node)].map(at => attributeOf(at, 'href')).filter(Boolean)
  if (links.some(href => /[?&]action=share|\/subscribe(?:[/?]|$)|#\/portal/.test(href))) return true
  return links.length > 0 && linked(node) > 0.8 && asks.test(words)
}
