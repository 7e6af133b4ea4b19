// @ts-check
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeArticles } from './made-articles.mjs'
import { ourBuild } from './our-build.mjs'
import { processesInTurns } from './processes.mjs'

/** How often a build is timed, but for those that take longer than `patience` milliseconds: they are timed once. */
const [runs, patience] = [3, 20_000]

/**
 * A build of so many articles.
 *
 * @typedef {import('./processes.mjs').Figure & {articles: number}} GrowthFigure
 * @typedef {{formats: string, load: number, figures: GrowthFigure[]}} GrowthFigures
 */

/**
 * Builds of made-up articles, each an issue of its own, as whole processes into a folder that is not there yet; their
 * memory in a first build, which is not timed.
 *
 * @param {readonly number[]} sizes how many articles
 * @param {{formats: string, browser: string, folder: string}} options formats as `-f` has them; a folder of its own
 * @returns {Promise<GrowthFigures>}
 */
export async function measureGrowth(sizes, { formats, browser, folder }) {
  /** @type {GrowthFigure[]} */
  const figures = []
  let load = 0
  for (const articles of [...sizes].sort((a, b) => a - b)) {
    const home = join(folder, String(articles))
    await writeArticles(home, articles)
    const way = ourBuild(`${articles.toLocaleString('en')} articles`, {
      args: ['-f', formats],
      cwd: home,
      out: join(home, 'dist'),
      browser,
    })
    const measured = await processesInTurns([way], { runs, patience })
    load = Math.max(load, measured.load)
    figures.push(...measured.figures.map(figure => ({ ...figure, articles })))
    // What the next one writes may need the room.
    rmSync(home, { recursive: true, force: true })
  }
  return { formats, load, figures }
}
