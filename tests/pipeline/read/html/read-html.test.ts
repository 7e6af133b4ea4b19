import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { outline } from '../../../support/outline.js'
import { articleOfPage } from './page.js'

const page = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/html', name, 'input.html'), 'utf8')
const words =
  'The sea rises and falls twice a day, a little later each time, and nobody is in a hurry. '.repeat(4)

afterEach(() => vi.unstubAllGlobals())

test('nothing is fetched, of any page', { timeout: 60_000 }, async () => {
  const fetched = vi.fn(() => Promise.reject(new Error('fetched')))
  vi.stubGlobal('fetch', fetched)
  for (const name of ['newspaper', 'hostile', 'substack', 'mastodon']) await articleOfPage(page(name))
  expect(fetched).not.toHaveBeenCalled()
})

describe('a republished page', () => {
  test('has its counter in the record, and in no picture', async () => {
    const { article } = await articleOfPage(page('conversation-republish'))
    expect(article.meta.source?.counter).toContain('counter.theconversation.com/content/270001')
    expect(outline(article.tree)).not.toContain('count.gif')
  })

  test('of a publisher without words about a licence is not verbatim', async () => {
    const { article } = await articleOfPage(
      `<h1>Tides</h1><p>${words}</p><p>This article was originally published on <a href="https://tides.example.org">Tide Desk</a>. Read the <a href="https://tides.example.org/a/1">original article</a>.</p>`,
    )
    expect(article.meta.source).toEqual({
      name: 'Tide Desk',
      url: 'https://tides.example.org/a/1',
      republished: true,
      verbatim: false,
    })
  })

  test('is none for a sentence about something that was first published', async () => {
    const { article } = await articleOfPage(
      `<h1>Tides</h1><p>${words}</p><p>The table was first published in 1683.</p>`,
    )
    expect(article.meta.source).toBeUndefined()
    expect(outline(article.tree)).toContain('first published in 1683')
  })
})

describe('positions', () => {
  test('are those of the page that was read', async () => {
    const { article, messages } = await articleOfPage(
      `<h1>Tides</h1>\n<p>${words}</p>\n<p>A <a href="file:///x">link</a></p>`,
    )
    expect(article.tree.children[0]?.position.start.line).toBe(2)
    expect(messages).toContainEqual(expect.stringMatching(/^3:6 warning url-unsafe/))
  })
})

describe('links with numbers', () => {
  test('to a heading, or from a list of contents, are no footnotes', async () => {
    const { article } = await articleOfPage(
      `<h1>Tides</h1><ol><li><a href="#s1">1</a></li></ol><p>${words} <a href="#s1">[1]</a></p><h2 id="s1">One</h2><p>${words}</p>`,
    )
    expect(outline(article.tree)).not.toContain('noteref')
  })

  test('to a note that a link leads back from are, whatever their ids are', async () => {
    const { article } = await articleOfPage(
      `<h1>Tides</h1><p>${words}<a id="x9" href="#y9">*</a></p><div><p id="y9"><a href="#x9">*</a> In Saltmere. <a href="#x9">back</a></p></div>`,
    )
    expect(outline(article.tree)).toMatch(/noteref[\s\S]*notes\n {2}note[^\n]*\n {4}p\n {6}"In Saltmere."/)
  })

  test('keep a number that a note begins with', async () => {
    const { article } = await articleOfPage(
      `<p>${words}<sup><a href="#fn1" id="r1">1</a></sup></p><ol><li id="fn1">1 January 1888. <a href="#r1">↩</a></li></ol>`,
    )
    expect(outline(article.tree)).toContain('"1 January 1888."')
  })
})

test('metadata that cannot be right is left out with a message, and stops nothing', async () => {
  const { article, messages } = await articleOfPage(
    `<html lang="tlhingan"><head><title>Tides</title><link rel="canonical" href="//localhost"><meta property="article:published_time" content="2026-02-31"></head><body><p>${words}</p></body></html>`,
  )
  expect(article.meta.date).toBeUndefined()
  expect(messages.filter(message => message.includes('html-metadata'))).toEqual([
    'info html-metadata Unexpected `url: //localhost` in the metadata of the page, left out; it cannot be right',
    'info html-metadata Unexpected `date: 2026-02-31` in the metadata of the page, left out; it cannot be right',
    'info html-metadata Unexpected `lang: tlhingan` in the metadata of the page, left out; it cannot be right',
  ])
  expect(messages.some(message => message.startsWith('error'))).toBe(false)
})
