import type { BookElement } from './book.js'

/** Turns pages by the keys that e-readers turn them by; what is typed into a control is left alone. */
export const turningKeys =
  (view: () => BookElement | undefined) =>
  (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const shown = view()
    const turn = shown && turnBy(event, shown)
    if (!turn) return
    event.preventDefault()
    void turn()
  }

function turnBy({ key, shiftKey }: KeyboardEvent, view: BookElement): (() => Promise<void>) | undefined {
  if (key === 'ArrowLeft') return () => view.goLeft()
  if (key === 'ArrowRight') return () => view.goRight()
  if (key === 'PageUp' || (key === ' ' && shiftKey)) return () => view.prev()
  if (key === 'PageDown' || key === ' ') return () => view.next()
  return undefined
}
