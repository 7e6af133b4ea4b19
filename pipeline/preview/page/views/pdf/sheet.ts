import type { PDFPageProxy, RenderTask } from 'pdfjs-dist'
import { fill, h } from '../../dom.js'
import { layText } from './text-layer.js'

/** A page of a PDF as it stands in the view. */
export interface Sheet {
  readonly element: HTMLElement
  /** Where its words are. */
  text(): HTMLElement
  /** In points; 0 before it has a page. */
  size(): { readonly width: number; readonly height: number }
  /** Shows a page in place of another, which stays until the new one is drawn. */
  show(page: PDFPageProxy, number: number): Promise<void>
  /** @param scale in CSS pixels for each point */
  scale(scale: number): void
  /** It is drawn while it is near the sight, and its picture let go of when it is not. */
  near(isNear: boolean): void
  close(): void
}

/** The most that is drawn of a page, in pixels: browsers give no larger canvas without fail. */
const maxPixels = 16_777_216

/** Makes a page of the view. */
export function sheet(): Sheet {
  const picture = h('div', { class: 'sheet-picture' })
  let text = h('div', { class: 'text-layer' })
  const paper = h('div', { class: 'sheet-paper' }, picture, text)
  const below = h('div', { class: 'sheet-number muted', 'aria-hidden': 'true' })
  const element = h('section', { class: 'sheet' }, paper, below)
  let page: PDFPageProxy | undefined
  let scale = 1
  let isNear = false
  let drawing: RenderTask | undefined
  /** What the picture shows. */
  let drawn: { page: PDFPageProxy; pixels: number } | undefined

  async function draw(): Promise<void> {
    if (!page || !isNear) return
    const { width, height } = page.getViewport({ scale: 1 })
    const pixels = Math.min(scale * devicePixelRatio, Math.sqrt(maxPixels / (width * height)))
    if (drawn?.page === page && Math.abs(drawn.pixels - pixels) < 0.001) return
    drawing?.cancel()
    const viewport = page.getViewport({ scale: pixels })
    const canvas = h('canvas', {
      width: Math.floor(viewport.width),
      height: Math.floor(viewport.height),
      'aria-hidden': 'true',
    })
    const coming = { page, pixels }
    const task = page.render({ canvas, viewport })
    drawing = task
    try {
      await task.promise
    } catch {
      // Another drawing takes its place, or the PDF was closed.
      return
    }
    if (drawing !== task) return
    drawing = undefined
    drawn = coming
    fill(picture, canvas)
  }

  return {
    element,
    text: () => text,
    size: () => page?.getViewport({ scale: 1 }) ?? { width: 0, height: 0 },
    async show(next, number) {
      page = next
      const { width, height } = next.getViewport({ scale: 1 })
      paper.style.setProperty('--page-width', `${width}px`)
      paper.style.setProperty('--page-height', `${height}px`)
      element.setAttribute('aria-label', `Page ${number}`)
      below.textContent = String(number)
      void draw()
      const coming = h('div', { class: 'text-layer coming' })
      paper.append(coming)
      try {
        await layText(next, coming)
      } catch {
        coming.remove()
        return
      }
      if (page !== next) {
        coming.remove()
        return
      }
      coming.classList.remove('coming')
      text.remove()
      text = coming
    },
    scale(next) {
      scale = next
      paper.style.setProperty('--total-scale-factor', String(next))
      void draw()
    },
    near(next) {
      isNear = next
      if (next) void draw()
      else {
        drawing?.cancel()
        drawing = undefined
        drawn = undefined
        fill(picture)
      }
    },
    close() {
      drawing?.cancel()
      element.remove()
    },
  }
}
