import { addressOf, fileOf, type View } from '../view.js'
import { emailView } from './email-view.js'
import { epubView } from './epub/epub-view.js'
import { htmlView } from './html-view.js'
import { pdfView } from './pdf/pdf-view.js'

/** Every way to show a format, in the order that they are offered. */
export const views: readonly View[] = [
  emailView,
  htmlView({
    id: 'web',
    label: 'Web',
    format: 'web',
    address: issue => {
      const file = fileOf(issue, 'web', 'index.html')
      return file && addressOf(issue, file)
    },
  }),
  pdfView,
  epubView,
]
