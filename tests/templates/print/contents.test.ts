import type { Element, Nodes } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import type { Issue, Publication } from '../../../pipeline/article.js'
import { printTemplate } from '../../../templates/print/print.js'
import { issueOf, joined, publication, renderingOf } from '../../support/rendering.js'

const treeOf = (of: Issue, choices?: Publication['pdf']) =>
  printTemplate(renderingOf(of, 'pdf', choices ? { publication: { ...publication, pdf: choices } } : {}))

/** The elements of a name, below those of a class where one is named. */
function all(name: string, tree: Nodes, below?: string): Element[] {
  const found: Element[] = []
  const roots: Nodes[] = below === undefined ? [tree] : withClass(below, tree)
  for (const root of roots)
    visit(root, 'element', node => {
      if (node.tagName === name) found.push(node)
    })
  return found
}

function withClass(name: string, tree: Nodes): Element[] {
  const found: Element[] = []
  visit(tree, 'element', node => {
    if ([node.properties.className].flat().includes(name)) found.push(node)
  })
  return found
}

const front = (more: string) => `---\ntitle: The mill\nlang: en\n${more}---\n\n`
const headings =
  '## The wheel\n\nText.\n\n### Its :em[shaft]\n\nText.\n\n#### A bolt\n\nText.\n\n## The race\n\nText.\n'

describe('contents', () => {
  const entries = (of: Issue) =>
    all('li', treeOf(of), 'contents').map(item => {
      const link = all('a', item)[0] as Element
      return [
        [item.properties.className].flat().join(),
        link.properties.href,
        toHtml(link).replace(/<[^>]+>/g, ''),
      ].join(' ')
    })

  test('are the second and third headings, each a link with its page', async () => {
    expect(entries(await issueOf(front('toc: true\n') + headings))).toEqual([
      'contents-1 #the-wheel The wheel 000',
      expect.stringMatching(/^contents-2 #its-\S+ Its .* 000$/),
      'contents-1 #the-race The race 000',
    ])
  })

  test('are not there where nobody asks for them, nor for one heading', async () => {
    expect(entries(await issueOf(front('') + headings))).toEqual([])
    expect(entries(await issueOf(`${front('toc: true\n')}## Alone\n\nText.\n`))).toEqual([])
  })

  test('of several articles are one list before them all, under the first heading', async () => {
    const two = joined(
      await issueOf(front('toc: true\n') + headings),
      await issueOf('---\ntitle: Die Mühle\nlang: de\n---\n\n## Rad\n\nText.\n\n## Lauf\n\nText.\n'),
    )
    const links = withClass('contents', treeOf(two)).flatMap(list => all('a', list))
    expect(links.map(({ properties }) => properties.href)).toEqual([
      '#tf-title-a1',
      '#a1-the-wheel',
      '#a1-the-race',
      '#tf-title-a2',
    ])
    const tree = treeOf(two)
    expect(all('h1', tree).map(({ properties }) => properties.id)).toEqual([
      'tf-contents',
      'tf-title-a1',
      'tf-title-a2',
    ])
    expect(withClass('contents-title', tree).map(({ properties }) => properties.lang)).toContain('de')
  })
})

describe('a link in the text', () => {
  const textOf = (of: Issue, choices?: Publication['pdf']) =>
    toHtml(withClass('text', treeOf(of, choices))).replace(/<wbr>|<\/?bdi[^>]*>|<\/?span[^>]*>/g, '')

  const paragraph = async (markdown: string, choices?: Publication['pdf'], lang = 'en') =>
    /<p>(.*?)<\/p>/.exec(
      textOf(await issueOf(`---\ntitle: T\nlang: ${lang}\n---\n\n${markdown}\n`), choices),
    )?.[1]

  const target = '\n\n## Race\n\nText.\n'

  test.each([
    ['en', 'page'],
    ['de', 'Seite'],
    ['fr', 'page'],
    ['es', 'página'],
    ['ar', 'صفحة'],
  ])('to a heading has its page after it, in %s', async (lang, word) => {
    expect(await paragraph(`[Race](#race).${target}`, {}, lang)).toBe(
      `<a href="#race">Race</a> (${word}&nbsp;000).`.replace('&nbsp;', '\u00A0'),
    )
  })

  test('has none where the publication wants none, and none to what is no landmark', async () => {
    expect(await paragraph(`[Race](#race).${target}`, { pageReferences: false })).toBe(
      '<a href="#race">Race</a>.',
    )
    expect(await paragraph('[Word](#w), a :span[word]{#w}.')).not.toContain('000')
  })

  test('in a heading has nothing added, and its address is in no list', async () => {
    const html = textOf(await issueOf(`${front('')}## The [race](https://example.org/race)\n\nText.\n`))
    expect(html).toContain('<a href="https://example.org/race">race</a></h2>')
    expect(html).not.toContain('[1]')
  })

  const two =
    'A [book](https://example.org/a-book?p=1&q=2), [it](https://example.org/a-book?p=1&q=2)[^1], [b](mailto:b@example.org).\n\n[^1]: [C](https://www.example.net/).'

  test('has a number, the same for the same address, before a note’s number', async () => {
    expect((await paragraph(two))?.replace(/<a id.*?<\/a>/, '1')).toBe(
      'A <a href="https://example.org/a-book?p=1&#x26;q=2">book</a><sup class="link-number">[1]</sup>, ' +
        '<a href="https://example.org/a-book?p=1&#x26;q=2">it</a><sup class="link-number">[1]</sup>' +
        '<sup class="noteref">1</sup>, ' +
        '<a href="mailto:b@example.org">b</a><sup class="link-number">[2]</sup>.',
    )
  })

  test('has its address in a list at the end, in the order of the numbers', async () => {
    const items = all('li', treeOf(await issueOf(front('') + two)), 'addresses')
    expect(items.map(item => toHtml(item).replace(/<[^>]+>/g, ''))).toEqual([
      'example.org/a-book?p=1&#x26;q=2',
      'b@example.org',
      'example.net',
    ])
    expect(toHtml(items[0] ?? [])).toContain(
      '<bdi dir="ltr" class="address">example.org/a-book?p=1&#x26;<wbr>q=2</bdi>',
    )
  })

  test('has an address that nobody would type cut, and leads to the whole', async () => {
    const href = `https://example.org/${'a-'.repeat(20_000)}`
    const [item] = all('li', treeOf(await issueOf(`${front('')}A [book](${href}).`)), 'addresses')
    expect(all('a', item as Element)[0]?.properties.href).toBe(href)
    expect(toHtml(item as Element).replace(/<[^>]+>/g, '')).toMatch(/^example\.org\/(?:a-){194}…$/)
  })

  test('has its address after it', async () => {
    expect(await paragraph('A [book](https://example.org/b) here.', { links: 'inline' })).toBe(
      'A <a href="https://example.org/b">book</a> (<a href="https://example.org/b">example.org/b</a>) here.',
    )
  })

  test('has nothing after it', async () => {
    const of = await issueOf(front('') + two)
    expect(textOf(of, { links: 'none' })).not.toMatch(/\[1\]|addresses/)
    expect(textOf(of, { links: 'inline' })).not.toMatch(/\[1\]|addresses/)
  })

  test.each([
    '<https://example.org/a>',
    '[example.org/a](https://www.example.org/a/)',
    '[Example.org](https://example.org)',
    '[b@example.org](mailto:b@example.org)',
    '[example.org/كتاب](https://example.org/كتاب)',
  ])('whose words are its address has nothing after it: %s', async link => {
    expect(await paragraph(`See ${link}.`)).toMatch(/<\/a>\.$/)
  })
})

describe('a linked picture', () => {
  const shown = async (markdown: string, choices?: Publication['pdf']) =>
    toHtml(withClass('text', treeOf(await issueOf(front('') + markdown), choices)))
      .replace(/<wbr>|<\/?bdi[^>]*>|<footer.*/g, '')
      .replace(/<img [^>]*>/g, 'IMAGE')

  const linked = '[![A dot](dot.png)](https://example.org/dot)'
  const captioned = '[![A dot](dot.png "A caption.")](https://example.org/dot)'

  test('has its number at the end of its caption, and its address in the list', async () => {
    const html = await shown(`A [link](https://example.org/a).\n\n${captioned}`)
    expect(html).toContain(
      '<p class="picture"><a href="https://example.org/dot">IMAGE</a></p><figcaption>A caption. <sup class="link-number">[2]</sup></figcaption>',
    )
    expect(html).toMatch(/<li><a href="https:\/\/example.org\/dot">example.org\/dot<\/a><\/li><\/ol>/)
  })

  test('without a caption has its number below it', async () => {
    expect(await shown(linked)).toContain(
      'IMAGE</a></p><p class="picture-link"><sup class="link-number">[1]</sup></p>',
    )
  })

  test('has its address written out, or nothing', async () => {
    const address =
      '<span class="link-address">(<a href="https://example.org/dot">example.org/dot</a>)</span>'
    expect(await shown(captioned, { links: 'inline' })).toContain(`A caption. ${address}</figcaption>`)
    expect(await shown(linked, { links: 'inline' })).toContain(`<p class="picture-link">${address}</p>`)
    expect(await shown(linked, { links: 'none' })).not.toMatch(/picture-link|\[1\]/)
  })

  test('that leads to a place in the text has its page', async () => {
    const html = await shown('[![A dot](dot.png "A caption.")](#race)\n\n## Race\n\nText.')
    expect(html).toContain('A caption. <span class="page-reference" data-unless-beside="race"> (page\u00A0')
  })

  test('in a line is marked as any link is', async () => {
    expect(await shown('Words and [![A dot](dot.png)](https://example.org/dot) more.')).toContain(
      'IMAGE</a><sup class="link-number">[1]</sup> more.',
    )
  })
})
