import type { PDFPageProxy } from 'pdfjs-dist'
import { h } from '../../dom.js'
import { type Sheet, sheet } from './sheet.js'

/** How large pages are: as wide as the view, whole in it, or in CSS pixels for a point (1 pixel is 0.75 points). */
export type Zoom = 'width' | 'page' | number

/** The pages of a PDF below one another. */
export interface Sheets {
  readonly element: HTMLElement
  /** Shows these pages in place of those before. The place that is read stays. */
  show(pages: readonly PDFPageProxy[]): Promise<void>
  zoom(zoom: Zoom): void
  /** Two pages side by side, the first by itself as in a book. */
  spread(isSpread: boolean): void
  texts(): readonly HTMLElement[]
  /** @param top in points from the page's upper edge */
  turnTo(index: number, top?: number): void
  /** The page at the middle of the sight, from 0. */
  current(): number
  close(): void
}

/** Around pages, in pixels. */
const gap = 16

/** Under a page, where its number is, in pixels. */
const below = 36

/** A page, and how far down it, as a part of its height. */
interface Place {
  readonly sheet: Sheet
  readonly part: number
}

/** @param moved told when another page may be the current one */
export function startSheets(moved: () => void): Sheets {
  const inner = h('div', { class: 'sheets-inner' })
  const element = h('div', { class: 'sheets', tabindex: 0, role: 'region', 'aria-label': 'Pages' }, inner)
  const sheets: Sheet[] = []
  let zoom: Zoom = 'width'
  let isSpread = false
  let held: (Place & { readonly scrollTop: number }) | undefined

  const seen = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries)
        sheets.find(each => each.element === target)?.near(isIntersecting)
    },
    // A page above and below is drawn before it is seen.
    { root: element, rootMargin: '75% 0px' },
  )
  const sized = new ResizeObserver(() => layOut())
  sized.observe(element)
  // Another screen, or the browser's own zoom, has other pixels.
  let pixels = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
  const otherPixels = () => {
    pixels = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
    pixels.addEventListener('change', otherPixels, { once: true })
    layOut()
  }
  pixels.addEventListener('change', otherPixels, { once: true })
  element.addEventListener('scroll', moved, { passive: true })
  const selecting = (is: boolean) => () => inner.classList.toggle('selecting', is)
  inner.addEventListener('pointerdown', selecting(true))
  addEventListener('pointerup', selecting(false))

  /** The place that is read. */
  function place(): Place | undefined {
    // Side by side, two pages are at the top: the one that was read stays the one until somebody scrolls.
    if (held?.sheet.element.isConnected && held.scrollTop === element.scrollTop) return held
    const { top } = element.getBoundingClientRect()
    for (const each of sheets) {
      const box = each.element.getBoundingClientRect()
      if (box.bottom > top) return { sheet: each, part: (top - box.top) / box.height }
    }
    return undefined
  }

  /** Does what changes sizes, and keeps the place that is read. */
  function inPlace(change: () => void): void {
    const before = place()
    change()
    if (!before?.sheet.element.isConnected) return
    const { top } = element.getBoundingClientRect()
    const box = before.sheet.element.getBoundingClientRect()
    element.scrollTop += box.top - top + before.part * box.height
    held = { ...before, scrollTop: element.scrollTop }
  }

  function layOut(): void {
    const widest = Math.max(0, ...sheets.map(each => each.size().width))
    const room = element.clientWidth
    if (widest === 0 || room === 0) return
    const columns = isSpread ? 2 : 1
    const wide = (room - gap * (columns + 1)) / (columns * widest)
    const high = (element.clientHeight - 2 * below) / Math.max(...sheets.map(each => each.size().height))
    const scale =
      typeof zoom === 'number' ? zoom : Math.max(0.1, zoom === 'page' ? Math.min(wide, high) : wide)
    inPlace(() => {
      inner.classList.toggle('spread', isSpread)
      for (const each of sheets) each.scale(scale)
    })
    moved()
  }

  return {
    element,
    async show(pages) {
      const isFirst = sheets.length === 0
      for (const gone of sheets.splice(pages.length)) {
        seen.unobserve(gone.element)
        gone.close()
      }
      while (sheets.length < pages.length) {
        const added = sheet()
        sheets.push(added)
        inner.append(added.element)
        seen.observe(added.element)
      }
      const shown = pages.map((page, index) => sheets[index]?.show(page, index + 1))
      layOut()
      if (isFirst) {
        held = undefined
        element.scrollTop = 0
      }
      await Promise.all(shown)
    },
    zoom(next) {
      if (next === zoom) return
      zoom = next
      layOut()
    },
    spread(next) {
      if (next === isSpread) return
      isSpread = next
      layOut()
    },
    texts: () => sheets.map(each => each.text()),
    turnTo(index, top = 0) {
      const box = sheets[index]?.element.getBoundingClientRect()
      if (!box) return
      held = undefined
      const scale = Number(
        sheets[index]?.element
          .querySelector<HTMLElement>('.sheet-paper')
          ?.style.getPropertyValue('--total-scale-factor') ?? 1,
      )
      element.scrollTop += box.top - element.getBoundingClientRect().top + top * scale - gap
    },
    current() {
      const { top, height } = element.getBoundingClientRect()
      const middle = top + height / 2
      const past = sheets.findLastIndex(each => each.element.getBoundingClientRect().top <= middle)
      return Math.max(0, past)
    },
    close() {
      seen.disconnect()
      sized.disconnect()
      pixels.removeEventListener('change', otherPixels)
      for (const each of sheets) each.close()
    },
  }
}
