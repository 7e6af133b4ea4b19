// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { env, execPath } from 'node:process'
import { root } from '../../setup/root.mjs'
import { mjmlOf } from '../email.mjs'
import { mjmlMarkup } from '../mjml-json.mjs'
import { command, ourBuild } from '../our-build.mjs'
import { prepare } from '../pdf.mjs'
import { pdfPeers } from '../pdf-peers.mjs'
import { packageOf, programOf } from '../programs.mjs'
import { names } from './names.mjs'

/** @typedef {import('../processes.mjs').Way} Way */

/**
 * All that is started cold with one article: we, in all formats and in each, and who makes some of them.
 *
 * @param {string} article absolute path of a Markdown file
 * @param {{browser: string, folder: string}} options a folder of its own
 * @returns {Promise<{ways: Way[], pairs: [ours: string, theirs: string][]}>} `pairs`: what is compared beside the aims
 */
export async function articleWays(article, { browser, folder }) {
  const prepared = await prepare(article, { folder: join(folder, 'page') })
  const out = join(folder, 'dist')
  const to = (/** @type {string} */ name) => join(folder, name)
  const cwd = dirname(article)
  const node = (/** @type {string} */ name, /** @type {string[]} */ args) => ({
    name,
    start: () => ({ program: execPath, args, cwd }),
  })
  const build = (/** @type {string} */ name, /** @type {string} */ formats) =>
    ourBuild(name, { args: [article, '-f', formats], cwd, out, browser })
  const prints = pdfPeers(browser).map(({ name, version, missing, command, env }, index) => {
    const pdf = to(`peer-${index}.pdf`)
    const { page, plain, css } = prepared
    const [program, args] = command({ page, plain, markdown: article, css, pdf, browser })
    return {
      name,
      version,
      missing,
      made: pdf,
      start: () => ({ program, args, cwd, ...(env ? { env } : {}) }),
    }
  })
  const books = bookWays(article, { plain: prepared.plain, browser, folder })
  const mjml = await mjmlWay(article, folder)
  return {
    ways: [
      node(names.node, ['-e', '0']),
      node(names.version, [command, '--version']),
      build(names.all, 'email,pdf,epub,web'),
      build(names.email, 'email'),
      build(names.pdf, 'pdf'),
      build(names.epub, 'epub'),
      build(names.web, 'web'),
      ...pandocWays(article, folder),
      ...prints,
      ...books,
      mjml,
    ],
    pairs: [
      [names.email, mjml.name],
      [names.web, names.pandocHtml],
      ...[names.pandocEpub, ...books.map(({ name }) => name)].map(
        theirs => /** @type {[string, string]} */ ([names.epub, theirs]),
      ),
      ...prints.map(({ name }) => /** @type {[string, string]} */ ([names.pdf, name])),
    ],
  }
}

/** @param {string} article @param {string} folder @returns {Way[]} */
function pandocWays(article, folder) {
  const [pandoc, weasyprint] = [programOf('pandoc'), programOf('weasyprint')]
  const to = (/** @type {string} */ name) => join(folder, name)
  const cwd = dirname(article)
  const toHtml = {
    program: pandoc.path,
    args: [article, '--standalone', '-o', to('pandoc.html')],
    cwd,
  }
  const toEpub = { program: pandoc.path, args: [article, '-o', to('pandoc.epub')], cwd }
  // What the pictures lead to is beside the article.
  const toPdf = {
    program: weasyprint.path,
    args: ['--quiet', '--base-url', `${cwd}/`, to('pandoc.html'), to('pandoc.pdf')],
    cwd,
  }
  return [
    {
      name: names.trio,
      version: [pandoc.version, weasyprint.version].filter(Boolean).join(', '),
      missing: pandoc.missing ?? weasyprint.missing,
      start: () => [toHtml, toEpub, toPdf],
      made: to('pandoc.pdf'),
    },
    { ...pandoc, name: names.pandocHtml, start: () => toHtml, made: to('pandoc.html') },
    { ...pandoc, name: names.pandocEpub, start: () => toEpub, made: to('pandoc.epub') },
  ]
}

/** @param {string} article @param {{plain: string, browser: string, folder: string}} options @returns {Way[]} */
function bookWays(article, { plain, browser, folder }) {
  const { path, version, missing } = packageOf('percollate')
  const epub = join(folder, 'percollate.epub')
  return [
    {
      name: names.percollateEpub,
      version,
      missing,
      start: () => ({
        program: execPath,
        args: [path, 'epub', '--no-sandbox', '--output', epub, plain],
        cwd: dirname(article),
        env: { ...env, PUPPETEER_EXECUTABLE_PATH: browser },
      }),
      made: epub,
    },
  ]
}

/** MJML's own command, on what our template makes. @param {string} article @param {string} folder @returns {Promise<Way>} */
async function mjmlWay(article, folder) {
  const home = join(folder, 'mjml')
  mkdirSync(home, { recursive: true })
  const [from, made] = [join(home, 'email.mjml'), join(home, 'email.html')]
  writeFileSync(from, mjmlMarkup(await mjmlOf(article)))
  const own = join(root, 'node_modules', 'mjml')
  const { version } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'))
  const args = [join(own, 'bin', 'mjml'), from, '-o', made]
  return { name: names.mjml, version, start: () => ({ program: execPath, args, cwd: home }), made }
}
