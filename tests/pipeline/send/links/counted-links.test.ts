import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { piecesOf } from '../../../../pipeline/bind/email/pieces.js'
import { readParts } from '../../../../pipeline/send/compose/read-parts.js'
import { linksOf, withLinks } from '../../../../pipeline/send/links/counted-links.js'
import { mergeToken } from '../../../../templates/merge-token.js'
import { projectRoot } from '../../../support/built-samples.js'
import { partsOf, samplePartsOf } from '../../../support/sample-parts.js'
import { someParts } from '../compose/some-parts.js'

const article = `---
title: Tides
date: 2026-03-20
---

Read [the table](https://tables.example.org/?day=20&tide="high"), [it again](https://tables.example.org/?day=20&tide="high"), [your own](https://maps.example.org/{{ town }}), or [write](mailto:a@example.org). [Below](#below) there is more, {{ name }}.

:::button
[All ports](https://ports.example.org/ä)
:::

## Below

~~~text
https://listing.example.org/
see: https://tables.example.org/other
~~~
`

const parts = async (...given: Parameters<typeof partsOf>) => readParts((await partsOf(...given)).bytes)
const whole = (pieces: ReturnType<typeof piecesOf>) =>
  pieces.map(piece => (typeof piece === 'string' ? piece : `{{${piece.name}}}`)).join('')

describe('the links of an email', () => {
  let email: Awaited<ReturnType<typeof parts>>
  beforeAll(async () => {
    email = await parts(article)
  })

  test('are those that lead to the web, each once, and no reader’s own', () => {
    expect(linksOf(email)).toEqual([
      'https://slackwater.example.org/article/',
      'https://tables.example.org/?day=20&tide=%22high%22',
      'https://ports.example.org/%C3%A4',
      'https://slackwater.example.org/article/article.pdf',
      'https://slackwater.example.org/article/article.epub',
    ])
  })

  test('stand by other addresses in HTML and text, and nothing else is changed', () => {
    const links = linksOf(email)
    const other = withLinks(email, address => `https://l.example.org/${links.indexOf(address) + 1}?a&b`)
    const html = whole(other.html)
    expect(html.match(/href="https:\/\/l\.example\.org\/2\?a&amp;b"/g)).toHaveLength(2)
    expect(html).toContain('href="https://maps.example.org/{{town}}"')
    expect(html).toContain('href="{{unsubscribe_url}}"')
    expect(html).toContain('href="mailto:a@example.org"')
    const text = whole(other.text)
    expect(text).toMatch(/^\[1\] https:\/\/l\.example\.org\/2\?a&b$/m)
    expect(text).toMatch(/^View in browser: https:\/\/l\.example\.org\/1\?a&b$/m)
    expect(text).toMatch(/^ *https:\/\/listing\.example\.org\/$/m)
    expect(text).toMatch(/^ *see: https:\/\/tables\.example\.org\/other$/m)
    const back = (written: string, quote: (address: string) => string) =>
      written.replace(/https:\/\/l\.example\.org\/(\d)\?a&(?:amp;)?b/g, (_, number) =>
        quote(links[Number(number) - 1] ?? ''),
      )
    expect(back(html, address => address.replaceAll('&', '&#x26;'))).toBe(whole(email.html))
    expect(back(text, address => address)).toBe(whole(email.text))
    expect({ ...other, html: email.html, text: email.text }).toEqual(email)
  })

  test('stay where nothing stands in their place', () => {
    expect(withLinks(email, () => undefined)).toEqual(email)
  })

  test('do not count a way out that is one for all', async () => {
    const leave = 'https://letters.example.org/leave'
    const other = await parts(article, { unsubscribe: leave })
    expect(whole(other.html)).toContain(`href="${leave}"`)
    expect(linksOf(other)).not.toContain(leave)
  })

  test('are found between slots, and in no comment', () => {
    const slot = (use: 'words' | 'part') => mergeToken({ name: 'name', use })
    const html = piecesOf(
      `<!--[if mso]><a href="https://a.example/">A</a><![endif]-->${slot('words')}<a class="${slot('words')}" href="https://b.example/">B</a><a href="https://c.example/${slot('part')}/">C</a><a href='https://d.example/'>D</a><link href="https://e.example/"><a title="x" href="https://f.example/">${slot('words')}`,
      'html',
    )
    expect(linksOf({ ...someParts, html, text: [] })).toEqual(['https://b.example/', 'https://f.example/'])
  })
})

const samples = readdirSync(join(projectRoot, 'content')).filter(name => name !== 'images')

test.each(samples)('every web link of %s is counted, in HTML and text', async name => {
  const sample = readParts((await samplePartsOf(name)).bytes)
  const other = withLinks(sample, () => 'https://l.example.org/1')
  expect(linksOf(sample).length).toBeGreaterThan(2)
  expect(whole(other.html)).not.toMatch(/href="https?:\/\/(?!l\.example)/)
  expect(whole(other.text)).not.toMatch(/https?:\/\/(?!l\.example)/)
})
