// @ts-check
import { exit, stderr } from 'node:process'
import { progressLine } from './progress.mjs'

/** @typedef {import('../../pipeline/browser/found.js').BrowserFound} BrowserFound */

/**
 * Finds a browser or gets one. Says so where there is none to be had, and goes on without: only the PDF needs it.
 *
 * @returns {Promise<BrowserFound | undefined>}
 */
export async function findOrGetBrowser() {
  const { findBrowser } = await compiled('find')
  const { nodeBrowserHost } = await compiled('host')
  try {
    const found = await findBrowser(nodeBrowserHost())
    if (found.found) return found
  } catch (error) {
    // A path that someone set and that leads nowhere: theirs to mend, not ours to go round.
    console.error(messageOf(error))
    exit(2)
  }
  const { installBrowser } = await compiled('install')
  const progress = progressLine(stderr, 'chrome-headless-shell')
  try {
    const browser = await installBrowser({
      onProgress: progress.show,
      onNote: line => {
        progress.end()
        console.log(line)
      },
    })
    progress.end()
    console.log(`Got a browser: ${browser.path}`)
    return browser
  } catch (error) {
    progress.end()
    console.error(messageOf(error))
    return undefined
  }
}

/**
 * @template {'find' | 'host' | 'install'} Name
 * @param {Name} name
 * @returns {Promise<{
 *   find: typeof import('../../pipeline/browser/find.js'),
 *   host: typeof import('../../pipeline/browser/host.js'),
 *   install: typeof import('../../pipeline/browser/install.js'),
 * }[Name]>}
 */
function compiled(name) {
  return import(new URL(`../../build/pipeline/browser/${name}.js`, import.meta.url).href)
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error)
}
