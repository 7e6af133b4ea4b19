// @ts-check
import { Buffer } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../setup/root.mjs'

/** @param {string} path of a compiled source @returns {Promise<any>} */
const built = path => import(pathToFileURL(join(root, 'build', path)).href)

/**
 * An article on its way to the PDF in this process, in a browser that stays open.
 *
 * @typedef {object} PdfWay
 * @property {string | undefined} config
 * @property {() => Promise<Uint8Array>} make the text to the finished file, all of it
 * @property {(folder: string) => Promise<string>} writePage what Chromium is given last, as a page with its files; its path
 * @property {() => Promise<import('puppeteer').Browser>} browser
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} article absolute path of a Markdown file
 * @param {string} [file] the config, in place of the nearest
 * @returns {Promise<PdfWay>}
 */
export async function pdfWay(article, file) {
  const { nodeWorld } = await built('pipeline/world-node.js')
  const { loadConfig } = await built('pipeline/config/load.js')
  const { parse } = await built('pipeline/parse/parse.js')
  const { makeIssue } = await built('pipeline/issue/make.js')
  const { startEngine } = await built('pipeline/render/engine.js')
  const { renderIssue } = await built('pipeline/render/render-issue.js')
  const folder = dirname(article)
  const world = nodeWorld({ packageRoots: [folder] })
  const { config } = await loadConfig(world, { folder, file })
  const { publication, mergeTags, math, formats, templates } = config
  const options = {
    mergeTags,
    lang: publication.lang,
    slug: basename(article, extname(article)),
    singleDollarMath: math.singleDollar,
  }
  const engine = startEngine(world)
  const report = () => undefined
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
  const make = async () => {
    const text = Buffer.from(await world.files.read(article)).toString('utf8')
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
      root: config.root,
      configFile: config.file,
      contentRoot: folder,
      folderOf: () => folder,
      published: formats,
      file: article,
    })
    const bytes = renditions[0]?.files.at(-1)?.bytes
    if (!bytes) throw new Error(messages.map(String).join('\n'))
    return bytes
  }
  return {
    config: config.file,
    make,
    async writePage(to) {
      if (!last) await make()
      if (!last) throw new Error('Nothing was printed')
      let { html } = last
      for (const [path, { bytes }] of last.resources) {
        mkdirSync(join(to, dirname(path)), { recursive: true })
        writeFileSync(join(to, path), bytes)
        // On the disk there is no root to start from.
        html = html.replaceAll(path, `.${path}`)
      }
      const page = join(to, 'page.html')
      writeFileSync(page, html)
      return page
    },
    browser: () => world.browser(),
    close: () => world.close(),
  }
}
