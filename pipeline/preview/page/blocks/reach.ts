import type { Pane } from '../panes.js'

/** What a person does in a view. */
export interface Reached {
  /** A place was pressed, perhaps in a link. */
  pressed(pane: Pane, element: Element, link: Element | undefined): void
  /** Another block is wanted: the one after, or before. */
  moved(by: 1 | -1): void
  touched(pane: Pane): void
  scrolled(pane: Pane): void
}

/**
 * Listens, from the page, to the documents that a view shows. No link in them is followed: the preview stays.
 *
 * @returns listens to what the view shows now; what it listens to already is left as it is
 */
export function reach(reached: Reached): (pane: Pane) => void {
  const known = new WeakSet<object>()

  function listenIn(root: EventTarget, pane: Pane): void {
    if (known.has(root)) return
    known.add(root)
    const touched = () => reached.touched(pane)
    for (const name of ['pointerdown', 'pointermove', 'wheel', 'touchstart', 'keydown', 'focusin'])
      root.addEventListener(name, touched, { capture: true, passive: true })
    root.addEventListener('scroll', () => reached.scrolled(pane), { capture: true, passive: true })
    root.addEventListener('click', event => press(event, pane), { capture: true })
    root.addEventListener('auxclick', event => press(event, pane), { capture: true })
    root.addEventListener('keydown', event => keyIn(event, reached), { capture: true })
  }

  function press(event: Event, pane: Pane): void {
    const element = elementOf(event)
    if (!element) return
    const link = element.closest('a, area')
    if (link) event.preventDefault()
    if (event.type === 'click') reached.pressed(pane, element, link ?? undefined)
  }

  return pane => {
    if (!known.has(pane.element)) {
      known.add(pane.element)
      pane.element.addEventListener('pointerenter', () => reached.touched(pane))
      pane.element.addEventListener('scroll', () => reached.scrolled(pane), { capture: true, passive: true })
    }
    // Sound: a parent node hears events.
    for (const root of pane.open.documents()) listenIn(root as unknown as EventTarget, pane)
  }
}

/** What was pressed. It may be of another document, whose classes are not the page's. */
function elementOf({ target }: Event): Element | undefined {
  // Sound: what hears a press in a document is a node.
  const node = target as Node | null
  if (!node) return undefined
  return (node.nodeType === 1 ? (node as Element) : node.parentElement) ?? undefined
}

/** Alt and an arrow: the next block, or the one before. In a field they are the field's. */
export function keyIn(event: Event, { moved }: Pick<Reached, 'moved'>): void {
  // Sound: it is asked for by the name of key events.
  const { key, altKey, ctrlKey, metaKey } = event as KeyboardEvent
  if (!altKey || ctrlKey || metaKey || (key !== 'ArrowDown' && key !== 'ArrowUp')) return
  if (elementOf(event)?.closest('input, select, textarea')) return
  event.preventDefault()
  moved(key === 'ArrowDown' ? 1 : -1)
}
