import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { defaultPrintTemplate, printTemplate } from '../../../templates/print/print.js'
import {
  issueOf,
  joined,
  publication,
  renderingOf,
  renderingOfFile,
  samples,
} from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'

const elementsOf = (tree: Root): Element[] => {
  const found: Element[] = []
  visit(tree, 'element', node => {
    found.push(node)
  })
  return found
}

const bodyOf = (html: string) => html.slice(html.indexOf('<body>'))

describe('a printed document', () => {
  test('is whole: doctype, language, direction, title, style sheet', () => {
    const of = issue(article([paragraph('نص')], { meta: { lang: 'ar', dir: 'rtl', title: 'عنوان' } }))
    const html = toHtml(printTemplate(renderingOf(of, 'pdf')))
    expect(html).toMatch(
      /^<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>عنوان<\/title><style>/,
    )
  })

  test('has everything that the front matter says, in the order it is read', async () => {
    const of = await issueOf(`---
title: The title
lang: en-GB
subtitle: The subtitle
description: The standfirst.
authors:
  - { name: Ada, role: Editor, affiliation: Press, disclosure: Ada has an interest. }
  - { name: Bo }
date: 2026-02-01
updated: 2026-03-02
number: 14
cover: { src: missing.png, alt: A cover that is missing, caption: The caption. }
license: CC BY 4.0
rights: © Ada
doi: 10.1000/1
source: { name: The Review, url: 'https://review.example/a/', license: CC BY-ND, republished: true }
canonicalUrl: https://example.org/home/
---

The text.
`)
    const words = bodyOf(toHtml(printTemplate(renderingOf(of, 'pdf'))))
      .replaceAll('<wbr>', '')
      .replace(/<[^>]+>/g, '|')
      .replace(/\|+/g, '|')
    expect(words).toBe(
      [
        '|Slack Water · 14|1 February 2026| · Updated |2 March 2026|The title|The subtitle|The standfirst.',
        '|By |Ada and Bo|Ada: Editor, Press|Republished from |The Review|A cover that is missing|The caption.|The text.',
        '|Disclosure|Ada has an interest.|Republished from |The Review| (CC BY-ND).',
        '|Read the original: |review.example/a|Slack Water · The Saltmere Press, Staithe House, 4 Custom House Lane, Saltmere, Norfolk, England',
        '|© Ada · CC BY 4.0 · doi:10.1000/1|example.org/home|',
      ].join(''),
    )
  })

  test('of an article that says nothing of itself has no empty parts', () => {
    const bare = { name: 'Letter', lang: 'en', email: {}, tokens: publication.tokens }
    const html = bodyOf(
      toHtml(printTemplate(renderingOf(issue([paragraph('Text.')]), 'pdf', { publication: bare }))),
    )
    expect(html).toBe(
      '<body><article class="article page-a1"><header class="front"><div class="masthead"><p class="publication">Letter</p></div><h1 id="tf-title-a1">A title</h1></header><div class="text"><p>Text.</p><footer class="back"><div class="colophon"><p>Letter</p></div></footer></div></article></body></html>',
    )
  })

  test.each(samples)('%s has no role that a tagged PDF takes badly, and no script', async file => {
    const elements = elementsOf(printTemplate(await renderingOfFile(file, 'pdf')))
    const roles = new Set(elements.flatMap(({ properties }) => properties.role ?? []))
    expect(['group', 'img', 'math']).toEqual(expect.arrayContaining([...roles]))
    expect(
      elements
        .filter(({ tagName }) => tagName === 'figure')
        .every(({ properties }) => properties.role === 'group'),
    ).toBe(true)
    expect(elements.map(({ tagName }) => tagName)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:script|iframe|object|form|input|details)$/)]),
    )
  })

  test('is the same each time', async () => {
    const once = printTemplate(await renderingOfFile('content/forty-eight-minutes.md', 'pdf'))
    const again = printTemplate(await renderingOfFile('content/forty-eight-minutes.md', 'pdf'))
    expect(toHtml(again)).toBe(toHtml(once))
  })

  test('keeps a hostile title to itself', () => {
    const title = '"; } </style></title><script>alert(1)</script> @page { size: A5 } \\'
    const tree = printTemplate(renderingOf(issue(article([paragraph('Text.')], { meta: { title } })), 'pdf'))
    expect(elementsOf(tree).map(({ tagName }) => tagName)).not.toContain('script')
    const html = toHtml(tree)
    expect(html).not.toContain('<script')
    expect(html.match(/<\/style/g)).toHaveLength(1)
  })

  test('of several articles gives each its own pages, heads and ids', async () => {
    const one = await issueOf(
      '---\ntitle: The first\n---\n\n## Part\n\nSee [part](#part) and a note.[^1]\n\n[^1]: Note.\n',
    )
    const two = await issueOf(
      '---\ntitle: Der zweite\nlang: de\n---\n\n## Part\n\nText.[^1]\n\n[^1]: Anmerkung.\n',
    )
    const tree = printTemplate(renderingOf(joined(one, two), 'pdf'))
    const elements = elementsOf(tree)
    const ids = elements.flatMap(({ properties }) => properties.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = elements.flatMap(
      ({ properties }) => String(properties.href ?? '').match(/^#(.+)/)?.[1] ?? [],
    )
    expect(targets.length).toBeGreaterThan(4)
    expect(ids).toEqual(expect.arrayContaining(targets))
    const html = toHtml(tree)
    expect(html).toContain('<article class="article page-a2" lang="de">')
    expect(html).toContain('.page-a2 { page: page-a2; }')
    expect(html).toContain('@counter-style page-a1-title-after { system: cyclic; symbols: "The first"; }')
    expect(html).toContain('@counter-style page-a2-title-after { system: cyclic; symbols: "Der zweite"; }')
  })
})

test('a publication puts handlers, parts and styles of its own in place of ours', () => {
  const html = toHtml(
    printTemplate(renderingOf(issue([paragraph('Text.')]), 'pdf'), {
      elements: { ...defaultPrintTemplate.elements, p: () => [{ type: 'text', value: 'A paragraph' }] },
      layout: {
        ...defaultPrintTemplate.layout,
        masthead: () => [],
        colophon: () => [{ type: 'text', value: 'Fin' }],
      },
      stylesheet: rendering => [
        ...defaultPrintTemplate.stylesheet(rendering),
        { h1: { fontStyle: 'italic' } },
      ],
    }),
  )
  expect(html).toContain('<header class="front"><h1')
  expect(html).toContain('<div class="text">A paragraph<footer class="back">Fin</footer></div>')
  expect(html).toContain('h1 { font-style: italic; }</style>')
})
