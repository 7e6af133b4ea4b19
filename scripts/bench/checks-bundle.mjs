// @ts-check
import { rmSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { pid } from 'node:process'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { root } from '../setup/root.mjs'

/** What the bench calls of the pipeline: none of it is exported by the package. */
const insides = {
  'pipeline/config/load.js': ['loadConfig'],
  'pipeline/world-node.js': ['nodeWorld'],
  'pipeline/read/find.js': ['sourceOf'],
  'pipeline/passage.js': ['start'],
  'pipeline/stages.js': ['readAndParse', 'render'],
  'pipeline/render/engine.js': ['startEngine'],
  'pipeline/render/renderers.js': ['renderers'],
}

/** The checks, one by one, and what they are handed. */
const checks = {
  'pipeline/check/source.js': ['articleRules', 'metaRules', 'issueRules', 'checkSource'],
  'pipeline/check/email/checked-email.js': ['parseEmail'],
  'pipeline/check/email/check-email.js': ['emailRules', 'checkEmail'],
  'pipeline/check/epub/check-book.js': ['bookRules', 'checkBook'],
  'pipeline/check/epub.js': ['checkEpub'],
  'pipeline/check/parity/check-parity.js': ['checkParity'],
  'pipeline/check/parity/read-html.js': ['readHtml', 'readTree'],
  'pipeline/check/parity/read-pdf.js': ['readPdf'],
  'pipeline/check/parity/read-epub.js': ['readEpub'],
  'pipeline/check/deep-checks.js': ['deepChecks'],
  'pipeline/bind/epub/entry-sizes.js': ['entrySizes'],
  'pipeline/bind/pdf/check.js': ['checkDocument'],
  'pipeline/bind/pdf/content/glyphs.js': ['missingGlyphs'],
  'pipeline/bind/pdf/pdf-lib.js': ['PDFDocument', 'ParseSpeeds'],
  'pipeline/render/cover.js': ['drawCover'],
  'templates/epub/epub.js': ['epubTemplate', 'defaultEpubTemplate'],
}

const reading = "({ text: '', links: [] })"

/** The same modules when nothing is checked: all that a build calls of them. */
const unchecked = {
  'pipeline/check/source.js': 'export const checkSource = () => {}',
  'pipeline/check/email/checked-email.js': 'export const parseEmail = () => ({})',
  'pipeline/check/email/check-email.js': 'export const checkEmail = async () => []',
  'pipeline/check/epub/check-book.js': 'export const checkBook = () => []',
  'pipeline/check/epub.js': 'export const checkEpub = async () => []',
  'pipeline/check/parity/check-parity.js': 'export const checkParity = () => []',
  'pipeline/check/parity/read-html.js': `export const readHtml = () => ${reading}, readTree = readHtml`,
  'pipeline/check/parity/read-pdf.js': `export const readPdf = async () => ${reading}`,
  'pipeline/check/parity/read-epub.js': `export const readEpub = () => ${reading}`,
  'pipeline/bind/epub/entry-sizes.js': 'export const entrySizes = () => new Map()',
  'pipeline/bind/pdf/check.js': 'export const checkDocument = () => []',
  'pipeline/bind/pdf/content/glyphs.js': 'export const missingGlyphs = () => []',
}

/**
 * The pipeline as it is, with its checks at hand, and the pipeline without them: both made of the compiled sources, so
 * that no product code is there for the bench alone. They lie beside the product's own bundle, as deep as it does: what
 * finds its package by its own address finds it there too.
 *
 * @returns {Promise<{whole: any, bare: any, remove: () => void}>}
 */
export async function bundled() {
  const whole = await bundle('bench-whole', { ...insides, ...checks }, {})
  const bare = await bundle('bench-bare', insides, unchecked)
  return {
    whole: await import(pathToFileURL(join(whole, 'entry.js')).href),
    bare: await import(pathToFileURL(join(bare, 'entry.js')).href),
    // Parts of them are loaded late: they stay until the last has been run.
    remove: () => {
      for (const folder of [whole, bare]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * @param {string} name
 * @param {Readonly<Record<string, readonly string[]>>} exported by module
 * @param {Readonly<Record<string, string>>} replaced modules with another text
 */
async function bundle(name, exported, replaced) {
  const entry = join(root, 'build', 'entry.js')
  const lines = Object.entries(exported).map(([path, names]) => `export { ${names} } from './${path}'`)
  const texts = new Map(Object.entries(replaced).map(([path, text]) => [join(root, 'build', path), text]))
  texts.set(entry, lines.join('\n'))
  const made = await rolldown({
    input: { entry },
    platform: 'node',
    // Packages stay what they are: no time of a warm process is spent on opening them.
    external: id => !isAbsolute(id) && !/^[.#]/.test(id),
    plugins: [
      {
        name: 'texts-of-the-bench',
        resolveId: id => (id === entry ? id : null),
        load: id => texts.get(id) ?? null,
      },
    ],
    // What a build loads late is loaded at once here.
    checks: { moduleLevelDirective: false, ineffectiveDynamicImport: false },
  })
  // A test may make its own beside a bench that runs.
  const dir = join(root, 'build', `${name}-${pid}`)
  await made.write({ dir, cleanDir: true, format: 'esm', entryFileNames: '[name].js' })
  await made.close()
  return dir
}
