import type { Element, ElementContent, Root } from 'hast'
import type { Report } from '../../../messages.js'
import {
  attributeOf,
  childElements,
  elementsIn,
  firstIn,
  isNamed,
  isUnseen,
  namesOf,
  rewrite,
  shown,
  standIn,
  wordsOf,
} from '../nodes.js'
import { largestOf } from './srcset.js'

const lazy = [
  'dataSrc',
  'dataLazySrc',
  'dataOriginal',
  'dataOrigSrc',
  'dataLazy',
  'dataImage',
  'dataHiRes',
  'dataFullSrc',
  'dataLargeFile',
  'dataOriginalSrc',
]
const lazySets = ['dataSrcSet', 'dataSrcset', 'dataLazySrcSet', 'dataLazySrcset', 'dataOriginalSet']
const blank =
  /^(?:data:image\/(?:gif|svg\+xml|png)[;,][\s\S]{0,600}|about:blank|#)$|(?:^|\/)(?:blank|spacer|pixel|placeholder|loading|lazy|transparent|1x1|grey|gray)[\w-]*\.(?:gif|png|svg)(?:\?|$)/i
/** Counters and trackers by their address; what is one pixel wide is one, whatever it is called. */
const trackers =
  /(?:^|[/.])(?:pixel\.wp\.com|stats\.wp\.com|facebook\.com\/tr|google-analytics\.com|googletagmanager\.com|doubleclick\.net|scorecardresearch\.com|quantserve\.com|feeds\.feedburner\.com\/~r|feedsportal\.com|bat\.bing\.com|analytics\.twitter\.com|px\.ads\.linkedin\.com)/i

/** An image of the page that only counts who sees it. */
export interface Pixel {
  readonly src: string
  readonly node: Element
}

/**
 * Images as they would be seen: lazy ones get their address, those in `noscript` and `picture` become one, and pixels
 * that count readers go, with a message.
 *
 * @param base where addresses that begin with `/` start from
 * @returns the pixels that were left out; the counter of a republished article is among them
 */
export function settleImages(body: Root, base: string | undefined, report: Report): Pixel[] {
  const pixels: Pixel[] = []
  rewrite(body, node => {
    if (isNamed(node, 'noscript')) return undefined
    if (node.tagName === 'amp-img') node.tagName = 'img'
    if (isNamed(node, 'picture')) return oneOf(node)
    if (!isNamed(node, 'img')) return undefined
    const alt = typeof node.properties.alt === 'string' ? node.properties.alt : ''
    if (/ (?:wp-smiley|emoji|emojione|twemoji) /.test(namesOf(node)) && alt !== '')
      return [{ type: 'text', value: alt }]
    const src = addressOf(node)
    if (isPixel(node, src)) {
      pixels.push({ src, node })
      report(
        'html-furniture',
        `Unexpected pixel that counts readers, \`${shown(src)}\`, left out; nothing is fetched`,
        node.position,
      )
      return []
    }
    node.properties = { ...keptOf(node), ...(src === '' ? {} : { src: absolute(src, base) }) }
    return undefined
  })
  rewrite(body, unscripted)
  return pixels
}

function keptOf({ properties }: Element) {
  const { alt, title, id, className, lang, dir, dataCaption } = properties
  return Object.fromEntries(
    Object.entries({ alt, title, id, className, lang, dir, dataCaption }).filter(
      ([, value]) => value !== undefined,
    ),
  )
}

function addressOf(node: Element): string {
  const written = attributeOf(node, 'src')
  const src = blank.test(written) ? '' : written
  const sets = [...lazySets, 'srcSet', 'srcset'].map(name => attributeOf(node, name)).filter(Boolean)
  const largest = sets.map(set => largestOf(set)).find(Boolean)
  const waiting = attributeOf(node, ...lazy)
  return largest ?? (waiting && !blank.test(waiting) ? waiting : src || (written.length > 600 ? written : ''))
}

function isPixel(node: Element, src: string): boolean {
  const size = (name: string) => {
    const styled = new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([\\d.]+)px`, 'i').exec(
      attributeOf(node, 'style'),
    )?.[1]
    const value = styled ?? attributeOf(node, name)
    return value === '' ? undefined : Number.parseFloat(value)
  }
  const [width, height] = [size('width'), size('height')]
  if (width !== undefined && height !== undefined && width <= 2 && height <= 2) return true
  return trackers.test(src)
}

/** A site's own addresses are whole where it is known; `./page_files/x.jpg` is beside the page that was saved. */
function absolute(src: string, base: string | undefined): string {
  if (src.startsWith('//')) return `https:${src}`
  if (!base || !src.startsWith('/') || !URL.canParse(src, base)) return src
  return new URL(src, base).href
}

/** The picture's image, with the address of a source where it has none. */
function oneOf(picture: Element): ElementContent[] {
  const image = firstIn(picture, node => isNamed(node, 'img'))
  const sources = childElements(picture).filter(node => isNamed(node, 'source'))
  const set = sources
    .map(node => attributeOf(node, 'srcSet', 'srcset', 'dataSrcSet', 'dataSrcset'))
    .find(Boolean)
  const address = set ? largestOf(set) : undefined
  if (!image) return address ? [standIn(picture, 'img', { src: address })] : []
  if (!attributeOf(image, 'src') && address) image.properties.src = address
  return [image]
}

/** What a browser without scripts would show, unless the image it is for is there. */
function unscripted(node: Element): ElementContent[] | undefined {
  if (isNamed(node, 'noscript')) return []
  const kept: ElementContent[] = []
  let changed = false
  for (const child of node.children) {
    if (!isNamed(child, 'noscript')) {
      kept.push(child)
      continue
    }
    changed = true
    const inside = [...elementsIn(child)].filter(at => isNamed(at, 'img', 'iframe'))
    const [image] = inside
    if (!image || wordsOf(child).length > 200) continue
    if (isNamed(image, 'img')) image.properties = { ...keptOf(image), src: addressOf(image) }
    const before = kept.findLast(at => !isUnseen(at))
    const waiting =
      before?.type === 'element' &&
      (isNamed(before, 'img') ? before : firstIn(before, at => isNamed(at, 'img')))
    if (!waiting || isNamed(image, 'iframe')) kept.push(...child.children.filter(at => !isUnseen(at)))
    else if (!attributeOf(waiting, 'src')) waiting.properties = { ...waiting.properties, ...image.properties }
  }
  if (changed) node.children = kept
  return undefined
}
