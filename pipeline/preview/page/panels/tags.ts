import { fill, h } from '../dom.js'
import type { Panes } from '../panes.js'
import type { Store } from '../store.js'
import { type Bookmark, bookmarksOf } from '../views/pdf/bookmarks.js'
import { type HeldPdf, holdPdf, type Pdf } from '../views/pdf/document.js'
import { isOpenPdf, type PdfPlace, pdfAddress } from '../views/pdf/pdf-view.js'
import { contentsOf, holdsBlocks, type Tag, tagsOf } from '../views/pdf/tags.js'
import type { Panel } from './panels.js'

/** The PDF's bookmarks and tags: what who does not see the pages is told of them. */
export const tagsPanel: Panel = {
  id: 'tags',
  label: 'PDF tags',
  open(place, store, panes) {
    const list = h('div')
    fill(place, h('h2', {}, 'PDF tags'), list)
    let address: string | undefined
    let held: HeldPdf | undefined

    async function load(next: string): Promise<void> {
      const before = held
      const coming = holdPdf(next)
      held = coming
      try {
        const parts = await outline(await coming.pdf, to => turnTo(to, store, panes))
        if (held === coming) replace(list, parts)
      } catch (error) {
        if (held === coming) fill(list, h('p', {}, error instanceof Error ? error.message : String(error)))
      } finally {
        before?.release()
      }
    }

    const show = () => {
      const issue = store.issue()
      const next = issue && pdfAddress(issue)
      if (next === address && next !== undefined) return
      address = next
      if (next !== undefined) void load(next)
      else {
        held?.release()
        held = undefined
        fill(list, h('p', { class: 'muted' }, 'There is no PDF.'))
      }
    }
    show()
    const end = store.listen(show)
    return () => {
      end()
      held?.release()
      held = undefined
    }
  },
}

/** Puts other parts there, with the focus where it was. */
function replace(list: HTMLElement, parts: readonly HTMLElement[]): void {
  const focused = [...list.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement)
  fill(list, ...parts)
  if (focused >= 0) list.querySelectorAll('button')[focused]?.focus({ preventScroll: true })
}

/** Shows the PDF where it is not shown, in place of what is shown first, and goes to a place in it. */
function turnTo(place: PdfPlace, store: Store, panes: Panes): void {
  if (!panes.shown().some(({ open }) => isOpenPdf(open)))
    store.choose({ views: ['pdf', ...store.choice().views.slice(1)] })
  for (const { open } of panes.shown()) if (isOpenPdf(open)) open.turnTo(place)
}

async function outline(
  { document, pages }: Pdf,
  turn: (place: PdfPlace) => void,
): Promise<readonly HTMLElement[]> {
  const [bookmarks, tags] = await Promise.all([bookmarksOf(document), Promise.all(pages.map(tagsOf))])
  return [
    h('h3', {}, 'Bookmarks'),
    bookmarks.length > 0
      ? h('ul', { class: 'tags' }, ...bookmarks.map(each => bookmark(each, turn)))
      : h('p', { class: 'muted' }, 'It has none.'),
    ...tags.flatMap((ofPage, index) => [
      h('h3', {}, `Tags on page ${index + 1}`),
      ofPage.length > 0
        ? h('ul', { class: 'tags' }, ...ofPage.map(tag => tagItem(tag, index, turn)))
        : h('p', { class: 'muted' }, 'Nothing on it has a tag.'),
    ]),
  ]
}

const bookmark = ({ title, place, children }: Bookmark, turn: (place: PdfPlace) => void): HTMLElement =>
  h(
    'li',
    {},
    h(
      'button',
      { type: 'button', title, onclick: () => place && turn(place) },
      h('span', { class: 'words' }, title),
      place && h('span', { class: 'page muted' }, String(place.index + 1)),
    ),
    children.length > 0 && h('ul', { class: 'tags' }, ...children.map(child => bookmark(child, turn))),
  )

function tagItem(tag: Tag, index: number, turn: (place: PdfPlace) => void): HTMLElement {
  const lacks = tag.role === 'Figure' && !tag.alt
  const words = lacks ? 'no alternative text' : (tag.alt ?? (holdsBlocks(tag) ? '' : tag.text))
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', title: words, onclick: () => turn({ index, contents: contentsOf(tag) }) },
      h('span', { class: lacks ? 'role missing' : 'role' }, tag.role),
      h('span', { class: 'words' }, words),
    ),
    tag.children.length > 0 &&
      h('ul', { class: 'tags' }, ...tag.children.map(child => tagItem(child, index, turn))),
  )
}
