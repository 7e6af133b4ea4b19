// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { median, outputBytes } from './figures.mjs'
import { slug, writeIssue } from './issue-folder.mjs'
import { ourBuild } from './our-build.mjs'
import { processesInTurns } from './processes.mjs'

/**
 * How some builds of the same went: `spread` the least and the most milliseconds, `ownPeak` the memory of our process
 * alone, `peak` with that of the browser and all it starts, in bytes.
 *
 * @typedef {{milliseconds: number, spread: [number, number], processor?: number | undefined, ownPeak?: number | undefined, peak?: number | undefined}} Builds
 * @typedef {Builds & {articles: number, words: number, pages: number, bytes: Record<string, number>}} IssueFigure
 * @typedef {Builds & {format: string}} FormatFigure
 * @typedef {{runs: number, load: number, issues: IssueFigure[], formats: FormatFigure[]}} IssueFigures
 */

const formats = ['email', 'pdf', 'epub', 'web']

/**
 * Times `trifold build` of issues of so many articles, in all formats, and of the largest in each format alone; every
 * build a process of its own, into a folder that is not there yet.
 *
 * @param {readonly number[]} sizes how many articles each issue has
 * @param {{runs: number, words: number, browser: string, folder: string}} options a folder of its own
 * @returns {Promise<IssueFigures>}
 */
export async function measureIssues(sizes, { runs, words, browser, folder }) {
  /** @type {{articles: number, home: string, words: number}[]} */
  const issues = []
  for (const articles of sizes) {
    const home = join(folder, String(articles))
    issues.push({ articles, home, ...(await writeIssue(home, articles, words)) })
  }
  const out = join(folder, 'dist')
  const build = (/** @type {string} */ home, /** @type {string[]} */ args) =>
    ourBuild([home, ...args].join(' '), { args, cwd: home, out, browser })
  const largest = issues.reduce((a, b) => (b.articles > a.articles ? b : a))
  /** @type {Map<string, {pages: number, bytes: Record<string, number>}>} */
  const made = new Map()
  const whole = await takeTurns(
    issues.map(({ home }) => build(home, [])),
    runs,
    index => made.set(issues[index]?.home ?? '', outputsIn(join(out, slug))),
  )
  const alone = await takeTurns(
    formats.map(format => build(largest.home, ['-f', format])),
    runs,
  )
  return {
    runs,
    load: median([whole.load, alone.load]),
    issues: issues.map(({ articles, words, home }, index) => ({
      articles,
      words,
      .../** @type {Builds} */ (whole.builds[index]),
      ...(made.get(home) ?? { pages: 0, bytes: {} }),
    })),
    formats: formats.map((format, index) => ({ format, .../** @type {Builds} */ (alone.builds[index]) })),
  }
}

/**
 * @param {import('./processes.mjs').Way[]} ways
 * @param {number} runs
 * @param {(index: number) => void} [afterFirst] what is built is there
 * @returns {Promise<{builds: Builds[], load: number}>}
 */
async function takeTurns(ways, runs, afterFirst) {
  const { figures, load } = await processesInTurns(ways, { runs, ...(afterFirst ? { afterFirst } : {}) })
  const builds = figures.map(({ name, missing, milliseconds, spread, processor, peak, ownPeak }) => {
    if (milliseconds === undefined || spread === undefined) throw new Error(`The build of ${name} ${missing}`)
    return { milliseconds, spread, processor, peak, ownPeak }
  })
  return { builds, load }
}

/** @param {string} folder of a built issue */
function outputsIn(folder) {
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  const sizes = outputBytes(folder)
  const sum = (/** @type {RegExp} */ path) =>
    Object.entries(sizes).reduce((sum, [name, size]) => sum + (path.test(name) ? size : 0), 0)
  return {
    pages: /** @type {number} */ (report.formats.pdf.sizes.pages),
    bytes: {
      'email, HTML': sum(/^email\.html$/),
      'email, text': sum(/^email\.txt$/),
      PDF: sum(/\.pdf$/),
      EPUB: sum(/\.epub$/),
      'web page': sum(/^index\.html$/),
      pictures: sum(/^images\//),
    },
  }
}
