// @ts-check
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFDocument } from '@cantoo/pdf-lib'
import { median } from './figures.mjs'
import { repeated } from './long-article.mjs'
import { ourBuild } from './our-build.mjs'
import { pdfPeers } from './pdf-peers.mjs'
import { pdfWays } from './pdf-way.mjs'
import { processesInTurns } from './processes.mjs'

/**
 * @typedef {import('./processes.mjs').Figure & {pages?: number, bytes?: number}} PdfFigure
 * @typedef {{title: string, runs: number, figures: PdfFigure[]}} PdfTable
 */

const ours = 'Trifold: the article, finished and checked'

/**
 * Times the PDF of an article, by us and by others: cold, warm, and of a book made of it.
 *
 * @param {string} article absolute path of a Markdown file
 * @param {{runs: number, browser: string, folder: string, bookPages: number}} options a folder of its own
 * @returns {Promise<PdfTable[]>}
 */
export async function measurePdf(article, { runs, browser, folder, bookPages }) {
  const short = await prepare(article, { folder: join(folder, 'short') })
  const cold = await measureProcesses(short, browser, runs)
  const warm = await measureWarm(short, runs * 8)
  // A copy begins where the one before it ends, so that ten take fewer pages than ten times one.
  const ten = await pagesIn(writeBook(article, join(folder, 'ten'), 10), short.config)
  const times = Math.round((10 * bookPages) / ten)
  const long = await prepare(writeBook(article, join(folder, 'book'), times), {
    folder: join(folder, 'long'),
    config: short.config,
  })
  const longRuns = Math.min(runs, 3)
  const book = await measureProcesses(long, browser, longRuns)
  return [
    { title: 'One article, whole processes', runs, figures: cold },
    { title: 'One article, in a process and a browser that are warm', runs: runs * 8, figures: warm },
    { title: 'A book of it, whole processes', runs: longRuns, figures: book },
  ]
}

/**
 * The article so many times over, with its pictures beside it; its path.
 *
 * @param {string} article
 * @param {string} folder
 * @param {number} times
 */
function writeBook(article, folder, times) {
  cpSync(dirname(article), folder, { recursive: true, filter: path => extname(path) !== '.md' })
  const path = join(folder, basename(article))
  writeFileSync(path, repeated(readFileSync(article, 'utf8'), times))
  return path
}

/**
 * The article and what the others print of it.
 *
 * @typedef {{article: string, page: string, plain: string, css: string, folder: string, config: string | undefined}} Prepared
 *
 * @param {string} article
 * @param {{folder: string, config?: string | undefined}} options a config in place of the nearest
 * @returns {Promise<Prepared>}
 */
export async function prepare(article, { folder, config }) {
  mkdirSync(folder, { recursive: true })
  const ways = await pdfWays(dirname(article), config)
  try {
    const page = await ways.of(article).writePage(folder)
    const html = readFileSync(page, 'utf8')
    const css = join(folder, 'page.css')
    writeFileSync(css, [...html.matchAll(styles)].map(([, style]) => style).join('\n'))
    const plain = join(folder, 'plain.html')
    writeFileSync(plain, html.replaceAll(styles, ''))
    return { article, page, plain, css, folder, config: ways.config }
  } finally {
    await ways.close()
  }
}

/**
 * @param {Prepared} prepared
 * @param {string} browser
 * @param {number} runs
 * @returns {Promise<PdfFigure[]>}
 */
async function measureProcesses({ article, page, plain, css, folder, config }, browser, runs) {
  const out = join(folder, 'dist')
  const slug = basename(article, extname(article))
  const cwd = dirname(article)
  const configured = config ? ['--config', config] : []
  const args = [article, '-f', 'pdf', ...configured]
  const ways = [
    { ...ourBuild(ours, { args, cwd, out, browser }), made: () => readPdf(out, slug) },
    ...pdfPeers(browser).map(({ command, env, ...peer }, index) => {
      const pdf = join(folder, `peer-${index}.pdf`)
      const [program, args] = command({ page, plain, markdown: article, css, pdf, browser })
      return { ...peer, made: () => pdf, start: () => ({ program, args, cwd, ...(env ? { env } : {}) }) }
    }),
  ]
  const { figures } = await processesInTurns(ways, { runs })
  return Promise.all(
    figures.map(async (figure, index) => {
      const path = ways[index]?.made() ?? ''
      return figure.missing === undefined
        ? { ...figure, pages: await pagesOf(path), bytes: statSync(path).size }
        : figure
    }),
  )
}

/**
 * @param {Prepared} prepared
 * @param {number} runs
 * @returns {Promise<PdfFigure[]>}
 */
async function measureWarm({ article, page, config }, runs) {
  const own = await pdfWays(dirname(article), config)
  try {
    const tab = await (await own.browser()).newPage()
    const file = pathToFileURL(page).href
    const options = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }
    await tab.goto(file)
    const ways = [
      { name: ours, make: own.of(article).make },
      {
        name: 'Raw Chromium: the same page loaded and printed',
        make: async () => {
          await tab.goto(file, { waitUntil: 'load' })
          return tab.pdf(options)
        },
      },
    ]
    const times = ways.map(() => /** @type {number[]} */ ([]))
    const bytes = ways.map(() => /** @type {Uint8Array} */ (new Uint8Array()))
    const warmUp = 10
    for (let round = 0; round < warmUp + runs; round++)
      for (const [index, { make }] of ways.entries()) {
        const start = performance.now()
        bytes[index] = await make()
        if (round >= warmUp) times[index]?.push(performance.now() - start)
      }
    return Promise.all(
      ways.map(async ({ name }, index) => ({
        name,
        milliseconds: median(times[index] ?? []),
        pages: (await PDFDocument.load(bytes[index] ?? new Uint8Array())).getPageCount(),
        bytes: bytes[index]?.byteLength ?? 0,
      })),
    )
  } finally {
    await own.close()
  }
}

const styles = /<style>([\s\S]*?)<\/style>/g

/** @param {string} out @param {string} fallback */
function readPdf(out, fallback) {
  const folders = existsSync(out) ? readdirSync(out) : []
  const slug = folders.find(name => existsSync(join(out, name, `${name}.pdf`))) ?? fallback
  return join(out, slug, `${slug}.pdf`)
}

/** @param {string} article @param {string | undefined} config */
async function pagesIn(article, config) {
  const ways = await pdfWays(dirname(article), config)
  try {
    return (await PDFDocument.load(await ways.of(article).make())).getPageCount()
  } finally {
    await ways.close()
  }
}

/** @param {string} path */
async function pagesOf(path) {
  return (await PDFDocument.load(readFileSync(path), { updateMetadata: false })).getPageCount()
}
