// @ts-check
import { dirname, join } from 'node:path'
import { measureMessages } from '../messages.mjs'
import { messagesSection, messageTables } from '../messages-page.mjs'

const samples = ['forty-eight-minutes', 'the-mill-at-nendrum']

/** @type {import('../suites.mjs').Suite} */
export const suite = {
  page: 'benchmarks.md',
  needsBrowser: false,
  async measure({ paths, absolute, sample, runs: asked, machine }) {
    const articles =
      paths.length > 0 ? paths.map(absolute) : samples.map(slug => join(dirname(sample), `${slug}.md`))
    const circumstances = { ...machine, runs: Math.max(20, asked) }
    const measured = []
    for (const article of articles) measured.push(await measureMessages(article, circumstances.runs))
    return {
      shown: messageTables(measured, circumstances.runs),
      sections: messagesSection(measured, circumstances),
      figures: { ...circumstances, measured },
    }
  },
}
