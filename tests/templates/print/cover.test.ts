import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import type { Issue, Publication } from '../../../pipeline/article.js'
import { printTemplate } from '../../../templates/print/print.js'
import { issueOf, joined, publication, renderingOf } from '../../support/rendering.js'

const pdf = (choices: NonNullable<Publication['pdf']>): Publication => ({ ...publication, pdf: choices })

function bodyOf(of: Issue, choices?: Publication['pdf']): string {
  const changes = choices ? { publication: pdf(choices) } : {}
  const html = toHtml(printTemplate(renderingOf(of, 'pdf', changes)))
  return html.slice(html.indexOf('<body>'))
}

const full = `---
title: The title
lang: en-GB
subtitle: The subtitle
description: The standfirst.
authors: [Ada, Bo]
date: 2026-02-01
number: 14
canonicalUrl: https://example.org/home/
---

The text.
`
const words = (html: string) => html.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')

describe('a cover', () => {
  test('is not there for one article, unless the publication wants it', async () => {
    expect(bodyOf(await issueOf(full))).not.toContain('class="cover"')
  })

  test('says whose it is, which number, title, subtitle, standfirst, authors and date', async () => {
    const html = bodyOf(await issueOf(full), { cover: true })
    const [cover = ''] = /<section class="cover".*?<\/section>/s.exec(html) ?? []
    expect(words(cover)).toBe(
      '|Slack Water · 14|The title|The subtitle|The standfirst.|By |Ada and Bo|1 February 2026|',
    )
  })

  test('has no heading, and the article keeps its own title but not what stands above it', async () => {
    const html = bodyOf(await issueOf(full), { cover: true })
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.indexOf('<h1')).toBeGreaterThan(html.indexOf('</section>'))
    expect(html).not.toContain('class="masthead"')
  })

  test('has the picture of the front matter, which then is not above the text', async () => {
    const of = await issueOf(
      full.replace('number: 14', 'number: 14\ncover: { src: a.png, alt: A quay, caption: Photo, Ada }'),
    )
    const html = bodyOf(of, { cover: true })
    expect(html.match(/alt="A quay"/g)).toHaveLength(1)
    expect(html.indexOf('alt="A quay"')).toBeLessThan(html.indexOf('<article'))
  })

  test('is there for several articles, by the names of all who wrote them', async () => {
    const two = joined(await issueOf(full), await issueOf(full.replace('[Ada, Bo]', '[Bo, Cy]')))
    const [cover = ''] = /<section class="cover".*?<\/section>/s.exec(bodyOf(two)) ?? []
    expect(words(cover)).toContain('|Ada, Bo and Cy|')
    expect(bodyOf(two, { cover: false })).not.toContain('class="cover"')
    expect(bodyOf(two).match(/class="masthead"/g)).toHaveLength(2)
  })
})
