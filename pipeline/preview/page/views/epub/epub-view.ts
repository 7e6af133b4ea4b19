import { afterBook, beforeBook, bookGround } from '../../../../../templates/preview/book-themes.js'
import { fill, h } from '../../dom.js'
import { addressOf, fileOf, type OpenView, type View } from '../../view.js'
import { type BookElement, bookElement, readBook } from './book.js'
import { contentsList } from './contents-list.js'
import { bookControls } from './controls.js'
import { turningKeys } from './keys.js'
import { followLink } from './links.js'
import { type BookPlace, goToPlace, placeOf } from './place.js'

/** Where each issue was read last, by its source, for when the view is opened again. */
const places = new Map<string, BookPlace>()

/** The EPUB, as an e-reader shows it. */
export const epubView: View = {
  id: 'epub',
  label: 'EPUB',
  format: 'epub',
  open({ store, body, bar, changed }): OpenView {
    const none = h('p', { class: 'empty', hidden: true })
    const contents = h('nav', {
      class: 'book-contents',
      id: 'book-contents',
      'aria-label': 'Contents',
      hidden: true,
    })
    const stage = h('div', { class: 'book', tabindex: 0, role: 'region', 'aria-label': 'Book' })
    const indices = new WeakMap<Document, number>()
    let view: BookElement | undefined
    let coming: BookElement | undefined
    let address: string | undefined
    let source: string | undefined
    const controls = bookControls(store, contents.id, {
      previous: () => void view?.prev(),
      next: () => void view?.next(),
      contents: () => {
        contents.hidden = !contents.hidden
      },
      dress: () => {
        if (view) dress(view)
      },
    })
    const onKey = turningKeys(() => view)
    stage.addEventListener('keydown', onKey)
    body.append(none, stage, contents)
    bar.append(...controls.elements)

    function say(words: string): void {
      none.textContent = words
      none.hidden = words === ''
      stage.hidden = words !== ''
    }

    function dress(which: BookElement): void {
      const { isScrolled, size, theme } = controls.look()
      which.style.background = bookGround(theme)
      for (const { doc } of which.renderer.getContents()) fillMargins(doc)
      which.renderer.setAttribute('flow', isScrolled ? 'scrolled' : 'paginated')
      which.renderer.setStyles([beforeBook(), afterBook(theme, size)])
    }

    /** Foliate fills the margins of pages with what the document says under this name. */
    function fillMargins({ documentElement }: Document): void {
      documentElement.style.setProperty('--theme-bg-color', bookGround(controls.look().theme))
    }

    async function load(next: string, of: string): Promise<void> {
      const book = await readBook(next)
      if (address !== next) return book.destroy()
      const made = bookElement()
      coming?.remove()
      coming = made
      made.classList.add('coming')
      stage.append(made)
      made.addEventListener('load', event => loaded(made, event))
      made.addEventListener('external-link', followLink)
      await made.open(book)
      made.renderer.setAttribute('margin', '32px')
      made.renderer.setAttribute('max-inline-size', '620px')
      dress(made)
      const place = source === of && view ? placeOf(view) : places.get(of)
      if (place) await goToPlace(made, place)
      else await made.goTo(0)
      if (coming === made && address === next) swap(made, of)
      else end(made)
    }

    function swap(made: BookElement, of: string): void {
      const before = view
      const hasFocus = before !== undefined && document.activeElement === before
      coming = undefined
      view = made
      source = of
      made.addEventListener('relocate', () => moved(made, of))
      made.classList.remove('coming')
      if (before) end(before)
      if (hasFocus) made.renderer.focusView()
      fill(
        contents,
        contentsList(made.book.toc ?? [], href => void made.goTo(href)),
      )
      say('')
      moved(made, of)
      changed()
    }

    function loaded(which: BookElement, event: Event): void {
      const { doc, index } = (event as CustomEvent<{ doc: Document; index: number }>).detail
      indices.set(doc, index)
      fillMargins(doc)
      doc.defaultView?.frameElement?.setAttribute('title', doc.title || 'Book')
      doc.addEventListener('keydown', onKey)
      if (which === view) changed()
    }

    function moved(which: BookElement, of: string): void {
      const place = placeOf(which)
      if (place) places.set(of, place)
      controls.at(which.lastLocation?.fraction)
      const href = which.lastLocation?.tocItem?.href
      for (const entry of contents.querySelectorAll('button'))
        if (entry.dataset.href === href) entry.setAttribute('aria-current', 'true')
        else entry.removeAttribute('aria-current')
    }

    function end(which: BookElement): void {
      const { book } = which
      which.close()
      which.remove()
      book.destroy()
    }

    return {
      show(issue) {
        const file = fileOf(issue, 'epub', '.epub')
        const next = file && addressOf(issue, file)
        if (next === address && next !== undefined) return
        address = next
        if (next === undefined) say('There is no EPUB to show: see the findings.')
        else
          load(next, issue.source).catch((error: unknown) => {
            if (address !== next) return
            coming?.remove()
            coming = undefined
            say(error instanceof Error ? error.message : String(error))
          })
      },
      documents: () => view?.renderer.getContents().map(({ doc }) => doc) ?? [],
      reveal(element) {
        const document = element.ownerDocument
        const index = indices.get(document)
        if (!view || index === undefined) return
        const isOpen = view.renderer.getContents().some(({ doc }) => doc === document)
        if (isOpen) void view.renderer.scrollToAnchor(element)
        else {
          const words = element.textContent
          const anchor = (doc: Document) =>
            [...doc.querySelectorAll(element.localName)].find(each => each.textContent === words) ?? 0
          void view.renderer.goTo({ index, anchor })
        }
      },
      close() {
        address = undefined
        if (coming) coming.remove()
        if (view) end(view)
        coming = undefined
        view = undefined
        body.replaceChildren()
      },
    }
  },
}
