import type { PreviewIssue } from '../../../data.js'
import { h } from '../../dom.js'
import { addressOf, fileOf, type OpenView, type View } from '../../view.js'
import { pdfControls } from './controls.js'
import { type HeldPdf, holdPdf } from './document.js'
import { startSheets } from './sheets.js'

/** A place in a PDF. */
export interface PdfPlace {
  /** The page, from 0. */
  readonly index: number
  /** From the page's upper edge, in points. */
  readonly top?: number
  /** Marked content by pdf.js's ids, the first of which that has words is brought into sight. */
  readonly contents?: readonly string[]
}

/** The view of a PDF, as it is open. */
export interface OpenPdf extends OpenView {
  /** Goes to a place, now or when the PDF is there. */
  turnTo(place: PdfPlace): void
}

/** Whether a view is that of a PDF. */
export const isOpenPdf = (open: OpenView): open is OpenPdf => 'turnTo' in open

/** Where an issue's PDF is; undefined where it has none. */
export function pdfAddress(issue: PreviewIssue): string | undefined {
  const file = fileOf(issue, 'pdf', '.pdf')
  return file && addressOf(issue, file)
}

/** The PDF, page by page. */
export const pdfView: View = {
  id: 'pdf',
  label: 'PDF',
  format: 'pdf',
  open({ store, body, bar, changed }): OpenPdf {
    const none = h('p', { class: 'empty', hidden: true })
    const sheets = startSheets(() => controls.at(sheets.current(), pages))
    const controls = pdfControls(store, sheets)
    let address: string | undefined
    let source: string | undefined
    let held: HeldPdf | undefined
    let wanted: PdfPlace | undefined
    let pages = 0
    let isReady = false
    body.append(none, sheets.element)
    bar.append(...controls.elements)

    function say(words: string): void {
      none.textContent = words
      none.hidden = words === ''
      sheets.element.hidden = words !== ''
    }

    async function load(next: string, isOther: boolean): Promise<void> {
      const coming = holdPdf(next)
      const before = held
      held = coming
      try {
        const pdf = await coming.pdf
        if (held !== coming) return
        say('')
        pages = pdf.pages.length
        if (isOther && before) await sheets.show([])
        await sheets.show(pdf.pages)
        if (held !== coming) return
        isReady = true
        turn()
        changed()
      } catch (error) {
        if (held === coming) say(error instanceof Error ? error.message : String(error))
      } finally {
        before?.release()
      }
    }

    function turn(): void {
      if (!wanted || !isReady) return
      const { index, top, contents = [] } = wanted
      wanted = undefined
      const layer = sheets.texts()[index]
      const part = contents
        .flatMap(id => layer?.querySelector(`#${CSS.escape(id)} span`) ?? [])
        .find(element => element.getClientRects().length > 0)
      if (part) {
        part.scrollIntoView({ block: 'center' })
        point(part.closest('.block') ?? part)
      } else sheets.turnTo(index, top)
    }

    return {
      show(issue) {
        const next = pdfAddress(issue)
        if (next === undefined) {
          address = undefined
          held?.release()
          held = undefined
          say('There is no PDF to show: see the findings.')
        } else if (next !== address) {
          const isOther = source !== undefined && source !== issue.source
          address = next
          source = issue.source
          if (isOther) isReady = false
          void load(next, isOther)
        }
      },
      documents: () => (isReady ? sheets.texts() : []),
      reveal: element => element.scrollIntoView({ block: 'center' }),
      turnTo(place) {
        wanted = place
        turn()
      },
      close() {
        held?.release()
        held = undefined
        sheets.close()
        body.replaceChildren()
      },
    }
  },
}

/** Shows for a moment which element is meant. */
function point(element: Element): void {
  element.classList.add('meant')
  setTimeout(() => element.classList.remove('meant'), 1600)
}
