import { beforeAll, describe, expect, test } from 'vitest'
import type { Issue } from '../../../../pipeline/article.js'
import { checkParity } from '../../../../pipeline/check/parity/check-parity.js'
import { messageParity } from '../../../../pipeline/check/parity/message.js'
import { readHtml } from '../../../../pipeline/check/parity/read-html.js'
import { createPress } from '../../../../pipeline/press.js'
import type { Rendition } from '../../../../pipeline/render/rendition.js'
import { memoryWorld } from '../../../../pipeline/world-memory.js'
import { worded } from '../../../support/article.js'

const source = `---
title: The mill
description: How a mill is driven by the moon.
authors: [{ name: Ishbel Tarrant, affiliation: University of Saltmere }]
---

The tide comes in twice a day.[^1]

It goes out [twice](https://example.org/ebb), too.

![A mill beside a weir](images/missing.png)

| Hour | Height |
|---|---|
| One | 1.2 m |
| Two | 2.4 m |

- First
- Second

[^1]: Nearly always.
`
const press = createPress({ config: { name: 'Slack Water', lang: 'en', address: '1 Street' } })
const decoder = new TextDecoder()
let issue: Issue
let email: Rendition
let page: string
beforeAll(async () => {
  const read = await press.fromMarkdown(source)
  issue = read.issue
  email = await press.render(read, 'email')
  const web = await press.render(read, 'web')
  page = decoder.decode(web.files.find(({ path }) => path === 'index.html')?.bytes)
})

/** What is found in a page that was changed. */
const found = (from: string | RegExp, to: string): string[] => {
  expect(page).toMatch(from)
  return checkParity({ medium: 'web', reading: readHtml(page.replace(from, to)), issue }).map(worded)
}

describe('a web page that lacks something', () => {
  test('nothing is lost of the page as it is', () => {
    expect(checkParity({ medium: 'web', reading: readHtml(page), issue })).toEqual([])
  })

  test.each([
    ['a word', 'comes in twice', 'comes twice', '7:1', 'The tide comes in twice a day.'],
    ['a paragraph', 'It goes out', 'It comes', '9:1', 'It goes out twice, too.'],
    ['an alternative text', />A mill beside a weir</, '><', '11:1', 'A mill beside a weir'],
    ['a cell', '2.4 m', '', '16:9', '2.4 m'],
    ['a note', 'Nearly always.', '', '21:7', 'Nearly always.'],
    ['a title', />The mill</g, '>The wheel<', '2:8', 'The mill'],
    ['an institution', /University of Saltmere/g, '', '4:10', 'University of Saltmere'],
  ])('%s', (_, from, to, place, words) => {
    const [first, ...others] = found(from, to)
    expect(first).toContain(`${place} error parity-words Unexpected loss in the web page`)
    expect(first).toContain(`expected the words “${words}”`)
    expect(others).toEqual([])
  })

  test('an order', () => {
    const [first] = found(/<li>First<\/li>\s*<li>Second<\/li>/, '<li>Second</li><li>First</li>')
    expect(first).toMatch(/^19:3 error parity-words .*“Second” after “First”, which stand elsewhere/)
  })

  test('a link', () => {
    expect(found('https://example.org/ebb', 'https://example.org/')).toEqual([
      expect.stringMatching(/^9:13 error parity-link .*expected a link to https:\/\/example\.org\/ebb;/),
    ])
  })

  test('more than one passage, of which the first is told with how many follow', () => {
    expect(found(/<ul>.*?<\/ul>/s, '')).toEqual([expect.stringContaining('(1 more passages)')])
  })
})

describe('a message', () => {
  const said = async (change: (message: string) => string) => {
    const files = email.files.map(file =>
      file.path === 'email.eml'
        ? { ...file, bytes: Buffer.from(change(Buffer.from(file.bytes).toString('latin1')), 'latin1') }
        : file,
    )
    const job = { rendition: { ...email, files }, file: 'article.md', world: memoryWorld({}) }
    return (await messageParity(job)).map(worded)
  }

  test('is read in both its parts', async () => {
    expect(await said(message => message)).toEqual([])
    const [inHtml] = await said(message => message.replace('twice a day', 'once a day'))
    expect(inHtml).toMatch(/^7:1 error parity-words Unexpected loss in the .* in the message: expected/)
  })
})
