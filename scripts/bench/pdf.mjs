// @ts-check
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { execPath } from 'node:process'
import { pathToFileURL } from 'node:url'
import { PDFDocument } from '@cantoo/pdf-lib'
import { root } from '../setup/root.mjs'
import { median } from './figures.mjs'
import { repeated } from './long-article.mjs'
import { pdfPeers } from './pdf-peers.mjs'
import { pdfWay } from './pdf-way.mjs'
import { run } from './process.mjs'

/**
 * @typedef {{name: string, version?: string | undefined, missing?: string, milliseconds?: number, pages?: number, bytes?: number, peak?: number | undefined}} PdfFigure
 * @typedef {{title: string, runs: number, figures: PdfFigure[]}} PdfTable
 */

const command = join(root, 'build', 'bundle', 'trifold.js')
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
async function prepare(article, { folder, config }) {
  mkdirSync(folder, { recursive: true })
  const way = await pdfWay(article, config)
  try {
    const page = await way.writePage(folder)
    const html = readFileSync(page, 'utf8')
    const css = join(folder, 'page.css')
    writeFileSync(css, [...html.matchAll(styles)].map(([, style]) => style).join('\n'))
    const plain = join(folder, 'plain.html')
    writeFileSync(plain, html.replaceAll(styles, ''))
    return { article, page, plain, css, folder, config: way.config }
  } finally {
    await way.close()
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
  const ways = [
    {
      name: ours,
      pdf: () => readPdf(out, slug),
      start: () => [
        execPath,
        [command, 'build', article, '-f', 'pdf', '-o', out, '--quiet', '--browser', browser].concat(
          config ? ['--config', config] : [],
        ),
      ],
    },
    ...pdfPeers(browser).map((peer, index) => {
      const pdf = join(folder, `peer-${index}.pdf`)
      return {
        ...peer,
        pdf: () => pdf,
        start: () => peer.command({ page, plain, markdown: article, css, pdf, browser }),
      }
    }),
  ]
  const times = ways.map(() => /** @type {number[]} */ ([]))
  const faults = ways.map(() => '')
  const go = async (/** @type {number} */ index, memory = false) => {
    const way = ways[index]
    if (!way || 'missing' in way || faults[index]) return undefined
    const [program, args] = /** @type {[string, string[]]} */ (way.start())
    const env = 'env' in way && way.env ? { env: way.env } : {}
    const done = await run(program, args, { cwd: dirname(article), memory, ...env })
    if (done.code !== 0 || !existsSync(way.pdf())) faults[index] = lastLine(done.stderr)
    return done
  }
  /** @type {(number | undefined)[]} */
  const peaks = []
  // What comes first warms the disk; it is not timed, and its memory is watched.
  for (const index of ways.keys()) peaks.push((await go(index, true))?.peak)
  // They take turns, so that what else the machine does meets them alike.
  for (let round = 0; round < runs; round++)
    for (const [index, list] of times.entries()) {
      const done = await go(index)
      if (done) list.push(done.milliseconds)
    }
  return Promise.all(
    ways.map(async (way, index) => {
      /** @type {PdfFigure} */
      const { name } = way
      const version = 'version' in way ? way.version : undefined
      if ('missing' in way) return { name, missing: `not installed: ${way.missing}` }
      if (faults[index]) return { name, version, missing: `failed: ${faults[index]}` }
      const path = way.pdf()
      return {
        name,
        version,
        milliseconds: median(times[index] ?? []),
        pages: await pagesOf(path),
        bytes: statSync(path).size,
        peak: peaks[index],
      }
    }),
  )
}

/**
 * @param {Prepared} prepared
 * @param {number} runs
 * @returns {Promise<PdfFigure[]>}
 */
async function measureWarm({ article, page, config }, runs) {
  const way = await pdfWay(article, config)
  try {
    const tab = await (await way.browser()).newPage()
    const file = pathToFileURL(page).href
    const options = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }
    await tab.goto(file)
    const ways = [
      { name: ours, make: way.make },
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
    await way.close()
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
  const way = await pdfWay(article, config)
  try {
    return (await PDFDocument.load(await way.make())).getPageCount()
  } finally {
    await way.close()
  }
}

/** @param {string} path */
async function pagesOf(path) {
  return (await PDFDocument.load(readFileSync(path), { updateMetadata: false })).getPageCount()
}

/** @param {string} text */
const lastLine = text => text.trim().split('\n').at(-1) ?? 'it says nothing'
