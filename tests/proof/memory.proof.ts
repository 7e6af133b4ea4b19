import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PDFDocument } from '../../pipeline/bind/pdf/pdf-lib.js'
import { memoryOf } from '../../scripts/bench/process.mjs'
import { temporaryFolder } from '../support/cli.js'
import { type Compiled, compiled } from '../support/compiled.js'

const megabytes = (bytes: number) => Math.round(bytes / 1e6)

let program: Compiled
beforeAll(() => {
  program = compiled()
})
afterAll(() => program.remove())

const words = (paragraphs: number) =>
  'Some words of a paragraph, and *more* of them, with a note.[^n] '
    .repeat(8)
    .concat('\n\n## A heading\n\n')
    .repeat(paragraphs)
    .concat('\n[^n]: A note.\n')

/** Two hundred and fifty sections of five paragraphs. */
const book = Array.from({ length: 250 }, (_, section) =>
  `## Section ${section + 1}\n\n`.concat(
    'Some words of a paragraph, and *more* of them. '.repeat(12).concat('\n\n').repeat(5),
  ),
).join('')

/**
 * Builds so many articles of one text, and says what the process and its browser held together, over time: at so many
 * PDFs so many megabytes.
 */
async function memoryOver(
  articles: number,
  text: string,
  cwd = temporaryFolder(),
): Promise<{ done: number; held: number }[]> {
  mkdirSync(join(cwd, 'content'))
  writeFileSync(join(cwd, 'trifold.yaml'), 'name: N\nlang: en\naddress: 1 Street\n')
  for (let number = 1; number <= articles; number++)
    writeFileSync(
      join(cwd, `content/a${number}.md`),
      `---\ntitle: T${number}\ndate: 2026-05-31\ntoc: ${text === book}\n---\n\n${text}`,
    )
  const child = spawn(process.execPath, [program.command, 'build', '-f', 'pdf', '-q'], {
    cwd,
    stdio: 'ignore',
  })
  const seen: { done: number; held: number }[] = []
  while (child.exitCode === null && child.pid !== undefined) {
    const done = readdirSync(cwd).includes('dist') ? readdirSync(join(cwd, 'dist')).length : 0
    seen.push({ done, held: megabytes(memoryOf(child.pid)) })
    await setTimeout(250)
  }
  expect(child.exitCode).toBe(0)
  return seen
}

const most = (seen: readonly { held: number }[]) => Math.max(...seen.map(({ held }) => held))

describe.skipIf(process.platform !== 'linux')('memory', () => {
  test('stays level over 300 short articles', async () => {
    const seen = await memoryOver(300, words(4))
    const early = most(seen.filter(({ done }) => done <= 100))
    const late = most(seen.filter(({ done }) => done > 200))
    console.log(`300 articles: ${early} MB at most up to the 100th, ${late} MB after the 200th`)
    // While every rendition was kept to the end it went from 771 to 1,057; 656 and 657 since then.
    expect(late).toBeLessThan(early * 1.25)
    expect(late).toBeLessThan(1000)
  })

  test('stays under 1.2 gigabytes over one book of more than 200 pages', async () => {
    const cwd = temporaryFolder()
    const peak = most(await memoryOver(1, book, cwd))
    const pdf = await PDFDocument.load(readFileSync(join(cwd, 'dist/a1/a1.pdf')))
    console.log(`${pdf.getPageCount()} pages: ${peak} MB at most`)
    expect(pdf.getPageCount()).toBeGreaterThan(200)
    // 910 in the run that it was written with, 792 for a book of 280 other pages.
    expect(peak).toBeLessThan(1200)
  })
})
