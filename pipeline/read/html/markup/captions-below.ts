import type { Element, ElementContent } from 'hast'
import { elementsIn, firstIn, type Holder, isNamed, isUnseen, namesOf, standIn, wordsOf } from '../nodes.js'
import { captionNames, separateCredits } from './credits.js'

/** A paragraph named a caption, below one that is a picture alone, makes a figure with it. */
export function captionsBelow(holder: Holder): void {
  const out: ElementContent[] = []
  for (const child of holder.children as ElementContent[]) {
    const last = out.findLast(at => !isUnseen(at))
    const picture = isNamed(last, 'p', 'div', 'img', 'a', 'center') && isPictureAlone(last) ? last : undefined
    if (picture && isCaption(child)) {
      const captions = separateCredits(standIn(child, 'figcaption', {}, child.children))
      out.splice(out.indexOf(picture), out.length, standIn(picture, 'figure', {}, [picture, ...captions]))
    } else out.push(child)
  }
  holder.children = out
}

const isCaption = (node: ElementContent): node is Element =>
  isNamed(node, 'p', 'div', 'span') &&
  captionNames.test(namesOf(node)) &&
  wordsOf(node) !== '' &&
  !firstIn(node, at => isNamed(at, 'img'))

const isPictureAlone = (node: Element) =>
  wordsOf(node) === '' && [node, ...elementsIn(node)].filter(at => isNamed(at, 'img')).length === 1
