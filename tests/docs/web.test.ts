import { describe, expect, test } from 'vitest'
import { anArticle, memoryPublication } from '../support/memory-publication.js'
import { examplesOf, readPage } from './page.js'

const examples = examplesOf(readPage('docs/web.md'))
const [tree] = examples.filter(({ language }) => language === 'text')
const configs = examples.filter(({ language }) => language === 'yaml').map(({ text }) => text)

const content = {
  'content/between-tides/issue.yaml': 'title: Between tides\ndate: 2026-06-21\nnumber: 15\n',
  'content/between-tides/eel.md': anArticle('The eel'),
  'content/between-tides/bell.md': anArticle('The bell'),
}

describe('docs/web.md', () => {
  test('has a config that is built without a message, into the files that it shows', async () => {
    const [config = ''] = configs
    const publication = memoryPublication({ ...content, 'trifold.yaml': config })
    const { messages } = await publication.build([], ['epub', 'web'])
    expect(messages).toEqual([])
    const lines = (tree?.text ?? '').trimEnd().split('\n')
    const shown = lines.flatMap(line => {
      const [, indent = '', name = ''] = /^( *)(\S+)/.exec(line) ?? []
      return name.endsWith('/') ? [] : [`${indent.length > 2 ? 'between-tides/' : ''}${name}`]
    })
    // There is no browser here that prints a PDF or draws a picture.
    const made = publication.files('dist').filter(path => !path.endsWith('report.json'))
    expect(made.sort()).toEqual(shown.filter(path => !path.endsWith('.pdf')).sort())
  })

  test('names a download as it is named', async () => {
    const [config = ''] = configs
    const publication = memoryPublication({ ...content, 'trifold.yaml': config })
    await publication.build([], ['epub', 'web'])
    const [, name = ''] =
      /under a name that says what they are: `([^`]*)`/.exec(readPage('docs/web.md')) ?? []
    expect(publication.text('dist/between-tides/index.html')).toContain(
      `download="${name.replace(/pdf$/, 'epub')}"`,
    )
  })

  test('has an address with a folder, under which everything is', async () => {
    const [, below = ''] = configs
    const publication = memoryPublication({
      ...content,
      'trifold.yaml': `name: Slack Water\nlang: en\naddress: A\nemail: { unsubscribe: https://example.org/u }\n${below}`,
    })
    await publication.build()
    const { items, feed_url } = JSON.parse(publication.text('dist/feed.json'))
    expect([feed_url, items[0].url]).toEqual([
      'https://example.org/letters/feed.json',
      'https://example.org/letters/between-tides/',
    ])
  })
})
