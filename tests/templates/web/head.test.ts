import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { ArticleMeta, Publication } from '../../../pipeline/article.js'
import { webTemplate } from '../../../templates/web/web.js'
import { anImage, publication, renderingOf, someAssets } from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'

/** The page as a browser reads it: every element with its attributes and text, by tag name. */
function pageOf(meta: Partial<ArticleMeta>, of: Publication = publication) {
  const rendering = renderingOf(issue(article([paragraph('Text.')], { meta })), 'web', { publication: of })
  const html = toHtml(webTemplate(rendering))
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

  const named = (page: ReturnType<typeof pageOf>) =>
    new Map(
      page.all('meta').map(({ properties: { property, name, content } }) => [property ?? name, content]),
    )
  const canonical = (page: ReturnType<typeof pageOf>) =>
    page.all('link').find(({ properties: { rel } }) => String(rel) === 'canonical')?.properties.href

  it('says what a link to the page is to look like', () => {
    const meta = named(
      pageOf({
        title: 'Forty-eight minutes',
        standfirst: 'A page of thirty lines.',
        date: '2026-03-20',
        lang: 'en-GB',
        tags: ['tides'],
        slug: 'forty-eight',
        cover: { src: 'cover.png', alt: 'A page' },
      }),
    )
    expect(Object.fromEntries(meta)).toMatchObject({
      description: 'A page of thirty lines.',
      'og:type': 'article',
      'og:title': 'Forty-eight minutes',
      'og:description': 'A page of thirty lines.',
      'og:site_name': 'Slack Water',
      'og:url': 'https://slackwater.example.org/forty-eight/',
      'og:locale': 'en_GB',
      'og:image': `https://slackwater.example.org/forty-eight/${anImage.path}`,
      'og:image:alt': 'A page',
      'article:published_time': '2026-03-20',
      'article:tag': 'tides',
    })
  })

  it('shows the cover that was drawn beside a link, and tells machines of the article’s own picture', () => {
    const cover = { ...anImage, path: 'images/drawn.png', width: 1200, height: 630 }
    const meta = { title: 'Mud', slug: 'mud', authors: [{ name: 'Ada' }], cover: { src: 'a.png', alt: 'A' } }
    const rendering = renderingOf(issue(article([paragraph('Text.')], { meta })), 'web', {
      assets: { ...someAssets, cover },
    })
    const html = toHtml(webTemplate(rendering))
    const folder = 'https://slackwater.example.org/mud/'
    expect(html).toContain(`<meta property="og:image" content="${folder}images/drawn.png">`)
    expect(html).toContain('<meta property="og:image:width" content="1200">')
    expect(html).toContain('<meta property="og:image:alt" content="Mud. Ada">')
    expect(html).toContain(`"image":"${folder}${anImage.path}"`)
  })

  const source = {
    name: 'The Review',
    url: 'https://review.example.org/a',
    republished: true,
    verbatim: false,
  }
  const { url: _, ...nowhere } = publication

  it.each<[string, Partial<ArticleMeta>, Publication, string | undefined]>([
    ['its own address', { slug: 'a' }, publication, 'https://slackwater.example.org/a/'],
    [
      'the one the writer gives',
      { canonicalUrl: 'https://example.org/b' },
      publication,
      'https://example.org/b',
    ],
    ['the original’s, of a republished article', { source }, publication, source.url],
    [
      'its own, of one that only names a source',
      { slug: 'a', source: { ...source, republished: false } },
      publication,
      'https://slackwater.example.org/a/',
    ],
    ['none, where there is no address to give', {}, nowhere, undefined],
  ])('credits %s', (_name, meta, of, expected) => {
    const page = pageOf(meta, of)
    expect(canonical(page)).toBe(expected)
    expect(named(page).get('og:url')).toBe(expected)
    expect(page.data().url).toBe(expected)
  })

  it('names no picture that cannot be reached', () => {
    const page = pageOf({ cover: { src: 'cover.png', alt: 'A page' } }, nowhere)
    expect(named(page).has('og:image')).toBe(false)
    expect(page.data()).not.toHaveProperty('image')
  })

  it('leads to the downloads that are published, by relative addresses', () => {
    const links = pageOf({ slug: 'a' })
      .all('a')
      .filter(({ properties }) => properties.download !== undefined)
    expect(links.map(({ properties: { href, type }, text }) => [text, href, type])).toEqual([
      ['PDF', 'a.pdf', 'application/pdf'],
      ['EPUB', 'a.epub', 'application/epub+zip'],
    ])
  })
})
