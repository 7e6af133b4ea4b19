// @ts-check
import { measureChecks } from '../checks.mjs'
import { checkSection, checkTables } from '../checks-page.mjs'

/** @type {import('../suites.mjs').Suite} */
export const suite = {
  page: 'benchmarks.md',
  needsBrowser: true,
  async measure({ paths: [count], runs, browser, folder, machine }) {
    const articles = Math.max(3, Number(count) || 20)
    const figures = await measureChecks({ runs, articles, words: 1200, browser, folder })
    const circumstances = { ...machine, runs }
    return {
      shown: checkTables(figures),
      sections: checkSection(figures, circumstances),
      figures: { ...circumstances, ...figures },
    }
  },
}
