// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { execPath } from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { names } from './aims/names.mjs'
import { median, spread } from './figures.mjs'
import { command, withCache } from './our-build.mjs'

/** @typedef {import('./processes.mjs').Figure} Figure */

/** The files that are waited for, in the folder. */
const files = /** @type {const} */ ({
  email: 'email.html',
  epub: 'article.epub',
  web: 'index.html',
  pdf: 'article.pdf',
})

/** Edits that only warm the process. */
const warmUps = 8

/** How long an edit may take, milliseconds. */
const patience = 60_000

/**
 * How long it takes under `trifold build --watch` from the save of an article to the new bytes of each format: a word is
 * put into its first paragraph, by writing the file over.
 *
 * @param {string} article its path
 * @param {{runs: number, browser: string}} options the browser's path
 * @returns {Promise<Figure[]>} of an edit until the last of email, EPUB and web page is there, and until the PDF is
 */
export async function measureWatch(article, options) {
  const ways = /** @type {const} */ ([
    [names.editText, ['email', 'epub', 'web']],
    [names.editPdf, ['pdf']],
  ])
  try {
    const edits = await timeEdits(article, options)
    return ways.map(([name, formats]) => {
      const times = edits.map(took => Math.max(...formats.map(format => took.get(format) ?? Number.NaN)))
      return { name, milliseconds: median(times), spread: spread(times), runs: times.length, times }
    })
  } catch (error) {
    const why = `failed: ${error instanceof Error ? error.message : error}`
    return ways.map(([name]) => ({ name, missing: why }))
  }
}

/**
 * @param {string} article
 * @param {{runs: number, browser: string}} options
 * @returns {Promise<Map<keyof typeof files, number>[]>} milliseconds to each format, edit by edit
 */
async function timeEdits(article, { runs, browser }) {
  const home = mkdtempSync(join(tmpdir(), 'trifold-watch-'))
  const source = join(home, 'content', 'article.md')
  // Its pictures beside it.
  cpSync(dirname(article), dirname(source), { recursive: true, filter: path => extname(path) !== '.md' })
  writeFileSync(join(home, 'trifold.yaml'), 'name: Slack Water\nlang: en-GB\n')
  // Its folder in the output is named by its file.
  const text = readFileSync(article, 'utf8').replace(/^slug:.*\n/m, '')
  writeFileSync(source, text)
  const watch = spawn(execPath, [command, 'build', source, '--watch', '--json', '--browser', browser], {
    cwd: home,
    // Texts that an earlier measurement built would not be built again.
    env: withCache(join(home, 'cache')),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let built = 0
  watch.stdout.setEncoding('utf8').on('data', (/** @type {string} */ said) => {
    built += said.split('{"built"').length - 1
  })
  const settled = async (/** @type {number} */ times) => {
    for (const start = performance.now(); built < times; await setTimeout(5))
      if (watch.exitCode !== null || performance.now() - start > patience)
        throw new Error('trifold build --watch does not build')
  }
  try {
    await settled(1)
    const edits = []
    for (let run = -warmUps; run < runs; run++) {
      const took = await edit(join(home, 'dist', 'article'), () =>
        writeFileSync(source, withWord(text, `edited${run + warmUps}`)),
      )
      await settled(run + warmUps + 2)
      if (run >= 0) edits.push(took)
    }
    return edits
  } finally {
    watch.kill('SIGTERM')
    if (watch.exitCode === null) await once(watch, 'exit')
    rmSync(home, { recursive: true, force: true })
  }
}

/**
 * Saves, and looks again and again until each file is another.
 *
 * @param {string} folder
 * @param {() => void} save
 * @returns {Promise<Map<keyof typeof files, number>>} milliseconds
 */
async function edit(folder, save) {
  const formats = /** @type {(keyof typeof files)[]} */ (Object.keys(files))
  const inode = (/** @type {keyof typeof files} */ format) => statSync(join(folder, files[format])).ino
  const before = new Map(formats.map(format => [format, inode(format)]))
  /** @type {Map<keyof typeof files, number>} */
  const took = new Map()
  const start = performance.now()
  save()
  while (took.size < formats.length) {
    await setTimeout(1)
    for (const format of formats)
      if (!took.has(format) && inode(format) !== before.get(format))
        took.set(format, performance.now() - start)
    if (performance.now() - start > patience)
      throw new Error(`Only ${[...took.keys()].join(', ')} came in time`)
  }
  return took
}

/**
 * The text with a word at the start of its first paragraph.
 *
 * @param {string} text
 * @param {string} word
 */
function withWord(text, word) {
  const at = /^---\n[\s\S]*?\n---\n+/.exec(text)?.[0].length ?? 0
  return `${text.slice(0, at)}${word} ${text.slice(at)}`
}
