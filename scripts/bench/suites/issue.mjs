// @ts-check
import { measureIssues } from '../issue.mjs'
import { growth, issueSection, issueTables } from '../issue-page.mjs'

/** @type {import('../suites.mjs').Suite} */
export const suite = {
  page: 'benchmarks.md',
  needsBrowser: true,
  async measure({ paths, runs, browser, folder, machine }) {
    const sizes = paths.length > 0 ? paths.map(Number) : [6, 20, 60]
    const figures = await measureIssues(sizes, { runs, words: 1200, browser, folder })
    const circumstances = { ...machine, runs }
    return {
      shown: `${issueTables(figures)}\n\n${growth(figures.issues)}`,
      sections: issueSection(figures, circumstances),
      figures: { ...circumstances, ...figures },
    }
  },
}
