import { finding } from '../../messages.js'
import { CheckerUnavailable } from '../checker-unavailable.js'
import type { DeepCheck } from '../deep-checks.js'
import { times, together } from '../together.js'

const ace = '@daisy/ace-cli/bin/ace.js'

// Loaded before Ace, which starts puppeteer without naming a browser: puppeteer-core has none of its own.
const preload = `
const puppeteer = require('node:module').createRequire(process.env.TRIFOLD_ACE)('puppeteer')
const { launch } = puppeteer
puppeteer.launch = options =>
  launch.call(puppeteer, { ...options, executablePath: process.env.PUPPETEER_EXECUTABLE_PATH })
`

/** What Ace by DAISY has against a book, drawn in the browser: some 2 to 7 seconds. */
export const epubAccessibility: DeepCheck = async ({ rendition, file, world }) => {
  const path = world.packagePath(ace)
  if (!path)
    throw new CheckerUnavailable(
      'It needs the package @daisy/ace-cli (`npm install @daisy/ace-cli@1.4.6`) and a browser',
    )
  const book = rendition.files.find(each => each.path.endsWith('.epub'))
  if (!book) return []
  const browser = (await world.browser()).process()?.spawnfile
  if (!browser)
    throw new CheckerUnavailable('It needs a browser of this machine, and this one runs elsewhere')
  const ended = await world.runProgram({
    program: 'node',
    args: ['--require', './preload.cjs', path, '--force', '--silent', '--outdir', 'report', 'book.epub'],
    files: { 'book.epub': book.bytes, 'preload.cjs': new TextEncoder().encode(preload) },
    env: { TRIFOLD_ACE: path, PUPPETEER_EXECUTABLE_PATH: browser, ACE_TIMEOUT_INITIAL: '30000' },
    result: 'report/report.json',
  })
  if (!ended?.result)
    throw new CheckerUnavailable(`Ace gave no report: ${(ended?.stderr ?? '').trim().slice(0, 300)}`)
  const report = JSON.parse(new TextDecoder().decode(ended.result)) as Report
  const found = report.assertions.flatMap(({ 'earl:testSubject': { url }, assertions }) =>
    assertions.map(({ 'earl:test': test, 'earl:result': result }) => ({
      rule: test['dct:title'],
      words: result['dct:description'].split('\n')[0] ?? '',
      url,
    })),
  )
  return together(found, ({ rule, words, url }) => `${rule} ${words} ${url}`).map(({ first, times: count }) =>
    finding(
      'epub-accessibility',
      times(`Unexpected fault: ${first.words} (Ace: ${first.rule}, ${first.url} in the EPUB)`, count),
      { file },
    ),
  )
}

/** What is read of Ace's report. */
interface Report {
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string }
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'dct:title': string }
      readonly 'earl:result': { readonly 'dct:description': string }
    }[]
  }[]
}
