/** Where an element stands in the page, from its top, in pixels: through the frames that it is in. */
export function topOf(element: Element): number {
  let { top } = element.getBoundingClientRect()
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const { top: frameTop, height } = frame.getBoundingClientRect()
    const scale = frame.clientHeight > 0 ? height / frame.clientHeight : 1
    top = frameTop + top * scale
  }
  return top
}

const frameOf = (element: Element): Element | null => element.ownerDocument.defaultView?.frameElement ?? null

/** What scrolls an element up and down; undefined where that is the page itself, or nothing. */
export function scrollerOf(element: Element): Element | undefined {
  const { documentElement, body, scrollingElement, defaultView } = element.ownerDocument
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at !== documentElement && at !== body && isScrolled(at, /auto|scroll/)) return at
  const frame = defaultView?.frameElement
  if (!frame) return undefined
  const isHidden = /hidden|clip/.test(defaultView?.getComputedStyle(documentElement).overflowY ?? '')
  const overflows = scrollingElement && scrollingElement.scrollHeight > scrollingElement.clientHeight + 1
  return overflows && !isHidden ? scrollingElement : scrollerOf(frame)
}

function isScrolled(element: Element, ways: RegExp): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  return element.scrollHeight > element.clientHeight + 1 && ways.test(style?.overflowY ?? '')
}

/** Whether an element is to be seen whole between the top and the bottom of another, or fills it. */
export function isInSight(element: Element, within: Element): boolean {
  const top = topOf(element)
  const { height, width } = element.getBoundingClientRect()
  const { top: from, bottom: to } = within.getBoundingClientRect()
  return (
    (height > 0 || width > 0) && ((top >= from && top + height <= to) || (top <= from && top + height >= to))
  )
}
