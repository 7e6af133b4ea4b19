// @ts-check
/**
 * `npm run bench [ARTICLE] [--runs N] [--json FILE]`: the wall time of whole processes, from start to end, each
 * building into a folder of its own, beside that of Node doing nothing; and the bytes of each output.
 *
 * `npm run bench -- --email [ARTICLE...] [--runs N] [--json FILE] [--write]`: the email of articles in a process that is
 * warm, beside MJML alone and React Email; `--write` puts it into docs/benchmarks.md.
 *
 * `npm run bench -- --pdf [ARTICLE] [--runs N] [--json FILE] [--write]`: the PDF of an article, and of a book of 220 pages
 * made of it, cold and warm, beside puppeteer alone, WeasyPrint, pandoc and percollate, as far as they are installed.
 *
 * `npm run bench -- --epub [ARTICLE] [--runs N] [--json FILE] [--write]`: the EPUB of an article, cold and warm, and of an
 * anthology of 200 chapters, beside pandoc and percollate, as far as they are installed.
 *
 * `npm run bench -- --issue [ARTICLES...] [--runs N] [--json FILE] [--write]`: issues of 6, 20 and 60 articles, or of so
 * many, in all formats and in each alone: time, bytes, memory, and how they grow.
 *
 * `npm run bench -- --checks [ARTICLES] [--runs N] [--json FILE] [--write]`: what the checks add to a build of an article,
 * and of an issue of 20 or of so many, each rule by itself; and what `trifold check` adds.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { arch, argv, cwd, env, execPath, exit, platform, version } from 'node:process'
import { parseArgs } from 'node:util'
import { copyWithTitle } from './bench/article.mjs'
import { median, outputBytes, table } from './bench/figures.mjs'
import { withSections } from './bench/sections.mjs'
import { root } from './setup/root.mjs'
import { setUp } from './setup.mjs'

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    runs: { type: 'string', default: '5' },
    email: { type: 'boolean', default: false },
    pdf: { type: 'boolean', default: false },
    epub: { type: 'boolean', default: false },
    issue: { type: 'boolean', default: false },
    checks: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const runs = Math.max(5, Number(values.runs) || 5)
// npm runs us in the project's folder, wherever it was typed.
const here = env.INIT_CWD ?? cwd()
const article = resolve(here, positionals[0] ?? join(root, 'content', 'the-mill-at-nendrum.md'))
const copies = 20
const command = join(root, 'build', 'bundle', 'trifold.js')

const { browser } = await setUp()
if (values.pdf) {
  await benchPdf()
  exit(0)
}
if (values.epub) {
  await benchEpub()
  exit(0)
}
if (values.issue) {
  await benchIssue()
  exit(0)
}
if (values.checks) {
  await benchChecks()
  exit(0)
}
if (values.email) {
  await benchEmail()
  exit(0)
}
const folder = mkdtempSync(join(tmpdir(), 'trifold-bench-'))
try {
  const nothing = medianTime(() => [execPath, ['-e', '0']])
  const one = medianTime(run => build([article], run))
  const bytes = outputBytes(join(folder, `dist-${runs - 1}`))
  const many = medianTime(run => build(writeCopies(), run))
  const seconds = { nothing, one, many }
  console.log(
    `${basename(article)}, Node ${version}, ${platform} ${arch}, ${cpus().length} cores, medians of ${runs}`,
  )
  console.log(
    table([
      ['node -e 0', milliseconds(nothing)],
      ['1 article: email, PDF, EPUB', milliseconds(one)],
      [`${copies} articles: email, PDF, EPUB`, milliseconds(many)],
      ...Object.entries(bytes).map(([path, size]) => [path, `${size} bytes`]),
    ]),
  )
  if (values.json) {
    const figures = {
      node: version,
      platform,
      arch,
      cores: cpus().length,
      runs,
      milliseconds: seconds,
      bytes,
    }
    writeFileSync(resolve(here, values.json), `${JSON.stringify(figures, null, 2)}\n`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function benchEmail() {
  const { measureEmail } = await import('./bench/email.mjs')
  const { emailPage } = await import('./bench/email-page.mjs')
  const { peers } = await import('./bench/peers.mjs')
  const samples = ['the-dullest-instrument', 'forty-eight-minutes', 'the-mill-at-nendrum']
  const articles =
    positionals.length > 0
      ? positionals.map(path => resolve(here, path))
      : samples.map(slug => join(root, 'content', `${slug}.md`))
  const circumstances = { ...machine(), runs: Math.max(200, Number(values.runs) || 200) }
  const measured = []
  for (const path of articles) measured.push(await measureEmail(path, circumstances.runs))
  for (const { article, figures } of measured)
    console.log(
      table([
        [article, ''],
        ...figures.map(({ name, milliseconds, bytes }) => [
          name,
          `${milliseconds.toFixed(2)} ms${bytes === undefined ? '' : `  ${bytes} bytes`}`,
        ]),
      ]),
    )
  if (values.write) writeBenchmarks(emailPage(measured, circumstances, peers))
  if (values.json)
    writeFileSync(
      resolve(here, values.json),
      `${JSON.stringify({ ...circumstances, peers, measured }, null, 2)}\n`,
    )
}

async function benchPdf() {
  const { measurePdf } = await import('./bench/pdf.mjs')
  const { pdfSection, pdfTables } = await import('./bench/pdf-page.mjs')
  if (!browser) exit(2)
  const own = mkdtempSync(join(tmpdir(), 'trifold-bench-'))
  try {
    const tables = await measurePdf(article, { runs, browser: browser.path, folder: own, bookPages: 220 })
    console.log(pdfTables(tables))
    const load = loadavg()[2] ?? 0
    const circumstances = { ...machine(), runs, browser: browserVersion(browser.path), load }
    const name = basename(article, extname(article))
    if (values.write) writeBenchmarks(pdfSection(name, tables, circumstances))
    if (values.json)
      writeFileSync(
        resolve(here, values.json),
        `${JSON.stringify({ ...circumstances, article: name, tables }, null, 2)}\n`,
      )
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

async function benchEpub() {
  const { measureEpub } = await import('./bench/epub.mjs')
  const { epubSection, epubTables } = await import('./bench/epub-page.mjs')
  const own = mkdtempSync(join(tmpdir(), 'trifold-bench-'))
  try {
    const tables = await measureEpub(article, {
      runs,
      browser: browser?.path ?? '',
      folder: own,
      chapters: 200,
      words: 1500,
    })
    console.log(epubTables(tables))
    const circumstances = { ...machine(), runs, load: loadavg()[2] ?? 0 }
    const name = basename(article, extname(article))
    if (values.write) writeBenchmarks(epubSection(name, tables, circumstances))
    if (values.json)
      writeFileSync(
        resolve(here, values.json),
        `${JSON.stringify({ ...circumstances, article: name, tables }, null, 2)}\n`,
      )
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

async function benchIssue() {
  const { measureIssues } = await import('./bench/issue.mjs')
  const { growth, issueSection, issueTables } = await import('./bench/issue-page.mjs')
  if (!browser) exit(2)
  const sizes = positionals.length > 0 ? positionals.map(Number) : [6, 20, 60]
  const own = mkdtempSync(join(tmpdir(), 'trifold-bench-'))
  try {
    const figures = await measureIssues(sizes, { runs, words: 1200, browser: browser.path, folder: own })
    console.log(`${issueTables(figures)}\n\n${growth(figures.issues)}`)
    const circumstances = { ...machine(), runs, browser: browserVersion(browser.path) }
    if (values.write) writeBenchmarks(issueSection(figures, circumstances))
    if (values.json)
      writeFileSync(
        resolve(here, values.json),
        `${JSON.stringify({ ...circumstances, ...figures }, null, 2)}\n`,
      )
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

async function benchChecks() {
  const { measureChecks } = await import('./bench/checks.mjs')
  const { checkSection, checkTables } = await import('./bench/checks-page.mjs')
  if (!browser) exit(2)
  const articles = Math.max(3, Number(positionals[0]) || 20)
  const own = mkdtempSync(join(tmpdir(), 'trifold-bench-'))
  try {
    const figures = await measureChecks({
      runs,
      articles,
      words: 1200,
      browser: browser.path,
      folder: own,
    })
    console.log(checkTables(figures))
    const circumstances = { ...machine(), runs, browser: browserVersion(browser.path) }
    if (values.write) writeBenchmarks(checkSection(figures, circumstances))
    if (values.json)
      writeFileSync(
        resolve(here, values.json),
        `${JSON.stringify({ ...circumstances, ...figures }, null, 2)}\n`,
      )
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

/** @param {string} path */
function browserVersion(path) {
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim() || basename(path)
}

function machine() {
  return {
    processor: cpus()[0]?.model.trim() ?? 'an unknown processor',
    cores: cpus().length,
    system: `${platform} ${arch}`,
    node: version,
    date: new Date().toISOString().slice(0, 10),
  }
}

/** Only what was measured now is changed. @param {string} made Markdown */
function writeBenchmarks(made) {
  const file = join(root, 'docs', 'benchmarks.md')
  writeFileSync(file, withSections(readFileSync(file, 'utf8'), made))
}

/**
 * @param {string[]} paths
 * @param {number} run
 * @returns {[string, string[]]}
 */
function build(paths, run) {
  const out = join(folder, `dist-${run}`)
  rmSync(out, { recursive: true, force: true })
  return [execPath, [command, 'build', ...paths, '-f', 'email,pdf,epub', '-o', out, '--quiet']]
}

/** @returns {string[]} */
function writeCopies() {
  // Beside the article's own images, so that each copy is whole.
  const content = join(folder, 'content')
  mkdirSync(content, { recursive: true })
  cpSync(dirname(article), content, { recursive: true, filter: path => extname(path) !== '.md' })
  const text = readFileSync(article, 'utf8')
  return Array.from({ length: copies }, (_, place) => {
    const path = join(content, `copy-${place + 1}.md`)
    writeFileSync(path, copyWithTitle(text, place + 1))
    return path
  })
}

/**
 * @param {(run: number) => [string, string[]]} commandOf
 * @returns {number} milliseconds
 */
function medianTime(commandOf) {
  return median(
    Array.from({ length: runs }, (_, run) => {
      const [program, args] = commandOf(run)
      const start = performance.now()
      const { status, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
      const took = performance.now() - start
      if (status !== 0) {
        console.error(`${[program, ...args].join(' ')} ended with code ${status}\n${stderr}`)
        exit(1)
      }
      return took
    }),
  )
}

/** @param {number} time */
function milliseconds(time) {
  return `${Math.round(time)} ms`
}
