// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, execPath, platform } from 'node:process'
import { root } from '../setup/root.mjs'

/**
 * What else makes a PDF: of the page that our template made, with its style sheet and its typefaces, of that page without
 * its style sheet, or of the Markdown.
 *
 * @typedef {{page: string, plain: string, markdown: string, css: string, pdf: string, browser: string}} Paths
 * @typedef {{name: string, version: string, missing?: string, command: (paths: Paths) => [string, string[]], env?: NodeJS.ProcessEnv}} Peer
 */

export const percollateVersion = '4.3.0'

/**
 * Every peer; one that is not there has `missing`, which says how to get it.
 *
 * @param {string} browser path of the browser that prints
 * @returns {Peer[]}
 */
export function pdfPeers(browser) {
  const puppeteer = JSON.parse(readFileSync(join(root, 'node_modules', 'puppeteer', 'package.json'), 'utf8'))
  const weasyprint = versionOf('weasyprint')
  const pandoc = versionOf('pandoc')
  const percollate = installPercollate()
  return [
    {
      name: 'Bare puppeteer, the same page',
      version: puppeteer.version,
      command: ({ page, pdf }) => [
        execPath,
        [join(root, 'scripts', 'bench', 'bare-puppeteer.mjs'), page, pdf, browser],
      ],
    },
    {
      name: 'WeasyPrint, the same page',
      version: weasyprint ?? '',
      ...(weasyprint ? {} : { missing: 'apt-get install weasyprint' }),
      command: ({ page, pdf }) => ['weasyprint', ['--quiet', page, pdf]],
    },
    {
      name: 'pandoc and WeasyPrint, the same Markdown and style sheet',
      version: pandoc ?? '',
      ...(pandoc && weasyprint ? {} : { missing: 'apt-get install pandoc weasyprint' }),
      command: ({ markdown, css, pdf }) => [
        'pandoc',
        [markdown, '--from', 'markdown', '--to', 'html5', '--standalone', '--css', css].concat([
          '--pdf-engine',
          'weasyprint',
          '--pdf-engine-opt',
          '--quiet',
          '--output',
          pdf,
        ]),
      ],
    },
    {
      name: 'percollate, the same page in its own style',
      version: percollateVersion,
      ...(percollate ? {} : { missing: `npm install percollate@${percollateVersion}` }),
      // Its parser of CSS ends at the boxes in the margins of our pages.
      command: ({ plain, pdf }) => [
        execPath,
        [percollate ?? '', 'pdf', '--no-sandbox', '--output', pdf, plain],
      ],
      env: { ...env, PUPPETEER_EXECUTABLE_PATH: browser },
    },
  ]
}

/** @param {string} program @returns {string | undefined} */
export function versionOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 ? /\d+(?:\.\d+)+/.exec(stdout)?.[0] : undefined
}

/** Installs it into a folder of its own. @returns {string | undefined} its program, or undefined where it cannot be had */
export function installPercollate() {
  const folder = join(root, 'node_modules', '.cache', 'trifold-bench-pdf')
  const manifest = `${JSON.stringify({ private: true, dependencies: { percollate: percollateVersion } })}\n`
  const file = join(folder, 'package.json')
  const program = join(folder, 'node_modules', 'percollate', 'cli.js')
  if (existsSync(program) && readFileSync(file, 'utf8') === manifest) return program
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, manifest)
  console.log(`Installing percollate into ${folder}`)
  const { status } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, stdio: 'inherit', shell: platform === 'win32' },
  )
  return status === 0 && existsSync(program) ? program : undefined
}
