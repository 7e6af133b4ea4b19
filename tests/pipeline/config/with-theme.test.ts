import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { themeSchema } from '../../../pipeline/config/theme-schema.js'
import {
  type TokenChanges,
  tokenAt,
  tokenFaults,
  tokenFields,
  withTokens,
} from '../../../pipeline/config/token-changes.js'
import { themeLines, withTheme } from '../../../pipeline/config/with-theme.js'
import { readYaml } from '../../../pipeline/parse/yaml-places.js'
import { defaultTokens } from '../../../templates/tokens.js'
import { randomConfig } from '../../support/random-config.js'
import { seeded } from '../../support/seeded.js'

const folder = join(import.meta.dirname, '../../fixtures/with-theme')
const read = (text: string) => readYaml(text.replace(/^\uFEFF/, ''), 1, 'core').value

describe.each(readdirSync(folder))('%s', name => {
  const file = (named: string) => readFileSync(join(folder, name, named), 'utf8')
  const before = file('before.yaml')
  const changes: TokenChanges = JSON.parse(file('changes.json'))

  test('is written as it is to be, or refused', () => {
    const after = withTheme(before, changes)
    if (existsSync(join(folder, name, 'fault.txt')))
      expect(after).toEqual({ fault: expect.stringContaining(file('fault.txt').trim()) })
    else {
      expect(after).toBe(file('after.yaml'))
      expect(read(String(after))).toEqual(withTokens(read(before), changes))
    }
  })
})

test('keeps every line of files of all kinds but for what is changed', () => {
  let written = 0
  for (let seed = 1; seed <= 400; seed += 1) {
    const { text, changes, lines } = randomConfig(seeded(seed))
    const after = withTheme(text, changes)
    if (typeof after !== 'string') throw new Error(`seed ${seed}: ${after.fault}\n${text}`)
    expect(read(after), `seed ${seed}\n${text}`).toEqual(withTokens(read(text), changes))
    expect(withoutNews(after, changes, lines), `seed ${seed}\n${after}`).toBe(text)
    written += 1
  }
  expect(written).toBe(400)
})

/** A text with the values of before in place of the new ones, and without the lines that are new. */
function withoutNews(
  after: string,
  changes: TokenChanges,
  lines: readonly { readonly path?: string; readonly text: string }[],
): string {
  const news = after.split(/(?<=\n)/)
  const kept: string[] = []
  let at = 0
  // The last line gets a line end where others come after it.
  const isLast = (line: object) => line === lines.at(-1)
  for (const line of lines) {
    const { path = ' ', text } = line
    const isChanged = Object.keys(changes).some(each =>
      path.endsWith('.') ? each.startsWith(path) : each === path,
    )
    // The value alone may be another: what is before it and after it is as it was.
    const value = path.endsWith('.') ? /\{.*\}/ : /(?<=: ?)(?:'[^']*'|"[^"]*"|[\d.]+)/
    const bare = (written: string) => (isChanged ? written.replace(value, '') : written)
    const isThis = (found: string) =>
      bare(found) === bare(text) || (isLast(line) && bare(found).trimEnd() === bare(text).trimEnd())
    const found = news.findIndex((each, index) => index >= at && isThis(each))
    if (found < 0) return `lost: ${line.text}`
    kept.push(line.text)
    at = found + 1
  }
  return kept.join('')
}

test('leaves a file as it is where nothing is changed', () => {
  expect(withTheme('\uFEFFname: x\r\n', {})).toBe('\uFEFFname: x\r\n')
})

test('gives lines to paste, which say the same', async () => {
  const changes = { 'light.accent': '#0b5c6b', 'paper.margins': [20, 25, 20, 25], 'paper.hyphens': false }
  expect(read(themeLines(changes, false))).toEqual(withTokens({}, changes))
  const code = themeLines(changes, true)
  expect(new Function(`return {${code}}`)()).toEqual(JSON.parse(JSON.stringify(withTokens({}, changes))))
})

describe('the tokens that may be changed', () => {
  test('are all that the theme has, but the list of families and what the PDF has of its own', () => {
    const paths = (value: object, above: readonly string[] = []): string[] =>
      Object.entries(value).flatMap(([key, child]) =>
        typeof child === 'object' && !Array.isArray(child)
          ? paths(child, [...above, key])
          : [[...above, key].join('.')],
      )
    const others = ['fonts.also', 'paper.sides', 'paper.columns']
    expect(tokenFields.map(({ path }) => path).sort()).toEqual(
      paths(defaultTokens)
        .filter(path => !others.includes(path))
        .sort(),
    )
    for (const { path } of tokenFields) expect(tokenAt(defaultTokens, path), path).toBeDefined()
  })

  test('are checked as the config is', () => {
    expect(tokenFaults({ 'light.accent': '#0b5c6b', 'paper.margins': [1, 2, 3, 4] })).toEqual({})
    expect(
      tokenFaults({ 'light.accent': 'teal', 'paper.margins': [1, 2, 3, 400], 'screen.width': 'wide' }),
    ).toEqual({
      'light.accent': expect.stringContaining('six hexadecimal digits'),
      'paper.margins': expect.stringContaining('at most 100'),
      'screen.width': 'expected a number, found "wide"',
    })
    expect(tokenFaults({ '__proto__.x': 1, 'light.nothing': '#000000' })).toEqual({
      '__proto__.x': 'there is no such token',
      'light.nothing': 'there is no such token',
    })
    expect(themeSchema.safeParse({}).success).toBe(true)
  })
})
