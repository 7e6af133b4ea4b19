// @ts-check
import { dirname, join } from 'node:path'
import { articleWays } from '../aims/article-ways.mjs'
import { describeArticle } from '../aims/describe.mjs'
import { measureMany } from '../aims/many-articles.mjs'
import { manyNames } from '../aims/names.mjs'
import { aimTables, leftOut, loaded, performancePage } from '../aims/page.mjs'
import { aimRows } from '../aims/rows.mjs'
import { processesInTurns } from '../processes.mjs'
import { measureWatch } from '../watch.mjs'

const nothing = {
  figures: manyNames.map(name => ({ name, missing: leftOut })),
  load: 0,
}

/** @type {import('../suites.mjs').Suite} */
export const suite = {
  page: 'performance.md',
  needsBrowser: true,
  async measure({ paths: [path], absolute, sample, runs, browser, folder, quick, machine }) {
    const article = path === undefined ? join(dirname(sample), 'the-dullest-instrument.md') : absolute(path)
    const own = (/** @type {string} */ name) => ({ runs, browser, folder: join(folder, name) })
    const { ways, pairs } = await articleWays(article, own('article'))
    const cold = await processesInTurns(ways, { runs })
    const edits = await measureWatch(article, { runs: 4 * runs, browser })
    const many = quick ? nothing : await measureMany(own('many'))
    const figures = [...cold.figures, ...edits]
    const measured = {
      article: await describeArticle(article),
      runs,
      load: Math.max(cold.load, many.load),
      aims: aimRows(figures, many.figures),
      pairs,
      figures,
      many: many.figures,
    }
    return {
      shown: `${measured.article}\n${loaded(measured.load, machine.cores)}\n\n${aimTables(measured)}`,
      sections: performancePage(measured, machine),
      figures: { ...machine, ...measured },
    }
  },
}
