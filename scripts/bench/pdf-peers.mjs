// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, execPath } from 'node:process'
import { root } from '../setup/root.mjs'
import { names } from './aims/names.mjs'
import { packageOf, programOf } from './programs.mjs'

/**
 * What else makes a PDF: of the page that our template made, with its style sheet and its typefaces, of that page without
 * its style sheet, or of the Markdown.
 *
 * @typedef {{page: string, plain: string, markdown: string, css: string, pdf: string, browser: string}} Paths
 * @typedef {{name: string, version?: string | undefined, missing?: string | undefined, command: (paths: Paths) => [string, string[]], env?: NodeJS.ProcessEnv}} Peer
 */

/**
 * Every peer; one that is not there has `missing`, which says how to get it.
 *
 * @param {string} browser path of the browser that prints
 * @returns {Peer[]}
 */
export function pdfPeers(browser) {
  const puppeteer = JSON.parse(readFileSync(join(root, 'node_modules', 'puppeteer', 'package.json'), 'utf8'))
  const [weasyprint, pandoc] = [programOf('weasyprint'), programOf('pandoc')]
  const [percollate, paged] = [packageOf('percollate'), packageOf('pagedjs-cli')]
  const withBrowser = { ...env, PUPPETEER_EXECUTABLE_PATH: browser }
  return [
    {
      name: names.puppeteer,
      version: puppeteer.version,
      command: ({ page, pdf }) => [
        execPath,
        [join(root, 'scripts', 'bench', 'bare-puppeteer.mjs'), page, pdf, browser],
      ],
    },
    {
      name: 'WeasyPrint, the same page',
      version: weasyprint.version,
      missing: weasyprint.missing,
      command: ({ page, pdf }) => [weasyprint.path, ['--quiet', page, pdf]],
    },
    {
      name: 'pandoc and WeasyPrint, the same Markdown and style sheet',
      version: pandoc.version,
      missing: pandoc.missing ?? weasyprint.missing,
      command: ({ markdown, css, pdf }) => [
        pandoc.path,
        [markdown, '--from', 'markdown', '--to', 'html5', '--standalone', '--css', css].concat([
          '--pdf-engine',
          weasyprint.path,
          '--pdf-engine-opt',
          '--quiet',
          '--output',
          pdf,
        ]),
      ],
    },
    {
      name: 'percollate, the same page in its own style',
      version: percollate.version,
      missing: percollate.missing,
      // Its parser of CSS ends at the boxes in the margins of our pages.
      command: ({ plain, pdf }) => [
        execPath,
        [percollate.path, 'pdf', '--no-sandbox', '--output', pdf, plain],
      ],
      env: withBrowser,
    },
    {
      name: 'pagedjs-cli, the same page without its style sheet',
      version: paged.version,
      missing: paged.missing,
      // Its parser of CSS cuts `:is()` in two.
      command: ({ plain, pdf }) => [
        execPath,
        [paged.path, plain, '--output', pdf, '--browserArgs', '--no-sandbox'],
      ],
      env: withBrowser,
    },
  ]
}
