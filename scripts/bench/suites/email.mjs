// @ts-check
import { dirname, join } from 'node:path'
import { measureEmail } from '../email.mjs'
import { emailPage } from '../email-page.mjs'
import { table } from '../figures.mjs'
import { peers } from '../peers.mjs'

const samples = ['the-dullest-instrument', 'forty-eight-minutes', 'the-mill-at-nendrum']

/** @type {import('../suites.mjs').Suite} */
export const suite = {
  page: 'benchmarks.md',
  needsBrowser: false,
  async measure({ paths, absolute, sample, runs: asked, machine }) {
    const articles =
      paths.length > 0 ? paths.map(absolute) : samples.map(slug => join(dirname(sample), `${slug}.md`))
    // A run is some milliseconds: many tell more.
    const circumstances = { ...machine, runs: Math.max(200, asked) }
    const measured = []
    for (const article of articles) measured.push(await measureEmail(article, circumstances.runs))
    const shown = measured.map(({ article, figures }) =>
      table([
        [article, ''],
        ...figures.map(({ name, milliseconds, bytes }) => [
          name,
          `${milliseconds.toFixed(2)} ms${bytes === undefined ? '' : `  ${bytes} bytes`}`,
        ]),
      ]),
    )
    return {
      shown: shown.join('\n'),
      sections: emailPage(measured, circumstances, peers),
      figures: { ...circumstances, peers, measured },
    }
  },
}
