import { h } from '../dom.js'
import type { Pane } from '../panes.js'
import type { Store } from '../store.js'
import type { LinkedPane } from './linked-pane.js'
import { scrollerOf, topOf } from './place.js'

/** Two views that are read at the same place. */
export interface ScrollTogether {
  readonly button: HTMLElement
  /** Told which views there are, whenever their blocks were found anew. */
  linked(panes: readonly LinkedPane[]): void
  /** Told of a view that the person has a hand on: the other one follows. */
  touched(pane: Pane): void
  /** Told that something in a view was scrolled. */
  scrolled(pane: Pane): void
  leader(): Pane | undefined
}

/** The line that is read, from the top of a view, in heights of it. */
const readingLine = 0.3

const kept = 'scroll-together'

/**
 * Holds two views together by their blocks. Only the one that the person has a hand on leads; that the other one is
 * scrolled moves nothing, so that they cannot drive each other.
 */
export function scrollTogether(store: Store): ScrollTogether {
  let panes: readonly LinkedPane[] = []
  let leader: Pane | undefined
  let shown = ''
  let isWaiting = false
  const isOn = () => store.choice().kept[kept] !== 'off'
  const button = h(
    'button',
    { type: 'button', hidden: true, onclick: () => store.keep(kept, isOn() ? 'off' : 'on') },
    'Scroll together',
  )

  function follow(): void {
    const first = panes.find(({ pane }) => pane === leader) ?? panes[0]
    const second = panes.find(each => each !== first)
    if (isOn() && first && second) align(first, second)
  }

  function soon(): void {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(() => {
      isWaiting = false
      follow()
    })
  }

  store.listen(() => {
    const was = button.getAttribute('aria-pressed')
    button.setAttribute('aria-pressed', String(isOn()))
    if (was === 'false' && isOn()) soon()
  })

  return {
    button,
    linked(now) {
      panes = now
      button.hidden = now.length < 2
      const ids = now.map(({ pane, order }) => (order.length > 0 ? pane.view.id : '')).join()
      if (!now.some(({ pane }) => pane === leader)) leader = now[0]?.pane
      // A build that comes in leaves both where they are.
      if (ids !== shown) soon()
      shown = ids
    },
    touched(pane) {
      leader = pane
    },
    scrolled(pane) {
      if (pane === leader) soon()
    },
    leader: () => leader,
  }
}

/** Brings what is read in one view to the same height in another. */
function align(leader: LinkedPane, follower: LinkedPane): void {
  const anchors = leader.order.flatMap(id => {
    const [here] = leader.elements(id)
    const [there] = follower.elements(id)
    return here && there ? [{ here, there }] : []
  })
  if (anchors.length === 0) return
  const lineIn = ({ pane }: LinkedPane) => {
    const { top, height } = (pane.element.querySelector('.pane-body') ?? pane.element).getBoundingClientRect()
    return top + readingLine * height
  }
  const line = lineIn(leader)
  let low = 0
  let high = anchors.length
  while (low < high) {
    const middle = (low + high) >> 1
    const anchor = anchors[middle]
    if (anchor && topOf(anchor.here) <= line) low = middle + 1
    else high = middle
  }
  const before = anchors[Math.max(0, low - 1)]
  const after = low > 0 ? anchors[low] : undefined
  if (!before) return
  const from = topOf(before.here)
  const passed = line - from
  let wanted = topOf(before.there) + passed
  if (after) {
    const [length, otherLength] = [topOf(after.here) - from, topOf(after.there) - topOf(before.there)]
    // Where a format has a passage elsewhere, there is no way between two places.
    if (length > 0 && otherLength > 0) wanted = topOf(before.there) + (passed / length) * otherLength
  }
  const scroller = scrollerOf(before.there)
  const leading = scrollerOf(before.here)
  if (scroller) {
    const target = scroller.scrollTop + wanted - lineIn(follower)
    scroller.scrollTop = leading ? betweenEnds(target, scroller, leading) : target
  } else follower.pane.open.reveal(before.there)
}

/** Where one view is at its beginning or its end, so is the other: what stands before the text differs in height. */
function betweenEnds(target: number, scroller: Element, leading: Element): number {
  const near = Math.max(1, readingLine * leading.clientHeight)
  const most = scroller.scrollHeight - scroller.clientHeight
  const within = Math.min(most, Math.max(0, target))
  const left = leading.scrollHeight - leading.clientHeight - leading.scrollTop
  const fromTop = within * Math.min(1, leading.scrollTop / near)
  return left < near ? most - (most - fromTop) * Math.max(0, left / near) : fromTop
}
