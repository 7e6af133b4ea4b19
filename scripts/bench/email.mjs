// @ts-check
import { Buffer } from 'node:buffer'
import { basename, dirname, extname, join } from 'node:path'
import { env } from 'node:process'
import { pathToFileURL } from 'node:url'
import { root } from '../setup/root.mjs'
import { median } from './figures.mjs'
import { mjmlJson } from './mjml-json.mjs'
import { loadPeers } from './peers.mjs'
import { reactEmail } from './react-email.mjs'

/**
 * What was measured of one way to make an email's HTML.
 *
 * @typedef {{name: string, milliseconds: number, bytes: number | undefined}} EmailFigure
 * @typedef {{article: string, figures: EmailFigure[]}} EmailFigures
 * @typedef {{name: string, run: () => Promise<string | undefined>}} Way
 */

/** Rounds before any is measured: by then the compiler of JavaScript has done its work. */
const warmUp = 60

/**
 * The time that the email of an article takes once all is loaded, and the bytes of its HTML, by each way to make it. The
 * ways take turns, so that what else the machine does meets them alike.
 *
 * @param {string} article absolute path of a Markdown file
 * @param {number} runs how often each way is measured
 * @returns {Promise<EmailFigures>}
 */
export async function measureEmail(article, runs) {
  // React checks what it is given unless it is told that this is production.
  env.NODE_ENV = 'production'
  const ways = [...(await ourWays(article)), ...(await mjmlAlone(article)), ...(await reactWay(article))]
  const times = ways.map(() => /** @type {number[]} */ ([]))
  const bytes = ways.map(() => /** @type {number | undefined} */ (undefined))
  for (let round = 0; round < warmUp + runs; round++) {
    for (let turn = 0; turn < ways.length; turn++) {
      // Another begins each round: what one leaves for the collector of garbage is not always the same one's to pay.
      const index = (round + turn) % ways.length
      const way = ways[index]
      if (!way) continue
      const start = performance.now()
      const html = await way.run()
      const took = performance.now() - start
      if (round >= warmUp) times[index]?.push(took)
      bytes[index] = html === undefined ? undefined : Buffer.byteLength(html)
    }
  }
  return {
    article: basename(article, extname(article)),
    figures: ways.map(({ name }, index) => ({
      name,
      milliseconds: median(times[index] ?? []),
      bytes: bytes[index],
    })),
  }
}

/** @param {string} path of a compiled source @returns {Promise<any>} */
const built = path => import(pathToFileURL(join(root, 'build', path)).href)

/** @type {Map<string, Promise<any>>} */
const renderings = new Map()

/** What the email's template is handed for the article, made once. @param {string} article */
function renderingOf(article) {
  const known = renderings.get(article) ?? makeRendering(article)
  renderings.set(article, known)
  return known
}

/** @param {string} article */
async function makeRendering(article) {
  const { nodeWorld } = await built('pipeline/world-node.js')
  const { loadConfig } = await built('pipeline/config/load.js')
  const { parse } = await built('pipeline/parse/parse.js')
  const { makeIssue } = await built('pipeline/issue/make.js')
  const { prepareAssets } = await built('pipeline/assets/prepare.js')
  const { linksFor } = await built('pipeline/render/links.js')
  const { wordsIn } = await built('templates/words.js')
  const folder = dirname(article)
  const world = nodeWorld({ packageRoots: [folder] })
  const { config } = await loadConfig(world, { folder })
  const { publication, mergeTags, math, formats } = config
  const text = Buffer.from(await world.files.read(article)).toString('utf8')
  const options = {
    mergeTags,
    lang: publication.lang,
    slug: basename(article, extname(article)),
    singleDollarMath: math.singleDollar,
  }
  const report = () => undefined
  const issue = await makeIssue(parse(text, options, report), { publication, env: {}, file: article }, report)
  const { tokens, logo } = publication
  const assets = await prepareAssets(issue, ['email'], {
    world,
    contentRoot: folder,
    folderOf: () => folder,
    tokens,
    logo: logo && { src: logo.src, folder: config.root, file: config.file },
  })
  // All that was to be drawn is drawn: its browser would keep the process.
  await world.close()
  const rendering = {
    publication,
    issue,
    tokens,
    words: wordsIn(issue.lang),
    assets: assets.for('email'),
    links: linksFor('email', issue, publication, formats),
  }
  return { rendering, mergeTags, file: article }
}

/** @param {string} article @returns {Promise<Way[]>} */
async function ourWays(article) {
  const { emailTemplate } = await built('templates/email/email.js')
  const { mailedHtml } = await built('pipeline/bind/email/bind.js')
  const { renderEmail } = await built('pipeline/render/email.js')
  const { withTokens } = await built('pipeline/render/email/tags.js')
  const { rendering: given, mergeTags, file } = await renderingOf(article)
  const images = given.assets.images
  return [
    {
      name: 'Trifold: template and HTML',
      run() {
        const mjml = emailTemplate(withTokens(given, mergeTags))
        return mailedHtml({ mjml, images, attachImages: false })
      },
    },
    {
      name: 'Trifold: HTML, text and message, sized and checked',
      async run() {
        await renderEmail({ rendering: given, templates: {}, mergeTags, file })
        return undefined
      },
    },
  ]
}

/** What our template makes of an article, with its words in it. @param {string} article */
export async function mjmlOf(article) {
  const { emailTemplate } = await built('templates/email/email.js')
  const { rendering } = await renderingOf(article)
  return mjmlJson(emailTemplate(rendering))
}

/** @param {string} article @returns {Promise<Way[]>} */
async function mjmlAlone(article) {
  const { emailTemplate } = await built('templates/email/email.js')
  const { default: mjml2html } = await import('mjml')
  const { rendering } = await renderingOf(article)
  const options = { validationLevel: 'strict', fonts: {}, keepComments: false }
  const compile = async (/** @type {object} */ json) =>
    (await mjml2html(/** @type {any} */ (json), /** @type {any} */ (options))).html
  const json = JSON.stringify(mjmlJson(emailTemplate(rendering)))
  return [
    { name: 'MJML 5, the same template, unmasked', run: () => compile(mjmlJson(emailTemplate(rendering))) },
    // The compiler fills in what it is given: it gets a tree of its own each time.
    { name: 'MJML 5, the same tree as JSON', run: () => compile(JSON.parse(json)) },
  ]
}

/** @param {string} article @returns {Promise<Way[]>} */
async function reactWay(article) {
  const peers = await loadPeers()
  if (!peers) return []
  const { rendering } = await renderingOf(article)
  const { react, components, render } = peers
  return [
    { name: 'React Email, the same article', run: () => render(reactEmail(react, components, rendering)) },
  ]
}
