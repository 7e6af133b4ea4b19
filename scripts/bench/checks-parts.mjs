// @ts-check
import { timed } from './timed.mjs'

/**
 * What a build made, for the checks to look at.
 *
 * @typedef {{issue: any, publication: any, renditions: readonly any[], epubJob: any, file: string}} Made
 * @typedef {import('./timed.mjs').Time} Time
 * @typedef {Time & {group: string, name: string, whole?: boolean}} Part `whole`: one of those that make up the checks of a build
 */

/**
 * The time of each check of a build by itself, with what it would be handed in a build.
 *
 * @param {any} kit the pipeline's insides
 * @param {Made} made
 * @param {number} runs
 * @returns {Promise<Part[]>}
 */
export async function measureParts(kit, made, runs) {
  /** @type {Part[]} */
  const parts = []
  for (const { work, ...named } of await checksOfBuild(kit, made))
    parts.push({ ...named, ...(await timed(work, runs)) })
  return parts
}

/** The checks of a build, ready to be done again and again. @param {any} kit @param {Made} made @returns {Promise<Check[]>} */
export const checksOfBuild = async (kit, made) => [
  ...sourceParts(kit, made),
  ...(await emailParts(kit, made)),
  ...(await bookParts(kit, made)),
  ...(await pdfParts(kit, made)),
  ...(await parityParts(kit, made)),
]

/** @typedef {{group: string, name: string, whole?: boolean, work: () => unknown}} Check */

/** @param {any} kit @param {Made} made @returns {Check[]} */
function sourceParts({ articleRules, metaRules, issueRules, checkSource }, { issue, publication }) {
  const report = () => {}
  const reportFor = () => report
  const isAlone = issue.articles[0].meta === issue.meta
  const metas = issue.articles.map((/** @type {any} */ article) => ({
    meta: article.meta,
    places: article.places,
    isOfIssue: isAlone,
  }))
  if (!isAlone) metas.push({ meta: issue.meta, isOfIssue: true })
  const group = 'Source'
  return [
    ...articleRules.map((/** @type {any} */ rule) => ({
      group,
      name: idOf(rule),
      work: () => {
        for (const article of issue.articles) rule(article, report)
      },
    })),
    ...metaRules.map((/** @type {any} */ rule) => ({
      group,
      name: idOf(rule),
      work: () => {
        for (const meta of metas) rule(meta, report)
      },
    })),
    ...issueRules.map((/** @type {any} */ rule) => ({
      group,
      name: idOf(rule),
      work: () => rule({ issue, publication, reportFor }),
    })),
    { group, name: 'all rules', whole: true, work: () => checkSource(issue, publication, reportFor) },
  ]
}

/** As the docs call a rule, from what its function is called, to which a bundler may add a number. @param {{name: string}} rule */
export const idOf = ({ name }) =>
  name.replace(/\$\d+$/, '').replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/** @param {any} kit @param {Made} made @returns {Promise<Check[]>} */
async function emailParts({ parseEmail, emailRules, checkEmail }, { renditions, publication, file }) {
  const rendition = of(renditions, 'email')
  const html = textOf(rendition, 'email.html')
  const [{ issue }] = await rendition.readings()
  const email = parseEmail(html, issue, publication)
  const group = 'Email'
  return [
    {
      group,
      name: 'parsing, which rules and parity share',
      whole: true,
      work: () => parseEmail(html, issue, publication),
    },
    ...Object.entries(emailRules).map(([name, rule]) => ({ group, name, work: () => rule(email) })),
    {
      group,
      name: 'all rules',
      whole: true,
      work: () => checkEmail({ email, placeOf: rendition.placeOf, file }),
    },
  ]
}

/** @param {any} kit @param {Made} made @returns {Promise<Check[]>} */
async function bookParts(kit, { renditions, epubJob, file }) {
  const { bookRules, checkBook, checkEpub, entrySizes, epubTemplate, defaultEpubTemplate, drawCover } = kit
  const bytes = fileOf(of(renditions, 'epub'), '.epub')
  const { asset: cover } = await drawCover(epubJob.rendering, 'book', epubJob)
  const rendering = { ...epubJob.rendering, assets: { ...epubJob.rendering.assets, cover } }
  const book = epubTemplate(rendering, defaultEpubTemplate)
  const made = { book, rendering, bytes: bytes.byteLength }
  const checked = { ...made, sizes: entrySizes(bytes) }
  const group = 'EPUB'
  return [
    ...Object.entries(bookRules).map(([name, rule]) => ({ group, name, work: () => rule(checked) })),
    {
      group,
      name: 'all rules of the book, with the sizes of its files',
      whole: true,
      work: () => checkBook({ ...made, sizes: entrySizes(bytes) }, file),
    },
    { group, name: 'EPUBCheck’s rules, in process', whole: true, work: () => checkEpub(bytes) },
  ]
}

/** @param {any} kit @param {Made} made @returns {Promise<Check[]>} */
async function pdfParts({ PDFDocument, ParseSpeeds, checkDocument, missingGlyphs }, { renditions }) {
  const pdf = await PDFDocument.load(fileOf(of(renditions, 'pdf'), '.pdf'), {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  })
  const missing = missingGlyphs(pdf)
  const group = 'PDF'
  return [
    { group, name: 'characters without a glyph', whole: true, work: () => missingGlyphs(pdf) },
    { group, name: 'PDF/UA', whole: true, work: () => checkDocument(pdf, missing) },
  ]
}

/** @param {any} kit @param {Made} made @returns {Promise<Check[]>} */
async function parityParts(kit, { renditions, issue, publication }) {
  const { checkParity, readEpub, readHtml, readPdf, readTree, parseEmail } = kit
  const { tree } = parseEmail(textOf(of(renditions, 'email'), 'email.html'), issue, publication)
  const page = fileOf(of(renditions, 'web'), 'index.html')
  const pdf = fileOf(of(renditions, 'pdf'), '.pdf')
  const book = fileOf(of(renditions, 'epub'), '.epub')
  /** Of the plain text nothing has to be read. @type {Record<string, (() => unknown) | undefined>} */
  const readers = {
    email: () => readTree(tree),
    pdf: () => readPdf(pdf),
    epub: () => readEpub(book),
    web: () => readHtml(new TextDecoder().decode(page)),
  }
  const readables = (await Promise.all(renditions.map(({ readings }) => readings?.() ?? []))).flat()
  return readables.flatMap(readable => {
    const { medium } = readable
    const group = 'Parity'
    const work = readers[medium]
    return [
      ...(work ? [{ group, name: `${medium}: reading`, whole: true, work }] : []),
      { group, name: `${medium}: comparing`, whole: true, work: () => checkParity(readable) },
    ]
  })
}

/** @param {readonly any[]} renditions @param {string} format */
const of = (renditions, format) => renditions.find(rendition => rendition.format === format)

/** @param {any} rendition @param {string} end @returns {Uint8Array} */
const fileOf = ({ files }, end) =>
  files.find((/** @type {{path: string}} */ { path }) => path.endsWith(end)).bytes

/** @param {any} rendition @param {string} end */
const textOf = (rendition, end) => new TextDecoder().decode(fileOf(rendition, end))
