// @ts-check
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { env, execPath } from 'node:process'
import { root } from '../setup/root.mjs'
import { anthology, asArticle, asPage, asPart } from './anthology.mjs'
import { measureParts, measureWarm } from './epub-warm.mjs'
import { ourBuild } from './our-build.mjs'
import { processesInTurns } from './processes.mjs'
import { packageOf, programOf } from './programs.mjs'

/**
 * @typedef {import('./processes.mjs').Figure & {bytes?: number}} EpubFigure
 * @typedef {{title: string, runs: number, figures: EpubFigure[]}} EpubTable
 * @typedef {import('./processes.mjs').Way & {made: string}} EpubWay
 */

const ours = 'Trifold: checked by EPUBCheck’s rules'

/**
 * Times the EPUB of an article, by us and by others, and of an anthology of made-up chapters.
 *
 * @param {string} article absolute path of a Markdown file
 * @param {{runs: number, browser: string, folder: string, chapters: number, words: number}} options a folder of its own
 * @returns {Promise<EpubTable[]>}
 */
export async function measureEpub(article, { runs, browser, folder, chapters, words }) {
  const [pandoc, percollate] = [programOf('pandoc'), packageOf('percollate')]
  const slug = basename(article, extname(article))
  const out = join(folder, 'dist')
  const path = (/** @type {string} */ name) => join(folder, name)
  const cwd = dirname(article)
  /** @type {EpubWay[]} */
  const one = [
    {
      ...ourBuild(ours, { args: [article, '-f', 'epub'], cwd, out, browser }),
      made: join(out, slug, `${slug}.epub`),
    },
    {
      ...peer('pandoc', pandoc),
      made: path('pandoc.epub'),
      start: () => ({ program: pandoc.path, args: [article, '-o', path('pandoc.epub')], cwd }),
    },
  ]
  const book = writeAnthology(folder, chapters, words)
  const issue = join(root, 'scripts', 'bench', 'epub-issue.mjs')
  const named = ['--metadata', 'title=An anthology', '--metadata', 'lang=en']
  /** @type {EpubWay[]} */
  const many = [
    {
      name: ours,
      made: path('ours.epub'),
      start: () => ({ program: execPath, args: [issue, book.articles, path('ours.epub')], cwd: folder }),
    },
    {
      ...peer('pandoc', pandoc),
      made: path('pandoc-book.epub'),
      start: () => ({
        program: pandoc.path,
        args: [...book.parts, ...named, '-o', path('pandoc-book.epub')],
        cwd: folder,
      }),
    },
    {
      ...peer('percollate, of web pages', percollate),
      made: path('percollate.epub'),
      start: () => ({
        program: execPath,
        args: [percollate.path, 'epub', '--no-sandbox', '--output', path('percollate.epub'), ...book.pages],
        cwd: folder,
        env: { ...env, PUPPETEER_EXECUTABLE_PATH: browser },
      }),
    },
  ]
  const longRuns = Math.min(runs, 5)
  return [
    {
      title: 'One article, whole processes',
      runs,
      figures: await measureProcesses(one, runs),
    },
    {
      title: 'One article, in a process that is warm',
      runs: runs * 8,
      figures: [await measureWarm(article, runs * 8)],
    },
    {
      title: `${chapters} chapters, ${book.count.toLocaleString('en')} words, whole processes`,
      runs: longRuns,
      figures: await measureProcesses(many, longRuns),
    },
    {
      title: 'The same chapters, in a process that is warm: parts of our time',
      runs: longRuns,
      figures: await measureParts(book.articles, longRuns),
    },
  ]
}

/** @param {string} name @param {import('./programs.mjs').Program} program */
const peer = (name, { version, missing }) => ({ name, version, missing })

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
 * @param {readonly EpubWay[]} ways
 * @param {number} runs
 * @returns {Promise<EpubFigure[]>}
 */
async function measureProcesses(ways, runs) {
  const { figures } = await processesInTurns(ways, { runs })
  return figures.map((figure, index) =>
    figure.missing === undefined ? { ...figure, bytes: statSync(ways[index]?.made ?? '').size } : figure,
  )
}
