import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../support/cli.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('README.md')
const examples = examplesOf(page)
const example = (language: string) => examples.find(each => each.language === language)?.text ?? ''

/** Sizes differ by a byte or two from one browser to the next. */
const withoutSizes = (text: string) => text.replace(/\d[\d.]* KB/g, '… KB')

describe('README.md', () => {
  test('takes a reader from an empty folder to what it says', async () => {
    const cwd = temporaryFolder()
    mkdirSync(join(cwd, 'content'))
    writeFileSync(join(cwd, 'trifold.yaml'), example('yaml'))
    writeFileSync(join(cwd, 'content/spring-tides.md'), example('markdown'))
    const { code, stdout, stderr } = await trifold(['build'], { cwd })
    expect(stderr).toMatch(/^1 issue built in [\d.]+ s\n$/)
    expect(withoutSizes(stdout)).toBe(withoutSizes(example('text')))
    expect(code).toBe(0)
  })

  test('has a picture that is light and wide enough', async () => {
    const [, path = ''] = /!\[[^\]]{40,}\]\(([^)]+)\)/.exec(page) ?? []
    const picture = sharp(join(import.meta.dirname, '../..', path))
    const { width, format } = await picture.metadata()
    expect({ width, format }).toEqual({ width: 1600, format: 'png' })
    expect((await picture.toBuffer()).byteLength).toBeLessThan(400_000)
  })

  test('is short', () => {
    expect(page.split('\n').length).toBeLessThan(120)
  })
})
