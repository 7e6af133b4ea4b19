import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import type { Article, ArticleMeta, Issue } from '../../../pipeline/article.js'
import { webTemplate } from '../../../templates/web/web.js'
import { pageFaults } from '../../support/page-faults.js'
import { publication, renderingOf } from '../../support/rendering.js'
import { article, element, issue, paragraph } from '../../support/tree.js'

const body = [
  paragraph('Words.'),
  element('h2', { id: 'half' }, ['Half the day']),
  paragraph('More.'),
  element('h3', { id: 'night' }, ['At night']),
  element('h4', { id: 'late' }, ['Late']),
]

const part = (index: number, meta: Partial<ArticleMeta>, more: Partial<Article> = {}): Article => ({
  ...article(body, { meta }),
  key: `a${index}`,
  ...more,
})

/** An issue with a letter, two essays and an almanac in another language. */
function several(changes: Partial<ArticleMeta> = {}): Issue {
  const [essays, almanac] = ['Essays', 'The almanac']
  const articles: [Article, ...Article[]] = [
    part(1, { title: 'From the editor', authors: [{ name: 'Hester Quayle' }] }, { letter: true }),
    part(
      2,
      { title: 'The eel', authors: [{ name: 'N. Magorrian', disclosure: 'None.' }] },
      { section: essays },
    ),
    part(
      3,
      { title: 'The bell', authors: [{ name: 'A' }, { name: 'B', disclosure: 'One.' }] },
      { section: essays },
    ),
    part(4, { title: 'Les lunes', lang: 'fr', date: '2026-06-19', tags: ['moon'] }, { section: almanac }),
  ]
  const of = issue(articles[0])
  const meta: ArticleMeta = {
    ...of.meta,
    title: 'Between tides',
    subtitle: 'The midsummer number',
    standfirst: 'An eel and the moons.',
    number: '15',
    date: '2026-06-21',
    slug: 'between-tides',
    authors: [{ name: 'Hester Quayle' }],
    ...changes,
  }
  const { title, subtitle, number, slug } = meta
  return {
    ...of,
    meta,
    title,
    slug,
    ...(subtitle ? { subtitle } : {}),
    ...(number ? { number } : {}),
    articles,
  }
}

function pageOf(of: Issue, changes = {}) {
  const rendering = renderingOf(of, 'web')
  const html = toHtml(webTemplate({ ...rendering, links: { ...rendering.links, ...changes } }))
  const tree = fromHtml(html)
  const elements: Element[] = []
  visit(tree, 'element', node => void elements.push(node))
  const texts = (test: (node: Element) => boolean) => elements.filter(test).map(node => textOf(node))
  const withClass = (name: string) => (node: Element) =>
    (node.properties.className as string[] | undefined)?.includes(name) ?? false
  return { html, elements, texts, withClass }
}

describe('the page of an issue of several articles', () => {
  const page = pageOf(several())

  test('has one first title, and its articles a rank below it with no rank left out', () => {
    const headings = page.elements
      .filter(({ tagName }) => /^h\d$/.test(tagName))
      .map(node => `${node.tagName} ${textOf(node)}`)
    const inArticle = ['h3 Half the day', 'h4 At night', 'h5 Late']
    expect(headings).toEqual([
      'h1 Between tides',
      'h2 Contents',
      'h2 From the editor',
      ...inArticle,
      'h2 The eel',
      ...inArticle,
      'h3 Disclosure',
      'h2 The bell',
      ...inArticle,
      'h3 Disclosure',
      'h2 Les lunes',
      ...inArticle,
    ])
  })

  test('says what is said of the whole before them', () => {
    const [header] = page.elements.filter(page.withClass('opening'))
    const lines = header?.children.map(node => textOf(node as Element)) ?? []
    expect(lines.slice(0, 5)).toEqual([
      'No. 15 · June 21, 2026',
      'Between tides',
      'The midsummer number',
      'An eel and the moons.',
      'Edited by Hester Quayle',
    ])
  })

  test('lists them by section with their authors, the letter first, each link to its article', () => {
    const [nav] = page.elements.filter(page.withClass('issue-contents'))
    const entries: string[] = []
    if (nav)
      visit(nav, 'element', node => {
        if (page.withClass('section-title')(node)) entries.push(`* ${textOf(node)}`)
        if (node.tagName === 'li') entries.push(textOf(node))
      })
    expect(entries).toEqual([
      'From the editor Hester Quayle',
      '* Essays',
      'The eel N. Magorrian',
      'The bell A and B',
      '* The almanac',
      'Les lunes',
    ])
    expect(toHtml(nav ?? [])).toContain('<a href="#tf-title-a4" lang="fr" dir="ltr">Les lunes</a>')
  })

  test('puts each section’s title over its articles, and the way back at the end of each', () => {
    const [, ...sections] = page.texts(page.withClass('section-title'))
    expect(sections.slice(-2)).toEqual(['Essays', 'The almanac'])
    expect(page.texts(page.withClass('back'))).toEqual(Array(4).fill('Back to contents'))
    expect(page.html).toContain('<p class="back" lang="en" dir="ltr"><a href="#tf-contents">')
  })

  test('is HTML without a fault, its landmarks told apart', async () => {
    expect(await pageFaults(page.html)).toEqual([])
  })

  test('leads nowhere that is not on it', () => {
    const ids = new Set(page.elements.flatMap(({ properties: { id } }) => id ?? []))
    const fragments = page.elements.flatMap(({ properties: { href } }) =>
      typeof href === 'string' && href.startsWith('#') ? href.slice(1) : [],
    )
    expect(fragments.length).toBeGreaterThan(8)
    expect(fragments.filter(id => !ids.has(id))).toEqual([])
  })

  test('is an issue of a periodical to machines, with its articles as parts', () => {
    const data = JSON.parse(page.texts(({ tagName }) => tagName === 'script')[0] ?? '')
    const url = 'https://slackwater.example.org/between-tides/'
    expect(data).toMatchObject({
      '@type': 'PublicationIssue',
      name: 'Between tides',
      issueNumber: '15',
      datePublished: '2026-06-21',
      editor: [{ '@type': 'Person', name: 'Hester Quayle' }],
      isPartOf: { '@type': 'Periodical', name: 'Slack Water' },
      url,
    })
    expect(
      data.hasPart.map((each: { [key: string]: unknown }) => [each['@type'], each.headline, each.url]),
    ).toEqual([
      ['NewsArticle', 'From the editor', `${url}#tf-title-a1`],
      ['NewsArticle', 'The eel', `${url}#tf-title-a2`],
      ['NewsArticle', 'The bell', `${url}#tf-title-a3`],
      ['NewsArticle', 'Les lunes', `${url}#tf-title-a4`],
    ])
    expect(data.hasPart.map(({ datePublished }: { datePublished: string }) => datePublished)).toEqual([
      '2026-06-21',
      '2026-06-21',
      '2026-06-21',
      '2026-06-19',
    ])
    const metas = page.elements
      .filter(({ tagName }) => tagName === 'meta')
      .map(({ properties }) => properties)
    const of = (name: string) =>
      metas.filter(each => (each.property ?? each.name) === name).map(each => each.content)
    expect(of('og:title')).toEqual(['Between tides'])
    expect(of('og:type')).toEqual(['article'])
    expect(of('article:tag')).toEqual(['moon'])
    expect(of('author')).toEqual(['Hester Quayle', 'N. Magorrian', 'A', 'B'])
  })

  test('has no line of what it does not say', () => {
    const { subtitle: _, standfirst: __, number: ___, date: ____, ...meta } = several().meta
    const bare = pageOf({ ...several(), meta: { ...meta, authors: [] } })
    expect(bare.texts(bare.withClass('issue-line'))).toEqual(['No. 15'])
    expect(bare.html).not.toContain('Edited by')
  })

  test('writes a number that is none as it is', () => {
    const spring = pageOf(several({ number: 'Spring 2026' }))
    expect(spring.texts(spring.withClass('issue-line'))).toEqual(['Spring 2026 · June 21, 2026'])
  })
})

describe('the downloads', () => {
  test('have their sizes and names, and beside them how the EPUB gets onto a device', () => {
    const page = pageOf(several(), { bytes: { pdf: 102_000, epub: 1_240_000 } })
    const links = page.elements.filter(({ properties }) => properties.download !== undefined)
    const name = 'Slack Water - Between tides - 2026-06-21'
    expect(links.map(node => [textOf(node), node.properties.href, node.properties.download])).toEqual([
      ['PDF 102 kB', 'between-tides.pdf', `${name}.pdf`],
      ['EPUB 1.2 MB', 'between-tides.epub', `${name}.epub`],
    ])
    const [devices] = page.elements.filter(page.withClass('devices'))
    expect(textOf(devices ?? { type: 'root', children: [] })).toMatch(
      /Kindle.*50 MB.*200 MB.*Kobo.*USB.*browser.*Books.*Google Play Books/,
    )
  })

  test('are none of what is not there', () => {
    const { html } = pageOf(several(), { pdf: undefined, epub: undefined })
    expect(html).not.toMatch(/<ul class="downloads"|<details/)
    expect(pageOf(several(), { epub: undefined }).html).not.toContain('Kindle')
  })
})

describe('the ways to the pages around the issue', () => {
  const site = {
    archive: '../index.html',
    subscribe: '../subscribe.html',
    feeds: { atom: '../feed.xml', json: '../feed.json' },
  }
  const hrefs = (page: ReturnType<typeof pageOf>) =>
    page.elements.filter(({ tagName }) => tagName === 'a').map(({ properties: { href } }) => href)

  test('are in the masthead and the footer, and the feeds in the head', () => {
    const page = pageOf(several(), { site })
    expect(hrefs(page).filter(href => href === site.archive)).toHaveLength(3)
    expect(hrefs(page).filter(href => href === site.subscribe)).toHaveLength(2)
    expect(hrefs(page)).toContain(site.feeds.atom)
    expect(page.html).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Slack Water" href="../feed.xml">' +
        '<link rel="alternate" type="application/feed+json" title="Slack Water" href="../feed.json">',
    )
  })

  test('are not there where there are no such pages, or no feeds', () => {
    expect(hrefs(pageOf(several()))).toContain(publication.url)
    expect(pageOf(several()).html).not.toContain('rel="alternate"')
    const without = pageOf(several(), { site: { archive: site.archive } })
    expect(without.html).not.toContain('rel="alternate"')
    expect(without.html).not.toContain('subscribe.html')
  })
})
