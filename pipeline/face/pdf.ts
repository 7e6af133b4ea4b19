/**
 * The PDF by itself: template and binder, for a browser of your own.
 *
 * @module trifold/pdf
 */
export { defaultPrintTemplate, type PrintTemplate, printTemplate } from '../../templates/print/print.js'
export {
  bindPdf,
  openPrinter,
  type PdfResult,
  type PrintDocument,
  type Printer,
  PrintFailed,
  type PrintMeta,
  type PrintResource,
} from '../bind/pdf/bind.js'
export { printSafetyArgs } from '../bind/pdf/safety.js'
