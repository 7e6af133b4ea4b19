// @ts-check
import { loadavg } from 'node:os'
import { basename, extname } from 'node:path'
import { measureEpub } from '../epub.mjs'
import { epubSection, epubTables } from '../epub-page.mjs'

/** @type {import('../suites.mjs').Suite} */
export const suite = {
  page: 'benchmarks.md',
  needsBrowser: false,
  async measure({ paths: [path], absolute, sample, runs, browser, folder, machine }) {
    const article = path === undefined ? sample : absolute(path)
    const tables = await measureEpub(article, { runs, browser, folder, chapters: 200, words: 1500 })
    const circumstances = { ...machine, runs, load: loadavg()[2] ?? 0 }
    const name = basename(article, extname(article))
    return {
      shown: epubTables(tables),
      sections: epubSection(name, tables, circumstances),
      figures: { ...circumstances, article: name, tables },
    }
  },
}
