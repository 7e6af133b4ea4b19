import type { Element, ElementContent } from 'hast'
import { childElements, isNamed, isUnseen, namesOf, rewrite, standIn, wordsOf } from '../nodes.js'

const names =
  /(?:^|[\s_-])(?:credit|credits|attribution|copyright|photographer|source-credit|image-source|photo-source|media-credit|autor|rights)(?:[\s_-]|$)/
const opening =
  /^\s*[([]?\s*(?:photo(?:graph)?s?|image|picture|illustration|credit|image credit|photo credit|courtesy|foto|bild|grafik|illustration|crédit|crédits|fotografía|imagen|©|\(c\)|via|getty|shutterstock|صورة|图|写真)(?:\s*(?:credit))?\s*(?:by|:|：|courtesy|©|\/|von|par|de\s)/iu

/** What sites name the words under a picture. */
export const captionNames =
  /(?:^|[\s_-])(?:caption|captions|wp-caption-text|caption-text|image-caption|img-caption|photo-caption|figcaption|thumbcaption|figure-description|legend|bildunterschrift|legende|leyenda)(?:[\s_-]|$)/

const isCredit = (node: Element): boolean =>
  names.test(namesOf(node)) ||
  /^(?:copyrightHolder|creditText|creator)$/.test(String(node.properties.itemProp ?? ''))

/**
 * A caption, and its credit apart: what is marked as one, or the last element or line, where it begins with who made the
 * picture.
 */
export function separateCredits(caption: Element): Element[] {
  const credits: Element[] = []
  if (isNamed(caption, 'figcaption')) {
    rewrite(caption, node => {
      if (!isCredit(node) || wordsOf(node) === '') return undefined
      credits.push(standIn(node, 'tf-credit', {}, inLine(node.children)))
      return []
    })
    if (credits.length === 0) {
      const last = lastPart(caption)
      if (last) credits.push(last)
    }
  }
  const rest = { ...caption, children: inLine(caption.children) }
  // What stood between caption and credit parts nothing any more.
  trimEnd(rest)
  return [...(wordsOf(rest) === '' ? [] : [rest]), ...credits]
}

/** The last element or text after a break, when it says who made the picture. */
function lastPart(caption: Element): Element | undefined {
  const seen = caption.children.filter(child => !isUnseen(child))
  const last = seen.at(-1)
  if (!last || seen.length < 2 || !opening.test(wordsOf(last))) return undefined
  const before = seen.at(-2)
  const apart = last.type === 'element' || (isNamed(before, 'br') && last.type === 'text')
  if (!apart) return undefined
  caption.children = caption.children.slice(0, caption.children.indexOf(last))
  return standIn(
    last,
    'tf-credit',
    {},
    last.type === 'element' && !isNamed(last, 'a', 'em', 'i', 'cite') ? inLine(last.children) : [last],
  )
}

const blocks = ['p', 'div', 'ul', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section']

/** Blocks in a line, with a space between them. */
function inLine(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] =>
    child.type === 'element' && blocks.includes(child.tagName)
      ? [{ type: 'text', value: ' ' }, ...inLine(child.children), { type: 'text', value: ' ' }]
      : [child],
  )
}

function trimEnd(node: Element): void {
  for (let last = node.children.at(-1); last; last = node.children.at(-1)) {
    if (
      isNamed(last, 'br') ||
      (last.type === 'element' &&
        childElements(last).length === 0 &&
        wordsOf(last) === '' &&
        !isNamed(last, 'img', 'tf-math', 'tf-noteref'))
    )
      node.children.pop()
    else if (last.type === 'text') {
      last.value = last.value.replace(/\s*[|·•]?\s*$/, '')
      if (last.value !== '') return
      node.children.pop()
    } else return
  }
}

/** A caption in parts, its number and its words say, is one. */
export function oneCaption(captions: readonly Element[]): Element[] {
  const [first, ...rest] = captions.filter(node => isNamed(node, 'figcaption'))
  if (!first) return [...captions]
  const children = rest.flatMap(node => [{ type: 'text' as const, value: ' ' }, ...node.children])
  const credits = captions.filter(node => !isNamed(node, 'figcaption'))
  return [{ ...first, children: [...first.children, ...children] }, ...credits]
}
