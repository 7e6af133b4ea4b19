// A reader made of foliate-js, as its own demonstration is. What the tests do with it is on `globalThis.reader`.
import { FootnoteHandler } from '/foliate/footnotes.js'
import '/foliate/view.js'

const view = document.createElement('foliate-view')
document.body.append(view)
const file = new File([await (await fetch('/book.epub')).blob()], 'book.epub')
await view.open(file)
// Without it a page turns in a third of a second.
view.renderer.removeAttribute('animated')

const { book } = view
let styles = ''
const dress = of => of.renderer.setStyles(styles)

/** The document that is open. */
const open = () => view.renderer.getContents()[0]

const notes = new FootnoteHandler()
view.addEventListener('link', event => {
  const handled = notes.handle(book, event)
  handled?.catch(error => console.error(error))
})

// A view that stands nowhere in the page lays nothing out.
notes.addEventListener('before-render', ({ detail }) => {
  const dialog = document.createElement('dialog')
  document.body.append(dialog)
  dialog.append(detail.view)
  detail.view.renderer.setAttribute('flow', 'scrolled')
  detail.view.renderer.setAttribute('margin', '12px')
  dress(detail.view)
  dialog.showModal()
})

const callsIn = doc => doc.querySelectorAll('a[role~="doc-noteref"]')

/** Opens a note as a reader does, by its call; what foliate says of it. */
function popUp(call) {
  return new Promise(done => {
    notes.addEventListener('render', ({ detail }) => done(detail), { once: true })
    call.click()
  })
}

function entries(items, depth = 1) {
  return items.flatMap(({ label, href, subitems }) => [
    { label: label.trim(), href, depth },
    ...entries(subitems ?? [], depth + 1),
  ])
}

/** Waits until what was put into a page is laid out. */
const laidOut = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))

globalThis.reader = {
  dir: book.dir ?? 'ltr',
  contents: () => entries(book.toc ?? []),
  sections: () => book.sections.length,

  /** Turns to the page on the left; where it stands then, from 0 for the beginning to 1. */
  async turnLeft() {
    await view.goLeft()
    await laidOut()
    return view.lastLocation.fraction
  },

  /** Goes to an address in the book, and says what stands there and whether it is on the page that is shown. */
  async visit(href) {
    const resolved = await view.goTo(href)
    await laidOut()
    const { doc, index } = open()
    // An address without a fragment is the document's beginning.
    const place = resolved?.anchor?.(doc) || doc.querySelector('h1')
    if (!place) return { index, text: '', seen: false }
    const box = place.getBoundingClientRect()
    const left = doc.defaultView.frameElement.getBoundingClientRect().left + box.left
    return {
      index,
      text: place.textContent.replace(/\s+/g, ' ').trim(),
      seen: box.width > 0 && left >= 0 && left < innerWidth,
    }
  },

  /** The markup of a section as it is shown, without what is not. */
  async section(index) {
    await view.goTo(index)
    await laidOut()
    const { doc } = open()
    const copy = doc.documentElement.cloneNode(true)
    const shown = doc.body.querySelectorAll('*')
    const copies = [...copy.querySelectorAll('body *')]
    shown.forEach((element, place) => {
      // A break has no box of its own; brackets are for those who do not set ruby above the line.
      if (!element.checkVisibility() && !['br', 'rp'].includes(element.localName)) copies[place].remove()
    })
    return copy.outerHTML
  },

  /** Opens each note of a section by its call in the text: what the pop-up says, and what it says it is. */
  async notes(index) {
    await view.goTo(index)
    const said = []
    for (const call of callsIn(open().doc)) {
      const { view: note, type } = await popUp(call)
      const { body } = note.renderer.getContents()[0].doc
      said.push({ call: call.textContent.trim(), type, text: body.textContent.replace(/\s+/g, ' ').trim() })
      globalThis.reader.close()
    }
    return said
  },

  /** Leaves the first note of a section open, over the page. */
  async popUp(index) {
    await view.goTo(index)
    const [call] = callsIn(open().doc)
    await popUp(call)
    await laidOut()
  },

  /** Closes the notes. They stay in the page: foliate goes on laying a note out after it said that it is there. */
  close() {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close()
  },

  /** Dresses the book as a reader's settings do: a style sheet after the book's own. */
  async dress(css, ground) {
    styles = css
    document.documentElement.style.background = ground
    dress(view)
    await laidOut()
  },

  /** What is wider than the column it stands in. A formula, which cannot break, may be. */
  wide() {
    const { doc } = open()
    const column = doc.body.getBoundingClientRect().width
    const columns = Number.parseFloat(getComputedStyle(doc.documentElement).columnWidth) || column
    return [...doc.body.querySelectorAll('*:not(math *)')]
      .filter(element => [...element.getClientRects()].some(({ width }) => width > columns + 1))
      .map(element => `${element.localName}.${element.className}`)
  },
}
document.documentElement.dataset.ready = 'true'
