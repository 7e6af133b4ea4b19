import { h } from 'hastscript'
import { describe, expect, test } from 'vitest'
import type { Article, Correction } from '../../pipeline/article.js'
import { updateOf } from '../../templates/corrections.js'
import { defaultEmailTemplate } from '../../templates/email/email.js'
import { pasteTemplate } from '../../templates/email/paste/paste.js'
import { textTemplate } from '../../templates/email/text/text.js'
import { defaultEpubTemplate } from '../../templates/epub/epub.js'
import { defaultPrintTemplate, printTemplate } from '../../templates/print/print.js'
import type { Rendering } from '../../templates/rendering.js'
import { defaultWebTemplate, webTemplate } from '../../templates/web/web.js'
import { issueOf, joined, renderingOf } from '../support/rendering.js'
import { saidIn } from './said-in.js'

const corrected = (front: string) =>
  issueOf(`---\ntitle: Title\n${front}corrections: { date: 2026-04-03, text: It was 1907. }\n---\n\nText.\n`)

test.each([
  ['en-GB', 'Corrected 3 April 2026', 'Correction, 3 April 2026: It was 1907.'],
  ['de', 'Korrigiert am 3. April 2026', 'Korrektur vom 3. April 2026: It was 1907.'],
  ['fr', 'Corrigé le 3 avril 2026', 'Correction du 3 avril 2026: It was 1907.'],
  ['es', 'Corregido el 3 de abril de 2026', 'Corrección del 3 de abril de 2026: It was 1907.'],
  ['ar', 'صُحِّح في 3 أبريل 2026', 'تصحيح بتاريخ 3 أبريل 2026: It was 1907.'],
  ['nl', 'Corrected 3 april 2026', 'Correction, 3 april 2026: It was 1907.'],
])('an article in %s says that it was corrected', async (lang, line, notice) => {
  const issue = await corrected(`lang: ${lang}\n`)
  for (const text of [
    saidIn(webTemplate(renderingOf(issue, 'web'))),
    saidIn(printTemplate(renderingOf(issue, 'pdf'))),
    saidIn(pasteTemplate(renderingOf(issue, 'email'))),
    textTemplate(renderingOf(issue, 'email')),
  ])
    expect(text.replace(/[\s\u200E\u200F]+/g, ' ')).toMatch(new RegExp(`${line}.*Text\\..*${notice}`))
})

describe('the corrections of an issue', () => {
  const ofIssue: Correction[] = [
    { date: '2026-05-01', text: 'The season was wrong.' },
    { date: '2026-03-01', text: 'The number was wrong.' },
  ]
  const withIssue = async (...more: Article[]): Promise<Rendering> => {
    const { articles, ...issue } = await corrected('lang: en-GB\n')
    const meta = { ...issue.meta, corrections: ofIssue }
    return renderingOf({ ...issue, meta, articles: [articles[0], ...more] }, 'web')
  }
  const notices = (text: string) => [...text.matchAll(/Correction, .*?\./g)].map(([notice]) => notice)

  test('of one article are told of with its own, the newest first', async () => {
    const said = saidIn(webTemplate(await withIssue()))
    expect(notices(said.slice(said.indexOf('Text.')))).toEqual([
      'Correction, 1 May 2026: The season was wrong.',
      'Correction, 3 April 2026: It was 1907.',
      'Correction, 1 March 2026: The number was wrong.',
    ])
    expect(said).toContain('Corrected 1 May 2026')
  })

  test('of several articles stand before all of them', async () => {
    const { articles } = joined(await corrected('lang: en-GB\n'), await issueOf('# Other\n\nWords.'))
    const said = saidIn(webTemplate(await withIssue(...articles.slice(1))))
    expect(notices(said.slice(0, said.indexOf('Text.')))).toHaveLength(2)
    expect(notices(said.slice(said.indexOf('Text.')))).toEqual(['Correction, 3 April 2026: It was 1907.'])
  })
})

test('a publication has parts of its own in place of ours', async () => {
  const rendering = renderingOf(await corrected('lang: en-GB\n'), 'web')
  const own = { corrected: () => [h('p', 'We erred.')], corrections: () => [h('p', 'It was not 1970.')] }
  const said = saidIn(
    webTemplate(rendering, { ...defaultWebTemplate, layout: { ...defaultWebTemplate.layout, ...own } }),
  )
  expect(said).toMatch(/We erred\..*Text\..*It was not 1970\./s)
  expect(said).not.toMatch(/Correct|1907/)
  for (const { layout } of [defaultEmailTemplate, defaultEpubTemplate, defaultPrintTemplate])
    expect(layout).toMatchObject({
      corrected: expect.any(Function),
      corrections: expect.any(Function),
      issueCorrections: expect.any(Function),
    })
})

test.each([
  ['2026-04-02', '2026-04-02'],
  ['2026-04-03T10:00:00Z', undefined],
  ['2026-02-12', undefined],
])('a change on %s is told as one on %s', async (updated, told) => {
  const [{ meta }] = (await corrected('date: 2026-02-12\n')).articles
  expect(updateOf({ ...meta, updated })).toBe(told)
})
