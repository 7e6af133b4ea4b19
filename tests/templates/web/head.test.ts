import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { ArticleMeta } from '../../../pipeline/article.js'
import { webTemplate } from '../../../templates/web/web.js'
import { renderingOf } from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'

/** The page as a browser reads it: every element with its attributes and text, by tag name. */
function pageOf(meta: Partial<ArticleMeta>) {
  const html = toHtml(webTemplate(renderingOf(issue(article([paragraph('Text.')], { meta })), 'web')))
  const found: { tag: string; properties: Record<string, unknown>; text: string }[] = []
  visit(fromHtml(html), 'element', node => {
    found.push({ tag: node.tagName, properties: node.properties, text: textOf(node) })
  })
  return {
    html,
    all: (tag: string) => found.filter(node => node.tag === tag),
    data: () => JSON.parse(found.find(node => node.tag === 'script')?.text ?? ''),
  }
}

const hostile = `</script><script>alert(1)</script><!--<script>"' & ]]> \u2028\u202e`

describe('the page’s head', () => {
  it('gives machines what the article is, which nothing in it can break out of', () => {
    const page = pageOf({
      title: hostile,
      subtitle: hostile,
      standfirst: hostile,
      tags: [hostile],
      authors: [
        { name: hostile, role: hostile, affiliation: hostile, url: 'https://example.org/"><script>' },
      ],
    })
    expect(page.all('script')).toHaveLength(1)
    expect(page.all('script')[0]?.properties).toEqual({ type: 'application/ld+json' })
    expect(page.data()).toMatchObject({
      '@type': 'NewsArticle',
      headline: hostile,
      description: hostile,
      keywords: [hostile],
      author: [{ '@type': 'Person', name: hostile, affiliation: { name: hostile } }],
    })
    expect(
      page.all('meta').find(({ properties }) => properties.name === 'description')?.properties.content,
    ).toBe(hostile)
  })
})
