import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { makeItem } from '../../../templates/site/make-item.js'
import { defaultWebTemplate } from '../../../templates/web/web.js'
import { anImage, issueOf, joined, publication, renderingOf } from '../../support/rendering.js'

const html = (
  children: Parameters<typeof makeItem>[2]['html'] extends (tree: infer T) => string ? T : never,
) => toHtml({ type: 'root', children: [...children] })

const itemOf = (of: Parameters<typeof renderingOf>[0], changes = {}, template = defaultWebTemplate) =>
  makeItem(renderingOf(of, 'web', changes), template, { id: 'urn:x', picture: undefined, html })

const page = 'https://slackwater.example.org/the-mill/'
const text = `---
title: The mill
subtitle: A subtitle
description: Monks ground corn by the moon.
date: 2026-03-20T10:00:00+02:00
authors: [{ name: Ada, url: https://example.org/ada }]
tags: [tides]
---

Words[^1] with [a place](#how), [another](https://example.org/x?a=1&b=2) and \`code\`.

## How

![The wheel](images/wheel.png)

| a | b |
|---|---|
| c | d |

:::details[More]
Inside.
:::

\`\`\`js
let x = 1
\`\`\`

$$x^2$$

[^1]: The note.
`

describe('an issue as an item of a feed', async () => {
  const item = itemOf(await issueOf(text, 'the-mill.md'))

  test('says what it is, when and by whom', () => {
    expect(item).toMatchObject({
      id: 'urn:x',
      url: page,
      title: 'The mill',
      summary: 'Monks ground corn by the moon.',
      date_published: '2026-03-20T08:00:00Z',
      date_modified: '2026-03-20T08:00:00Z',
      authors: [{ name: 'Ada', url: 'https://example.org/ada' }],
      tags: ['tides'],
      language: 'en',
      _trifold: { slug: 'the-mill', subtitle: 'A subtitle', date: '2026-03-20T10:00:00+02:00', dir: 'ltr' },
    })
  })

  test('has the whole text, its notes included, and no looks', () => {
    const { content_html: content } = item
    for (const words of ['Words', 'Inside.', 'let', 'The note.', '<th', '<math', '<details>', '<pre'])
      expect(content).toContain(words)
    expect(content).not.toMatch(/ (?:class|style|role|tabindex|aria-[a-z]+|data-[a-z]+|on[a-z]+|loading)=/)
  })

  test('has whole addresses, those of pictures and of places on the page included', () => {
    const addresses: string[] = []
    visit(fromHtml(item.content_html), 'element', ({ properties: { href, src } }) => {
      for (const address of [href, src]) if (typeof address === 'string') addresses.push(address)
    })
    expect(addresses).toEqual([
      `${page}#fn-1`,
      `${page}#how`,
      'https://example.org/x?a=1&b=2',
      `${page}${anImage.path}`,
      `${page}#fnref-1`,
    ])
  })

  test('says when it was changed, of several articles the last', async () => {
    const dated = (date: string, more = '') => issueOf(`---\ntitle: T\ndate: ${date}\n${more}---\n\nW.\n`)
    expect(itemOf(await dated('2026-01-01', 'updated: 2026-02-03\n')).date_modified).toBe(
      '2026-02-03T00:00:00Z',
    )
    const several = joined(
      await dated('2026-01-01'),
      await dated('2026-01-01', 'updated: 2026-05-04\n'),
      await dated('2026-03-01'),
    )
    expect(itemOf(several)).toMatchObject({
      date_published: '2026-01-01T00:00:00Z',
      date_modified: '2026-05-04T00:00:00Z',
    })
    const undated = itemOf(await issueOf('# T\n\nW.\n'))
    expect(undated.date_published).toBeUndefined()
    expect(undated.date_modified).toBe('2000-01-01T00:00:00Z')
  })

  test('of several articles has their titles and authors, in their own languages', async () => {
    const part = (title: string, lang: string) =>
      issueOf(`---\ntitle: ${title}\nlang: ${lang}\nauthors: [A ${title}]\n---\n\n## Part\n\nWords.\n`)
    const { content_html: content, authors } = itemOf(
      joined(await part('One', 'en'), await part('Deux', 'fr')),
    )
    expect(content).toContain('<h2 id="tf-title-a1">One</h2>')
    expect(content).toContain('<div lang="fr" dir="ltr"><h2 id="tf-title-a2">Deux</h2>')
    expect(content).toContain('<h3 id="a1-part">Part</h3>')
    expect(authors?.map(({ name }) => name)).toEqual(['A One', 'A Deux'])
  })

  test('says that it runs from the right', async () => {
    const { content_html: content, _trifold } = itemOf(
      await issueOf('---\ntitle: المد\nlang: ar\n---\n\nماء.\n'),
    )
    expect(content).toMatch(/^<div dir="rtl"><p>/)
    expect(_trifold.dir).toBe('rtl')
  })

  test('names the original of a republished article', async () => {
    const source = 'source: { name: R, url: https://review.example.org/a, republished: true }\n'
    const of = await issueOf(`---\ntitle: T\n${source}---\n\nW.\n`)
    expect(itemOf(of).external_url).toBe('https://review.example.org/a')
  })

  test('has relative addresses where the publication has none', async () => {
    const { url: _, ...nowhere } = publication
    const bare = itemOf(await issueOf(text, 'the-mill.md'), { publication: nowhere })
    expect(bare.url).toBeUndefined()
    expect(bare.content_html).toContain(`src="${anImage.path}"`)
  })

  test('has no script, frame or handler, whatever a template of the publication makes', async () => {
    const script = { type: 'element' as const, tagName: 'script', properties: {}, children: [] }
    const frame = { ...script, tagName: 'iframe', properties: { src: 'https://evil.example' } }
    const bold = {
      ...script,
      tagName: 'b',
      properties: { onClick: 'x()', style: 'color: red', className: ['a'] },
    }
    const template = {
      ...defaultWebTemplate,
      elements: { ...defaultWebTemplate.elements, hr: () => [script, frame, bold] },
    }
    const { content_html: content } = itemOf(await issueOf('Before.\n\n---\n\nAfter.\n'), {}, template)
    expect(content).toBe('<p>Before.</p><b></b><p>After.</p>')
  })
})
