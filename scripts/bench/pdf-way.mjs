// @ts-check
import { Buffer } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../setup/root.mjs'

/** @param {string} path of a compiled source @returns {Promise<any>} */
const built = path => import(pathToFileURL(join(root, 'build', path)).href)

/**
 * Articles of a folder on their way to the PDF in this process, in a browser that stays open.
 *
 * @typedef {object} PdfWays
 * @property {string | undefined} config
 * @property {(article: string) => PdfWay} of
 * @property {() => Promise<import('puppeteer').Browser>} browser
 * @property {() => Promise<void>} close
 *
 * One of them.
 *
 * @typedef {object} PdfWay
 * @property {() => Promise<Uint8Array>} make the text to the finished file, all of it
 * @property {(folder: string, name?: string) => Promise<string>} writePage what Chromium is given last, as a page, `page.html` by default, with its files; its path
 */

/**
 * @param {string} folder absolute path of that of the articles
 * @param {string} [file] the config, in place of the nearest
 * @returns {Promise<PdfWays>}
 */
export async function pdfWays(folder, file) {
  const { nodeWorld } = await built('pipeline/world-node.js')
  const { loadConfig } = await built('pipeline/config/load.js')
  const { startEngine } = await built('pipeline/render/engine.js')
  const world = nodeWorld({ packageRoots: [folder] })
  const { config } = await loadConfig(world, { folder, file })
  const engine = startEngine(world)
  const makePdf = await pdfMaker(world, config)
  return {
    config: config.file,
    of(article) {
      /** @type {{html: string, resources: ReadonlyMap<string, {bytes: Uint8Array}>} | undefined} */
      let last
      const printer = async () => {
        const real = await engine.printer()
        return {
          ...real,
          print(/** @type {string} */ html, /** @type {any} */ resources, /** @type {any[]} */ ...rest) {
            last = { html, resources }
            return real.print(html, resources, ...rest)
          },
        }
      }
      const make = () => makePdf(article, printer)
      return {
        make,
        async writePage(to, name = 'page.html') {
          if (!last) await make()
          if (!last) throw new Error('Nothing was printed')
          let { html } = last
          for (const [path, { bytes }] of last.resources) {
            mkdirSync(join(to, dirname(path)), { recursive: true })
            writeFileSync(join(to, path), bytes)
            // On the disk there is no root to start from.
            html = html.replaceAll(path, `.${path}`)
          }
          const page = join(to, name)
          writeFileSync(page, html)
          return page
        },
      }
    },
    browser: () => world.browser(),
    close: () => world.close(),
  }
}

/** From an article's path to its PDF. @param {any} world @param {any} config */
async function pdfMaker(world, { publication, mergeTags, math, formats, templates, root, file }) {
  const { parse } = await built('pipeline/parse/parse.js')
  const { makeIssue } = await built('pipeline/issue/make.js')
  const { renderIssue } = await built('pipeline/render/render-issue.js')
  const report = () => undefined
  /** @param {string} article @param {() => Promise<unknown>} printer @returns {Promise<Uint8Array>} */
  return async (article, printer) => {
    const folder = dirname(article)
    const text = Buffer.from(await world.files.read(article)).toString('utf8')
    const options = {
      mergeTags,
      lang: publication.lang,
      slug: basename(article, extname(article)),
      singleDollarMath: math.singleDollar,
    }
    const issue = await makeIssue(
      parse(text, options, report),
      { publication, env: {}, file: article },
      report,
    )
    const { renditions, messages } = await renderIssue(issue, ['pdf'], {
      world,
      printer,
      publication,
      templates,
      mergeTags,
      root,
      configFile: file,
      contentRoot: folder,
      folderOf: () => folder,
      published: formats,
      file: article,
    })
    const bytes = renditions[0]?.files.at(-1)?.bytes
    if (!bytes) throw new Error(messages.map(String).join('\n'))
    return bytes
  }
}
