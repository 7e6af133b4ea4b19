import { h } from './dom.js'

/** A page inside the page, which is replaced in place: the new one is laid out behind the old one, and takes its scroll. */
export interface Frame {
  readonly element: HTMLElement
  /** @param address shown where it is another than before */
  show(address: string): void
  document(): Document | undefined
}

/**
 * What an article says is hostile: nothing in the frame runs, and the page looks in from outside.
 *
 * @param title what screen readers call it
 * @param loaded told when another document is shown
 */
export function frame(title: string, loaded: (document: Document) => void): Frame {
  const element = h('div', { class: 'frame' })
  let shown: HTMLIFrameElement | undefined
  let address = ''

  function swap(coming: HTMLIFrameElement, at: string): void {
    if (address !== at) {
      coming.remove()
      return
    }
    const before = shown?.contentWindow
    coming.contentWindow?.scrollTo(before?.scrollX ?? 0, before?.scrollY ?? 0)
    coming.style.visibility = 'visible'
    // One that was moved in the page loads once more in its own place.
    if (shown !== coming) shown?.remove()
    shown = coming
    if (coming.contentDocument) loaded(coming.contentDocument)
  }

  return {
    element,
    document: () => shown?.contentDocument ?? undefined,
    show(next) {
      if (next === address) return
      address = next
      const coming = h('iframe', { title, sandbox: 'allow-same-origin', src: next })
      coming.style.visibility = shown ? 'hidden' : 'visible'
      coming.addEventListener('load', () => swap(coming, next))
      element.append(coming)
    },
  }
}
