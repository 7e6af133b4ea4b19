import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import type { Issue, Publication } from '../../../pipeline/article.js'
import { withSoftHyphens } from '../../../pipeline/assets/hyphenation.js'
import { printTemplate } from '../../../templates/print/print.js'
import { anImage, issueOf, joined, publication, renderingOf, someAssets } from '../../support/rendering.js'

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

  test('says whose it is, which number, when, title, subtitle and authors', async () => {
    const html = bodyOf(await issueOf(full), { cover: true })
    const [cover = ''] = /<section class="cover".*?<\/section>/s.exec(html) ?? []
    expect(words(cover)).toBe('|Slack Water |14|1 February 2026|The title|The subtitle|Ada and Bo|')
  })

  test('has no heading, and the article keeps its own title but not what stands above it', async () => {
    const html = bodyOf(await issueOf(full), { cover: true })
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.indexOf('<h1')).toBeGreaterThan(html.indexOf('</section>'))
    expect(html).not.toContain('class="masthead"')
  })

  test('has the standfirst where there is no subtitle', async () => {
    const html = bodyOf(await issueOf(full.replace('subtitle: The subtitle\n', '')), { cover: true })
    const [cover = ''] = /<section class="cover".*?<\/section>/s.exec(html) ?? []
    expect(words(cover)).toContain('|The title|The standfirst.|')
  })

  test('has only a word divided that is longer than its line, the last one too', async () => {
    const title = 'Die Lebensversicherung und das Rindfleischetikettierungsüberwachungsgesetz'
    const of = await issueOf(full.replace('The title', title).replace('en-GB', 'de'))
    const html = toHtml(
      await withSoftHyphens(printTemplate(renderingOf(of, 'pdf', { publication: pdf({ cover: true }) }))),
    )
    const [line = ''] = /<p class="cover-title">.*?<\/p>/s.exec(html) ?? []
    const [long = '', ...others] = [...line.matchAll(/<span class="cover-long">(.*?)<\/span>/g)].map(
      ([, word]) => word,
    )
    expect(others).toEqual([])
    expect(long.replaceAll('\u00AD', '-')).toMatch(/^Rind-.*-ge-setz$/)
  })

  describe('of an article with a picture', () => {
    const placesOf = async (width: number, caption = '') => {
      const of = await issueOf(
        full.replace('number: 14', `number: 14\ncover: { src: a.png, alt: A quay${caption} }`),
      )
      const assets = { ...someAssets, image: () => ({ ...anImage, width, height: width }) }
      const rendering = renderingOf(of, 'pdf', { publication: pdf({ cover: true }), assets })
      const html = toHtml(printTemplate(rendering))
      return [...html.matchAll(/alt="A quay"/g)].map(({ index }) =>
        index < html.indexOf('<article') ? 'cover' : 'article',
      )
    }

    test('has it, and the article then has not', async () => {
      expect(await placesOf(600)).toEqual(['cover'])
    })
    test('leaves it to the article where it is too small to fill a page', async () => {
      expect(await placesOf(599)).toEqual(['article'])
    })
    test('leaves it to the article, too, where it has a caption', async () => {
      expect(await placesOf(600, ', caption: Photo')).toEqual(['cover', 'article'])
    })
  })

  test('is there for several articles, by the names of all who wrote them', async () => {
    const two = joined(await issueOf(full), await issueOf(full.replace('[Ada, Bo]', '[Bo, Cy]')))
    const [cover = ''] = /<section class="cover".*?<\/section>/s.exec(bodyOf(two)) ?? []
    expect(words(cover)).toContain('|Ada, Bo and Cy|')
    expect(bodyOf(two, { cover: false })).not.toContain('class="cover"')
    expect(bodyOf(two).match(/<header class="front"><div class="masthead"/g)).toHaveLength(2)
  })
})
