// @ts-check
import { dirname, join } from 'node:path'

const forPuppeteer = '\0browsers-for-puppeteer:'
const asking = '\0browsers-asking:'

/**
 * What puppeteer takes of the package that also downloads and unpacks browsers: starting one. The rest, with its proxies
 * and archives 1.7 MB, is loaded when it is called.
 *
 * @type {import('rolldown').Plugin}
 */
export const browsersLater = {
  name: 'browsers-later',
  async resolveId(id, importer) {
    if (id === '@puppeteer/browsers' && importer && /[\\/]puppeteer[\\/]lib[\\/]/.test(importer)) {
      const whole = await this.resolve(id, importer)
      return whole && forPuppeteer + dirname(whole.id)
    }
    // What asks hosts for the newest build, beside the folders that a build is found in.
    if (id === '../httpUtil.js' && importer && /[\\/]browser-data[\\/]/.test(importer))
      return asking + join(dirname(importer), id)
    return null
  },
  load: {
    filter: { id: new RegExp(`^(?:${forPuppeteer}|${asking})`) },
    handler(id) {
      const [kind = '', path = ''] = id.split(/(?<=:)(.*)/s)
      return { code: kind === asking ? httpLater(path) : launching(path), moduleType: 'js' }
    },
  },
}

/** @param {string} folder of the package's modules */
function launching(folder) {
  const from = (/** @type {string} */ file) => JSON.stringify(join(folder, file))
  return `
export * from ${from('launch.js')}
export * from ${from('browser-data/browser-data.js')}
export * from ${from('detectPlatform.js')}
${later(from('install.js'), ['getInstalledBrowsers', 'uninstall'])}`
}

/** @param {string} file */
const httpLater = file => later(JSON.stringify(file), ['getJSON', 'getText'])

/** Functions that give promises, of a module that is loaded when one is called. @param {string} module @param {string[]} names */
const later = (module, names) =>
  names
    .map(name => `export const ${name} = async (...given) => (await import(${module})).${name}(...given)`)
    .join('\n')
