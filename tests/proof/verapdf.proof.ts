import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Issue } from '../../pipeline/article.js'
import type { ConfigInput } from '../../pipeline/config/schema.js'
import { createPress, type Press, type ReadIssue } from '../../pipeline/press.js'
import { projectRoot } from '../support/built-samples.js'
import { evened, randomCollection } from '../support/random-issue.js'
import { randomArticle } from '../support/random-tree.js'
import { joined, samples } from '../support/rendering.js'
import { aNumber, several } from '../support/several.js'
import { issue } from '../support/tree.js'
import { findVeraPdf, runVeraPdf } from '../support/verapdf.js'

const verapdf = findVeraPdf()
const how = verapdf
  ? ''
  : ' (not run: set VERAPDF to the program of https://verapdf.org, or put it on the path)'
const fixtures = join(projectRoot, 'tests/fixtures')
const seeds = Array.from({ length: 24 }, (_, index) => index + 1)

const readOf = (of: Issue): ReadIssue => ({ issue: of, messages: [], file: 'seed.md', folder: projectRoot })

const inputs = (of: string) =>
  readdirSync(join(fixtures, of)).map(name => [
    name,
    readFileSync(join(fixtures, of, name, 'input.md'), 'utf8'),
  ])

describe.skipIf(!verapdf)(`veraPDF finds nothing against PDF/UA-1${how}`, () => {
  let folder: string
  let press: Press
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trifold-verapdf-'))
    press = pressWith()
  })
  afterAll(async () => {
    await press.close()
    rmSync(folder, { recursive: true })
  })

  /** A press of a publication with the keys that are given. */
  const pressWith = (pdf: ConfigInput['pdf'] = {}, paper: NonNullable<ConfigInput['theme']>['paper'] = {}) =>
    createPress({
      folder: projectRoot,
      config: {
        name: 'Slack Water',
        lang: 'en',
        url: 'https://slackwater.example.org',
        mergeTags: ['name'],
        pdf,
        theme: {
          fonts: { also: [{ family: 'BIZ UDPMincho', package: '@fontsource/biz-udpmincho' }] },
          paper,
        },
      },
    })

  /** Prints issues to files and holds them to the profile; what the PDF's own check finds is a failure, too. */
  async function failures(issues: readonly (readonly [name: string, read: ReadIssue])[], on = press) {
    const files: string[] = []
    const own: string[] = []
    for (const [name, read] of issues) {
      const { files: made, messages } = await on.render(read, 'pdf')
      const [pdf] = made
      own.push(...messages.filter(({ ruleId }) => ruleId === 'pdf-unfinished').map(String))
      if (!pdf) throw new Error(`No PDF of ${name}: ${messages.map(String).join('\n')}`)
      const file = join(folder, `${name}.pdf`)
      writeFileSync(file, pdf.bytes)
      files.push(file)
    }
    // `verapdf` is there: the block is skipped otherwise.
    return [...own, ...(await runVeraPdf(verapdf ?? '', files))]
  }

  test('in the samples', async () => {
    const read = samples.map(async file => [file.replace(/^.*\//, ''), await press.read(file)] as const)
    expect(await failures(await Promise.all(read))).toEqual([])
  })

  test.each(['elements', 'scripts'])('in each fixture of %s', async of => {
    const read = inputs(of).map(async ([name = '', text = '']) => {
      return [name, await press.fromMarkdown(`${text}\n`, { slug: name })] as const
    })
    expect(await failures(await Promise.all(read))).toEqual([])
  })

  test('in an article of all elements', async () => {
    const text = inputs('elements')
      .map(([, markdown]) => markdown)
      .join('\n\n')
    expect(await failures([['all', await press.fromMarkdown(text)]])).toEqual([])
  })

  describe.each<[string, ConfigInput['pdf'], NonNullable<ConfigInput['theme']>['paper']]>([
    ['a cover', { cover: true }, {}],
    ['a QR code', { qr: true }, {}],
    ['addresses after the links', { links: 'inline' }, {}],
    ['two columns on small paper', { columns: 2, size: 'A5' }, {}],
    ['a drop capital', {}, { dropCap: 3, align: 'justify' }],
    ['all of that', { cover: true, qr: true, links: 'inline', columns: 2, size: 'A5' }, { dropCap: 3 }],
  ])('with %s', (name, pdf, paper) => {
    let own: Press
    beforeAll(() => {
      own = pressWith(pdf, paper)
    })
    afterAll(() => own.close())

    // Words that are divided, a letter of several lines, and all elements after them.
    const text = `${'The harbour commissioners disagreed about internationally recognised necessities. '.repeat(20)}\n\n${inputs(
      'elements',
    )
      .map(([, markdown]) => markdown)
      .join('\n\n')}`
    const front = (title: string) => `---\ntitle: ${title}\ntoc: true\nstandfirst: Words\n---\n\n`

    test('in an article of all elements', async () => {
      const read = await own.fromMarkdown(`${front('All')}${text}`)
      expect(await failures([[`all-${name.replace(/\W+/g, '-')}`, read]], own)).toEqual([])
    })

    test('in an issue of several articles', async () => {
      const reads = await Promise.all(
        ['One', 'Two', 'Three'].map(title => own.fromMarkdown(`${front(title)}${text}`, { slug: title })),
      )
      const [first, ...more] = reads
      if (!first) throw new Error('Expected an issue')
      const read = { ...first, issue: joined(first.issue, ...more.map(({ issue }) => issue)) }
      expect(await failures([[`issue-${name.replace(/\W+/g, '-')}`, read]], own)).toEqual([])
    })
  })

  test('in random articles', async () => {
    const read = seeds.map(seed => [`seed-${seed}`, readOf(issue(evened(randomArticle(seed))))] as const)
    expect(await failures(read)).toEqual([])
  })

  test('in an issue of several articles, and in random ones', async () => {
    const read = seeds.slice(0, 12).map(seed => [`issue-${seed}`, readOf(randomCollection(seed))] as const)
    expect(await failures([['a-number', readOf(await several(aNumber))], ...read])).toEqual([])
  })

  test('and it does look: a file that only says so fails', async () => {
    const browser = await import('../pipeline/bind/pdf/browser.js').then(({ launch }) => launch())
    try {
      const page = await browser.newPage()
      await page.setContent('<!doctype html><title>T</title><p>Words')
      const file = join(folder, 'plain.pdf')
      writeFileSync(file, await page.pdf({ tagged: true }))
      expect((await runVeraPdf(verapdf ?? '', [file])).map(({ rule }) => rule)).toContain('7.1-8')
    } finally {
      await browser.close()
    }
  })
})
