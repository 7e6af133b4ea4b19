import type { Element, ElementContent } from 'hast'
import type { Tokens } from '../tokens.js'
import { textHeight, textWidth } from './paper.js'
import { points } from './scale.js'

/** How much of a page's height a picture takes at the most, with room for a caption. */
export const tallest = 0.75

/**
 * An element with its pictures no higher than a page has room for: one that is too high is sliced. The width is given
 * that goes with that height, so that the box is as wide as the picture in it and stands where its caption does.
 */
export function withPicturesThatFit(element: Element, paper: Tokens['paper']): Element {
  const children = element.children.map(
    (child): ElementContent => (child.type === 'element' ? withPicturesThatFit(child, paper) : child),
  )
  const size = element.tagName === 'img' ? sizeOf(element, paper) : undefined
  return size === undefined
    ? { ...element, children }
    : { ...element, properties: { ...element.properties, style: size } }
}

function sizeOf({ properties }: Element, paper: Tokens['paper']): string | undefined {
  const { width, height } = properties
  const widest = (tallest * textHeight(paper) * Number(width)) / Number(height)
  return widest < textWidth(paper) ? `max-inline-size: min(100%, ${points(widest)})` : undefined
}
