import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../support/built-samples.js'
import { temporaryFolder, trifold } from '../support/cli.js'

/**
 * What others wrote for another program to show: badges, raw HTML, tables, anchors of GitHub, headings that skip. Each is
 * built whole, or it is said why not and where. Two of them have Chinese signs, one a rare Cyrillic letter, which no
 * font of ours has: an error of the PDF.
 */
const readmes: readonly [name: string, built: readonly string[]][] = [
  ['mjml', ['email', 'pdf', 'epub', 'web']],
  ['sharp', ['email', 'pdf', 'epub', 'web']],
  ['zod', ['email', 'pdf', 'epub', 'web']],
  ['commander', ['email', 'epub', 'web']],
  ['unified', ['email', 'pdf', 'epub', 'web']],
  ['remark-gfm', ['email', 'epub', 'web']],
  ['hastscript', ['email', 'pdf', 'epub', 'web']],
  ['nodemailer', ['email', 'pdf', 'epub', 'web']],
  ['axe-core', ['email', 'pdf', 'epub', 'web']],
  ['@cantoo/pdf-lib', ['email', 'epub', 'web']],
]

/** Rules about the whole article or a finished file. */
const wholeFile = new Set([
  'title-missing',
  'postal-address',
  'date-missing',
  'email-size',
  'preheader-missing',
  'unsubscribe-missing',
  'pdf-unfinished',
  'glyph-missing',
  'font-foreign',
])

describe.each(readmes)('the README of %s', (name, built) => {
  test('is built, or it is said why not', async () => {
    const folder = join(projectRoot, 'node_modules', name)
    const readme = readdirSync(folder).find(file => /^readme\.md$/i.test(file)) ?? 'README.md'
    const out = temporaryFolder()
    // From a folder without a config: the defaults of a lone file.
    const called = await trifold(['build', join(folder, readme), '-o', out, '--json'], { cwd: out })
    const report = JSON.parse(readFileSync(join(out, readme.replace(/\.md$/, ''), 'report.json'), 'utf8'))
    const made = Object.entries<{ state: string }>(report.formats).flatMap(([format, { state }]) =>
      state === 'built' ? [format] : [],
    )
    expect(made).toEqual(built)
    const whole = built.length === 4
    expect(called.code).toBe(whole ? 0 : 1)
    const messages = called.stdout
      .split('\n')
      .flatMap(line => (line.startsWith('{') ? [JSON.parse(line)] : []))
      .filter(({ rule }) => rule)
    expect(messages.some(({ severity }) => severity === 'error')).toBe(!whole)
    for (const { rule, reason, line, url } of messages) {
      expect(reason).not.toMatch(/\n\s+at |undefined|\[object/)
      expect(url).toContain(rule)
      // A finding in the text has its line; one of the whole article, or of the finished file, has none.
      if (!wholeFile.has(rule)) expect(line, `${rule}: ${reason}`).toBeGreaterThan(0)
    }
    expect(called.stderr).not.toMatch(/\n\s+at /)
    if (!whole) expect(messages.map(({ rule }) => rule)).toContain('glyph-missing')
  })
})
