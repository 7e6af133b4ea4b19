// @ts-check
/**
 * `npm run bench -- [SUITE] [PATH...] [--runs N] [--json FILE] [--write]` measures; `--write` puts the figures into the
 * page of docs/ that has them, `--json` into a file.
 *
 * | SUITE | measures |
 * |---|---|
 * | none | what the project aims at, as ratios: builds of an article beside pandoc, WeasyPrint, Chromium and the others that are installed; of 100 and 1,000 made-up articles; start-up; watching. `--quick` leaves out the 100 and the 1,000, which take minutes |
 * | `--growth [ARTICLES...] [-f FORMATS]` | builds of 10, 100, 1,000 and 10,000 made-up articles, or of so many: time and memory |
 * | `--email [ARTICLE...]` | the email in a process that is warm, beside MJML alone and React Email |
 * | `--pdf [ARTICLE]` | the PDF, and a book of 220 pages made of the article, cold and warm, beside others |
 * | `--epub [ARTICLE]` | the EPUB, cold and warm, and an anthology of 200 chapters, beside others |
 * | `--issue [ARTICLES...]` | issues of 6, 20 and 60 articles, or of so many: time, bytes, memory |
 * | `--checks [ARTICLES]` | what the checks add to a build of an article, and of an issue of 20 or of so many |
 * | `--messages [ARTICLE...]` | a message to each of many readers, signed and not, beside nodemailer's composer |
 * | `--sending [READERS...]` | messages a second to a mail server on this machine, beside nodemailer's pool; memory with 1,000, 10,000 and 100,000 readers, or with so many. `--quick` leaves out the 100,000, which take minutes |
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { argv, cwd, env, exit } from 'node:process'
import { parseArgs } from 'node:util'
import { machine } from './bench/machine.mjs'
import { withSections } from './bench/sections.mjs'
import { suiteNames, suites } from './bench/suites.mjs'
import { root } from './setup/root.mjs'
import { setUp } from './setup.mjs'

const flag = /** @type {const} */ ({ type: 'boolean', default: false })
const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    runs: { type: 'string', default: '5' },
    format: { type: 'string', short: 'f' },
    write: flag,
    quick: flag,
    aims: flag,
    growth: flag,
    email: flag,
    pdf: flag,
    epub: flag,
    issue: flag,
    checks: flag,
    messages: flag,
    sending: flag,
  },
})
const [name = 'aims', ...others] = suiteNames.filter(name => values[name])
if (others.length > 0) {
  console.error(`Expected one suite, not --${[name, ...others].join(' and --')}.`)
  exit(2)
}

const { browser } = await setUp()
const { suite } = await suites[name]()
if (suite.needsBrowser && !browser) exit(2)
// npm runs us in the project's folder, wherever it was typed.
const absolute = (/** @type {string} */ path) => resolve(env.INIT_CWD ?? cwd(), path)
const folder = mkdtempSync(join(tmpdir(), 'trifold-bench-'))
try {
  const { shown, sections, figures } = await suite.measure({
    paths: positionals,
    absolute,
    sample: join(root, 'content', 'the-mill-at-nendrum.md'),
    runs: Math.max(5, Number(values.runs) || 5),
    browser: browser?.path ?? '',
    folder,
    formats: values.format,
    quick: values.quick,
    machine: machine(browser?.path),
  })
  console.log(shown)
  const page = join(root, 'docs', suite.page)
  // Only what was measured now is changed.
  if (values.write)
    writeFileSync(page, withSections(existsSync(page) ? readFileSync(page, 'utf8') : '', sections))
  if (values.json) writeFileSync(absolute(values.json), `${JSON.stringify(figures, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
exit(0)
