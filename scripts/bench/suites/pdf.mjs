// @ts-check
import { loadavg } from 'node:os'
import { basename, extname } from 'node:path'
import { measurePdf } from '../pdf.mjs'
import { pdfSection, pdfTables } from '../pdf-page.mjs'

/** @type {import('../suites.mjs').Suite} */
export const suite = {
  page: 'benchmarks.md',
  needsBrowser: true,
  async measure({ paths: [path], absolute, sample, runs, browser, folder, machine }) {
    const article = path === undefined ? sample : absolute(path)
    const tables = await measurePdf(article, { runs, browser, folder, bookPages: 220 })
    const circumstances = { ...machine, runs, load: loadavg()[2] ?? 0 }
    const name = basename(article, extname(article))
    return {
      shown: pdfTables(tables),
      sections: pdfSection(name, tables, circumstances),
      figures: { ...circumstances, article: name, tables },
    }
  },
}
