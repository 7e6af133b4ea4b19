// @ts-check
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { env, execPath } from 'node:process'
import { root } from '../setup/root.mjs'
import { anthology, asArticle, asPage, asPart } from './anthology.mjs'
import { measureParts, measureWarm } from './epub-warm.mjs'
import { median } from './figures.mjs'
import { installPercollate, percollateVersion, versionOf } from './pdf-peers.mjs'
import { run } from './process.mjs'

/**
 * @typedef {{name: string, version?: string | undefined, missing?: string, milliseconds?: number, processor?: number | undefined, bytes?: number, peak?: number | undefined}} EpubFigure
 * @typedef {{title: string, runs: number, figures: EpubFigure[]}} EpubTable
 * @typedef {{name: string, version?: string | undefined, missing?: string | undefined, epub: string, start: () => [string, string[]], env?: NodeJS.ProcessEnv}} Way
 */

const command = join(root, 'build', 'bundle', 'trifold.js')
const ours = 'Trifold: checked by EPUBCheck’s rules'

/**
 * Times the EPUB of an article, by us and by others, and of an anthology of made-up chapters.
 *
 * @param {string} article absolute path of a Markdown file
 * @param {{runs: number, browser: string, folder: string, chapters: number, words: number}} options a folder of its own
 * @returns {Promise<EpubTable[]>}
 */
export async function measureEpub(article, { runs, browser, folder, chapters, words }) {
  const [pandoc, percollate] = [versionOf('pandoc'), installPercollate()]
  const peers = {
    pandoc: {
      name: 'pandoc',
      version: pandoc,
      missing: pandoc ? undefined : 'not installed: apt-get install pandoc',
    },
    percollate: {
      name: 'percollate, of web pages',
      version: percollateVersion,
      missing: percollate ? undefined : `not installed: npm install percollate@${percollateVersion}`,
      env: { ...env, PUPPETEER_EXECUTABLE_PATH: browser },
    },
  }
  const slug = basename(article, extname(article))
  const out = join(folder, 'dist')
  const path = (/** @type {string} */ name) => join(folder, name)
  const one = [
    {
      name: ours,
      epub: join(out, slug, `${slug}.epub`),
      start: () =>
        /** @type {[string, string[]]} */ ([
          execPath,
          [command, 'build', article, '-f', 'epub', '-o', out, '--quiet'],
        ]),
    },
    {
      ...peers.pandoc,
      epub: path('pandoc.epub'),
      start: () => /** @type {[string, string[]]} */ (['pandoc', [article, '-o', path('pandoc.epub')]]),
    },
  ]
  const book = writeAnthology(folder, chapters, words)
  const issue = join(root, 'scripts', 'bench', 'epub-issue.mjs')
  const many = [
    {
      name: ours,
      epub: path('ours.epub'),
      start: () => /** @type {[string, string[]]} */ ([execPath, [issue, book.articles, path('ours.epub')]]),
    },
    {
      ...peers.pandoc,
      epub: path('pandoc-book.epub'),
      start: () =>
        /** @type {[string, string[]]} */ ([
          'pandoc',
          [
            ...book.parts,
            '--metadata',
            'title=An anthology',
            '--metadata',
            'lang=en',
            '-o',
            path('pandoc-book.epub'),
          ],
        ]),
    },
    {
      ...peers.percollate,
      epub: path('percollate.epub'),
      start: () =>
        /** @type {[string, string[]]} */ ([
          execPath,
          [percollate ?? '', 'epub', '--no-sandbox', '--output', path('percollate.epub'), ...book.pages],
        ]),
    },
  ]
  const longRuns = Math.min(runs, 5)
  return [
    {
      title: 'One article, whole processes',
      runs,
      figures: await measureProcesses(one, dirname(article), runs),
    },
    {
      title: 'One article, in a process that is warm',
      runs: runs * 8,
      figures: [await measureWarm(article, runs * 8)],
    },
    {
      title: `${chapters} chapters, ${book.count.toLocaleString('en')} words, whole processes`,
      runs: longRuns,
      figures: await measureProcesses(many, folder, longRuns),
    },
    {
      title: 'The same chapters, in a process that is warm: parts of our time',
      runs: longRuns,
      figures: await measureParts(book.articles, longRuns),
    },
  ]
}

/** @param {string} folder @param {number} chapters @param {number} words */
function writeAnthology(folder, chapters, words) {
  const made = anthology(chapters, words)
  const articles = join(folder, 'articles')
  mkdirSync(articles, { recursive: true })
  const [parts, pages] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])]
  let count = 0
  for (const [index, chapter] of made.entries()) {
    const name = String(index + 1).padStart(3, '0')
    const text = asArticle(chapter)
    count += text.split(/\s+/).length
    writeFileSync(join(articles, `${name}.md`), text)
    parts.push(join(folder, `part-${name}.md`))
    pages.push(join(folder, `page-${name}.html`))
    writeFileSync(parts.at(-1) ?? '', asPart(chapter, index + 1))
    writeFileSync(pages.at(-1) ?? '', asPage(chapter))
  }
  return { articles, parts, pages, count }
}

/**
 * @param {readonly Way[]} ways
 * @param {string} cwd
 * @param {number} runs
 * @returns {Promise<EpubFigure[]>}
 */
async function measureProcesses(ways, cwd, runs) {
  const there = ways.filter(({ missing }) => !missing)
  /** @type {Map<Way, {times: number[], worked: number[], peak?: number | undefined, fault?: string}>} */
  const seen = new Map(there.map(way => [way, { times: [], worked: [] }]))
  // The first round warms the disk: it is not timed, and its memory is watched. Then they take turns.
  for (let round = -1; round < runs; round++)
    for (const [way, had] of seen) {
      if (had.fault) continue
      const [program, args] = way.start()
      const done = await run(program, args, { cwd, memory: round < 0, ...(way.env ? { env: way.env } : {}) })
      if (done.code !== 0 || !existsSync(way.epub))
        had.fault = done.stderr.trim().split('\n').at(-1) || 'it says nothing'
      else if (round < 0) had.peak = done.peak
      else {
        had.times.push(done.milliseconds)
        if (done.processor !== undefined) had.worked.push(done.processor)
      }
    }
  return ways.map(way => {
    const { name, version, missing } = way
    const { times = [], worked = [], peak, fault } = seen.get(way) ?? {}
    if (missing || fault) return { name, version, missing: missing ?? `failed: ${fault}` }
    return {
      name,
      version,
      milliseconds: median(times),
      processor: worked.length > 0 ? median(worked) : undefined,
      bytes: statSync(way.epub).size,
      peak,
    }
  })
}
