import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'

/** A PDF that is read. */
export interface Pdf {
  readonly document: PDFDocumentProxy
  /** In order. */
  readonly pages: readonly PDFPageProxy[]
}

/** A PDF that somebody looks at; it is read once, whoever asks. */
export interface HeldPdf {
  readonly pdf: Promise<Pdf>
  /** To be called once, when nobody looks at it any more. */
  release(): void
}

interface Held {
  readonly pdf: Promise<Pdf>
  users: number
}

const held = new Map<string, Held>()

/** pdf.js, loaded when the first PDF is opened: it is ten times the rest of the page. */
export const pdfJs = () => import('pdfjs-dist/legacy/build/pdf.mjs')

/** @param address another for each version of a file */
export function holdPdf(address: string): HeldPdf {
  const found = held.get(address) ?? { pdf: readPdf(address), users: 0 }
  held.set(address, found)
  found.users += 1
  return {
    pdf: found.pdf,
    release() {
      found.users -= 1
      if (found.users > 0) return
      held.delete(address)
      void found.pdf.then(({ document }) => document.destroy()).catch(() => {})
    },
  }
}

async function readPdf(address: string): Promise<Pdf> {
  const { getDocument, GlobalWorkerOptions, VerbosityLevel } = await pdfJs()
  GlobalWorkerOptions.workerSrc = new URL('page/pdf-worker.js', document.baseURI).href
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The PDF cannot be read: ${answer.status}`)
  // Typefaces are in the PDF, and its pictures are of kinds that need no decoder of their own: it asks for no files.
  const opened = await getDocument({
    data: await answer.arrayBuffer(),
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise
  const pages = Array.from({ length: opened.numPages }, (_, index) => opened.getPage(index + 1))
  return { document: opened, pages: await Promise.all(pages) }
}
