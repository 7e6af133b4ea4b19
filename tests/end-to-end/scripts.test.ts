import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPress, type Press } from '../../pipeline/press.js'
import { walk } from '../../pipeline/walk.js'
import { projectRoot } from '../support/built-samples.js'
import { readPdf } from '../support/reading/text-of-pdf.js'

const fixtures = join(projectRoot, 'tests/fixtures/scripts')
const scripts = readdirSync(fixtures)

let folder: string
let press: Press
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trifold-scripts-'))
  press = createPress({
    folder: projectRoot,
    config: {
      name: 'Slack Water',
      theme: { fonts: { also: [{ family: 'BIZ UDPMincho', package: '@fontsource/biz-udpmincho' }] } },
    },
  })
})
afterAll(async () => {
  await press.close()
  rmSync(folder, { recursive: true })
})

/** Text as it is compared: one form of each letter, none of the signs for direction and joining. */
const plain = (text: string) => text.normalize('NFKC').replace(/\p{Cf}/gu, '')
/** Poppler sets points and vowels apart from their letters: there, only the letters are compared. */
const lettersOnly = (text: string) => text.replace(/[\s\p{Mark}]/gu, '')

describe.each(scripts)('an article in %s', script => {
  test('is printed in fonts that come along, and its words can be copied', async () => {
    const read = await press.fromMarkdown(readFileSync(join(fixtures, script, 'input.md'), 'utf8'))
    const { files, messages } = await press.render(read, 'pdf')
    expect(messages.map(String)).toEqual([])
    const file = join(folder, `${script}.pdf`)
    writeFileSync(file, files[0]?.bytes ?? '')
    const same = ['arabic', 'hebrew'].includes(script) ? lettersOnly : (text: string) => text
    const copied = same(plain(readPdf(file)))
    const words: string[] = []
    walk(read.issue.articles[0].tree, ({ children }) => {
      for (const child of children)
        if (child.type === 'text') words.push(...plain(child.value).split(/[\s\p{Punctuation}]+/u))
    })
    expect(words.length).toBeGreaterThan(5)
    expect(words.filter(word => !copied.includes(same(word)))).toEqual([])
  })
})
