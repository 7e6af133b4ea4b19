// @ts-check
/**
 * Makes a fresh checkout ready: packages, compiled sources, a browser. Each step looks first whether it is done
 * already, so a second run costs some hundredths of a second. Plain JavaScript on Node's own modules: it runs before
 * anything is installed.
 */
import { argv, exit } from 'node:process'
import { pathToFileURL } from 'node:url'
import { findOrGetBrowser } from './setup/browser.mjs'
import { compile } from './setup/compile.mjs'
import { checkNode } from './setup/node-version.mjs'
import { installPackages } from './setup/packages.mjs'

/** @typedef {import('./setup/browser.mjs').BrowserFound} BrowserFound */

/**
 * Runs the steps in order; ends the process with code 2 where the machine falls short, 1 where the sources do.
 *
 * @returns {Promise<{browser: BrowserFound | undefined}>} no browser where none is to be had, which has been said
 */
export async function setUp() {
  checkNode()
  installPackages()
  compile()
  return { browser: await findOrGetBrowser() }
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const { browser } = await setUp()
  exit(browser ? 0 : 2)
}
