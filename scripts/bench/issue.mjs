// @ts-check
import { readFileSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { root } from '../setup/root.mjs'
import { median, outputBytes, spread } from './figures.mjs'
import { slug, writeIssue } from './issue-folder.mjs'
import { run } from './process.mjs'

/**
 * How some builds of the same went: `spread` the least and the most milliseconds, `ownPeak` the memory of our process
 * alone, `peak` with that of the browser and all it starts, in bytes.
 *
 * @typedef {{milliseconds: number, spread: [number, number], processor?: number | undefined, ownPeak?: number | undefined, peak?: number | undefined}} Builds
 * @typedef {Builds & {articles: number, words: number, pages: number, bytes: Record<string, number>}} IssueFigure
 * @typedef {Builds & {format: string}} FormatFigure
 * @typedef {{runs: number, load: number, issues: IssueFigure[], formats: FormatFigure[]}} IssueFigures
 */

const command = join(root, 'build', 'bundle', 'trifold.js')
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
  const build = (/** @type {string} */ home, /** @type {string[]} */ flags) => () => {
    rmSync(out, { recursive: true, force: true })
    return { cwd: home, args: [command, 'build', '-o', out, '--quiet', '--browser', browser, ...flags] }
  }
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
    load: median([...whole.loads, ...alone.loads]),
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
 * Builds so many times, in turns, so that what else the machine does meets them alike. A first round warms the disk: it
 * is not timed, and its memory is watched.
 *
 * @param {(() => {cwd: string, args: string[]})[]} ways
 * @param {number} runs
 * @param {(index: number) => void} [afterFirst] what is built is there
 * @returns {Promise<{builds: Builds[], loads: number[]}>}
 */
async function takeTurns(ways, runs, afterFirst) {
  const seen = ways.map(() => ({ times: /** @type {number[]} */ ([]), worked: /** @type {number[]} */ ([]) }))
  /** @type {Pick<Builds, 'peak' | 'ownPeak'>[]} */
  const peaks = []
  /** @type {number[]} */
  const loads = []
  for (let round = -1; round < runs; round++)
    for (const [index, way] of ways.entries()) {
      const { cwd, args } = way()
      const { code, stderr, milliseconds, processor, peak, ownPeak } = await run(execPath, args, {
        cwd,
        memory: round < 0,
      })
      if (code !== 0) throw new Error(`trifold ${args.slice(1).join(' ')} ended with code ${code}\n${stderr}`)
      loads.push(loadavg()[0] ?? 0)
      if (round < 0) {
        peaks.push({ peak, ownPeak })
        afterFirst?.(index)
        continue
      }
      seen[index]?.times.push(milliseconds)
      if (processor !== undefined) seen[index]?.worked.push(processor)
    }
  const builds = seen.map(({ times, worked }, index) => ({
    milliseconds: median(times),
    spread: spread(times),
    processor: worked.length > 0 ? median(worked) : undefined,
    ...peaks[index],
  }))
  return { builds, loads }
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
