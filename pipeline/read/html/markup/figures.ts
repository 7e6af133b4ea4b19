import type { Element, ElementContent, Root } from 'hast'
import {
  attributeOf,
  childElements,
  elementsIn,
  firstIn,
  isNamed,
  isUnseen,
  namesOf,
  rewrite,
  standIn,
  wordsOf,
} from '../nodes.js'
import { captionsBelow } from './captions-below.js'
import { captionNames, oneCaption, separateCredits } from './credits.js'

const creditNames =
  /(?:^|[\s_-])(?:credit|credits|photo-credit|image-credit|attribution|copyright|photographer|byline-photo)(?:[\s_-]|$)/
const shown = ['img', 'tf-embed', 'video', 'audio', 'iframe', 'table', 'pre', 'math', 'tf-equation']
const pictureFile = /\.(?:jpe?g|png|gif|webp|avif)(?:\?[^#]*)?$/i

/** Pictures with what is said under them, as `figure`, `figcaption` and `tf-credit`, whatever a site wrote. */
export function settleFigures(body: Root): void {
  rewrite(body, node => {
    if (isNamed(node, 'a')) return unlinked(node)
    if (isNamed(node, 'figure')) {
      settleFigure(node)
      return isIdle(node) ? node.children : undefined
    }
    const made = captioned(node)
    if (!made) captionsBelow(node)
    return made
  })
  captionsBelow(body)
}

/** A figure around what needs none: a card, a formula or code without a caption. */
const isIdle = (figure: Element) => {
  const seen = figure.children.filter(child => !isUnseen(child))
  return seen.length === 1 && isNamed(seen[0], 'tf-embed', 'tf-equation', 'math', 'pre', 'table')
}

/** A link from a picture to its own file says nothing: the picture is there. */
function unlinked(node: Element): ElementContent[] | undefined {
  const seen = node.children.filter(child => !isUnseen(child))
  const [only] = seen
  if (seen.length === 0 || wordsOf(node) !== '' || !firstIn(node, at => isNamed(at, 'img'))) return undefined
  const href = attributeOf(node, 'href')
  const toFile =
    pictureFile.test(href) ||
    /\/(?:wiki\/)?(?:File|Datei|Fichier|Archivo|Bild):/i.test(href) ||
    / (?:image-link|lightbox) /.test(namesOf(node))
  return toFile && (seen.length === 1 || only) ? node.children : undefined
}

/** Its captions and credits become its own children, wherever in it they stood. */
function settleFigure(figure: Element): void {
  const captions: Element[] = []
  const take = (node: Element) => {
    node.children = node.children.filter(child => {
      if (child.type !== 'element') return true
      const names = namesOf(child)
      if (isNamed(child, 'figcaption')) captions.push(child)
      else if (isNamed(child, 'figure')) return true
      else if (
        isNamed(child, ...shown) ||
        firstIn(child, at => isNamed(at, ...shown, 'blockquote', 'figcaption'))
      ) {
        take(child)
        return true
      } else if (creditNames.test(names) && wordsOf(child))
        captions.push(standIn(child, 'tf-credit', {}, child.children))
      else if (captionNames.test(names) && wordsOf(child))
        captions.push(standIn(child, 'figcaption', {}, child.children))
      else return true
      return false
    })
  }
  take(figure)
  figure.children.push(...oneCaption(captions).flatMap(separateCredits))
}

/** A picture and a caption in a `div` or, as Blogger has it, in a table. */
function captioned(node: Element): ElementContent[] | undefined {
  const names = namesOf(node)
  if (isNamed(node, 'table') && names.includes('caption-container')) return fromTable(node)
  if (!isNamed(node, 'div', 'section', 'aside', 'p', 'span')) return undefined
  if (firstIn(node, at => isNamed(at, 'figure'))) return undefined
  const pictures = [...elementsIn(node)].filter(at => isNamed(at, 'img', 'tf-embed'))
  if (pictures.length !== 1 || wordsOf(node).length > 1000) return undefined
  const parts = partsOf(node)
  if (!parts) return undefined
  const figure = standIn(node, 'figure', {}, [...parts.pictures, ...parts.captions.flatMap(separateCredits)])
  return [figure]
}

/** What of an element is picture and what caption, and undefined where anything else is in it. */
function partsOf(node: Element): { pictures: Element[]; captions: Element[] } | undefined {
  const pictures: Element[] = []
  const captions: Element[] = []
  const visit = (at: Element): boolean =>
    at.children.every(child => {
      if (isUnseen(child)) return true
      if (child.type !== 'element') return false
      if (isNamed(child, 'img', 'tf-embed')) pictures.push(child)
      else if (isNamed(child, 'a') && wordsOf(child) === '') pictures.push(child)
      else if (creditNames.test(namesOf(child)) && !firstIn(child, a => isNamed(a, 'img')))
        captions.push(standIn(child, 'tf-credit', {}, child.children))
      else if (captionNames.test(namesOf(child)) && !firstIn(child, a => isNamed(a, 'img')))
        captions.push(standIn(child, 'figcaption', {}, child.children))
      else if (isNamed(child, 'br')) return true
      else return isNamed(child, 'div', 'p', 'span', 'center') && visit(child)
      return true
    })
  return visit(node) && pictures.length > 0 && captions.length > 0 ? { pictures, captions } : undefined
}

function fromTable(node: Element): ElementContent[] | undefined {
  const picture = firstIn(node, at => isNamed(at, 'img'))
  const caption = firstIn(node, at => isNamed(at, 'td') && captionNames.test(namesOf(at)))
  if (!picture) return undefined
  const captions = caption ? separateCredits(standIn(caption, 'figcaption', {}, caption.children)) : []
  return [standIn(node, 'figure', {}, [picture, ...captions])]
}

/** Figures within one that is only around them, a gallery: each stands for itself, and the gallery's caption with the last. */
export function settleGalleries(body: Root): void {
  rewrite(body, node => {
    if (!isNamed(node, 'figure')) return undefined
    const own = childElements(node).filter(child => isNamed(child, 'figcaption', 'tf-credit'))
    const inner = picturesOf(node)
    if (inner.length === 0) return undefined
    const last = inner.at(-1)
    if (last && !childElements(last).some(child => isNamed(child, 'figcaption'))) last.children.push(...own)
    else if (own.length > 0) return [...inner, ...own.map(child => standIn(child, 'p', {}, child.children))]
    return inner
  })
}

/** The figures of a gallery, or its bare pictures as figures. */
function picturesOf(node: Element): Element[] {
  const inner = [...elementsIn(node)].filter(at => isNamed(at, 'figure'))
  if (inner.length > 0) return inner
  const pictures = [...elementsIn(node)].filter(at => isNamed(at, 'img'))
  const others = node.children.filter(child => !isNamed(child, 'figcaption', 'tf-credit'))
  const isBare =
    others.every(child => wordsOf(child) === '') &&
    !firstIn(node, at => isNamed(at, 'tf-embed', 'a', 'table'))
  return pictures.length > 1 && isBare
    ? pictures.map(picture => standIn(picture, 'figure', {}, [picture]))
    : []
}
