// @ts-check
/** What MJML requires and calls only for what some trees hold, by the function that it calls. */
const later = new Map([
  // For `<mj-style inline="inline">`.
  ['juice', 'default'],
  // For `<mj-html-attributes>`.
  ['cheerio', 'load'],
  // For MJML that is text, or in a component of the publication's own.
  ['mjml-parser-xml', 'default'],
])

/** What it requires and calls only when asked to minify or to indent, which it is not. */
const never = ['htmlnano', 'cssnano-preset-lite', 'js-beautify']

const mark = '\0of-mjml:'

/**
 * Folds MJML in, without nine tenths of the 900 modules that it loads, whatever it is asked: an inliner of styles, a
 * parser of HTML, minifiers. A tree that needs one of them gets it from the package, when it does.
 *
 * @type {import('rolldown').Plugin}
 */
export const mjmlInOne = {
  name: 'mjml-in-one',
  transform: {
    filter: { id: /[\\/]bind[\\/]email[\\/]mjml\.js$/ },
    handler(code) {
      // What is left is the bundler's own `require`, which folds in what it names, to be run when it is called.
      const folded = code.replace(/^const require = createRequire\(import\.meta\.url\);?$/m, '')
      if (folded === code) this.error('The line that makes `require` is not there')
      return folded
    },
  },
  resolveId: {
    filter: { id: new RegExp(`^(?:${[...later.keys(), ...never].join('|')})$`) },
    handler: (id, importer) =>
      importer && /[\\/]node_modules[\\/]mjml-core[\\/]/.test(importer) ? mark + id : null,
  },
  load: {
    filter: { id: new RegExp(`^${mark}`) },
    handler(id) {
      const name = id.slice(mark.length)
      const called = later.get(name)
      return { code: called ? loadedLater(name, called) : 'export default {}', moduleType: 'js' }
    },
  },
}

/**
 * A module with one function, which loads the package when it is called: MJML's own, wherever that is installed.
 *
 * @param {string} name
 * @param {string} called
 */
const loadedLater = (name, called) => `
import { createRequire } from 'node:module'
const core = () => createRequire(createRequire(import.meta.url).resolve('mjml')).resolve('mjml-core')
const loaded = () => createRequire(core())('${name}')
${called === 'default' ? 'export default' : `export const ${called} =`} (...given) => loaded()${called === 'default' ? '' : `.${called}`}(...given)
`
