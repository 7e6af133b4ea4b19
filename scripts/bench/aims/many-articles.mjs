// @ts-check
import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { execPath } from 'node:process'
import { root } from '../../setup/root.mjs'
import { writeArticles } from '../made-articles.mjs'
import { ourBuild } from '../our-build.mjs'
import { pdfWays } from '../pdf-way.mjs'
import { processesInTurns } from '../processes.mjs'
import { names } from './names.mjs'

/** As many as a build prints on at a time: `poolSize` of pipeline/bind/pdf/printer.ts. */
export const pagesAtOnce = 2

/** Longer than this, in milliseconds, no way is timed again: a build of many may take minutes. */
const patience = 60_000

/**
 * Builds of 100 and of 1,000 made-up articles in all formats, raw Chromium that prints the pages of the 100, and a build
 * of the 1,000 that has nothing to do.
 *
 * @param {{runs: number, browser: string, folder: string}} options a folder of its own
 * @returns {Promise<{figures: import('../processes.mjs').Figure[], load: number}>}
 */
export async function measureMany({ runs, browser, folder }) {
  const [some, many] = [join(folder, '100'), join(folder, '1000')]
  const articles = await writeArticles(some, 100)
  await writeArticles(many, 1000)
  const pages = join(folder, 'pages')
  await writePages(articles, pages)
  const prints = join(folder, 'prints')
  mkdirSync(prints)
  const build = (/** @type {string} */ name, /** @type {string} */ home, again = false) =>
    ourBuild(name, { cwd: home, out: join(home, 'dist'), browser, again })
  const raw = join(root, 'scripts', 'bench', 'raw-chromium.mjs')
  const printed = await processesInTurns(
    [
      build(names.some, some),
      {
        name: names.raw,
        start: () => ({
          program: execPath,
          args: [raw, pages, prints, browser, String(pagesAtOnce)],
          cwd: pages,
        }),
        made: join(prints, '00100.pdf'),
      },
    ],
    { runs, patience },
  )
  // Of the first round alone, which is watched: its memory, and something to find nothing to do in.
  const first = await processesInTurns([build(names.many, many)], { runs: 0 })
  const again = await processesInTurns(
    [
      { name: names.node, start: () => ({ program: execPath, args: ['-e', '0'], cwd: many }) },
      build(names.again, many, true),
    ],
    { runs, warmUp: false, patience },
  )
  return {
    figures: [...printed.figures, ...first.figures, ...again.figures],
    load: Math.max(printed.load, again.load),
  }
}

/** What a build hands to Chromium for each article, as pages. @param {readonly string[]} articles of one folder @param {string} folder */
async function writePages(articles, folder) {
  const ways = await pdfWays(join(articles[0] ?? '', '..'))
  try {
    for (const article of articles)
      await ways.of(article).writePage(folder, `${basename(article, '.md')}.html`)
  } finally {
    await ways.close()
  }
}
