import { h } from '../../dom.js'
import type { Store } from '../../store.js'
import type { Sheets, Zoom } from './sheets.js'

/** 96 pixels are an inch, as 72 points are. */
const full = 96 / 72

const zooms: readonly { id: string; label: string; zoom: Zoom }[] = [
  { id: 'width', label: 'Fit width', zoom: 'width' },
  { id: 'page', label: 'Whole page', zoom: 'page' },
  { id: '100', label: '100 %', zoom: full },
  { id: '150', label: '150 %', zoom: full * 1.5 },
]

/** What the view of a PDF is controlled by. */
export interface PdfControls {
  readonly elements: readonly HTMLElement[]
  /** Tells which page is read. */
  at(index: number, pages: number): void
}

/** The page's number, the zoom, and two pages side by side; the last two are kept. */
export function pdfControls(store: Store, sheets: Sheets): PdfControls {
  const number = h('input', {
    type: 'text',
    inputmode: 'numeric',
    class: 'page-number',
    'aria-label': 'Page',
    onchange: () => {
      const wanted = Number(number.value)
      if (Number.isInteger(wanted) && wanted >= 1) sheets.turnTo(wanted - 1)
    },
  })
  const of = h('span', { class: 'muted' })
  const size = h('select', {
    'aria-label': 'Zoom',
    onchange: () => {
      store.keep('pdf.zoom', size.value)
      apply()
    },
  })
  for (const { id, label } of zooms) size.append(h('option', { value: id }, label))
  const spread = h('input', {
    type: 'checkbox',
    onchange: () => {
      store.keep('pdf.spread', spread.checked ? 'yes' : '')
      apply()
    },
  })

  function apply(): void {
    sheets.zoom(zooms.find(({ id }) => id === size.value)?.zoom ?? 'width')
    sheets.spread(spread.checked)
  }

  const { kept } = store.choice()
  size.value = zooms.find(({ id }) => id === kept['pdf.zoom'])?.id ?? 'width'
  spread.checked = kept['pdf.spread'] === 'yes'
  apply()

  return {
    elements: [
      h('span', { class: 'page-of' }, number, of),
      size,
      h('label', { class: 'check' }, spread, 'Two pages side by side'),
    ],
    at(index, pages) {
      if (document.activeElement !== number) number.value = pages === 0 ? '' : String(index + 1)
      of.textContent = `of ${pages}`
    },
  }
}
