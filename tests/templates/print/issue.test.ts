import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import type { Issue, Publication } from '../../../pipeline/article.js'
import { outlineOf } from '../../../templates/print/outline.js'
import { printTemplate } from '../../../templates/print/print.js'
import { issueOf, publication, renderingOf } from '../../support/rendering.js'
import { aNumber, changed, several } from '../../support/several.js'

const rendering = (of: Issue, pdf: Publication['pdf'] = {}) =>
  renderingOf(of, 'pdf', { publication: { ...publication, pdf } })
const treeOf = (of: Issue, pdf?: Publication['pdf']): Root => printTemplate(rendering(of, pdf))

function found(tree: Root | Element, is: (element: Element) => boolean): Element[] {
  const elements: Element[] = []
  visit(tree, 'element', node => {
    if (is(node)) elements.push(node)
  })
  return elements
}

const classed = (name: string) => (element: Element) => [element.properties.className].flat().includes(name)
const words = (element: Element) =>
  toHtml(element)
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')
const shown = (of: Root | Element, name: string) => found(of, classed(name)).map(words)
const articles = (tree: Root) => found(tree, ({ tagName }) => tagName === 'article')

/** The headings with their ranks, as a screen reader is told of them. */
const ranks = (tree: Root) =>
  found(tree, ({ tagName }) => /^h\d$/.test(tagName)).map(
    ({ tagName, properties, children }) =>
      `${properties.ariaLevel ?? tagName.slice(1)} ${words({ type: 'element', tagName: 'i', properties: {}, children }).replaceAll('|', '')}`,
  )

describe('the contents of an issue', () => {
  test('have its sections, and each article with its authors and page', async () => {
    const [contents] = found(treeOf(await several(aNumber)), classed('issue-contents'))
    expect(shown(contents as Element, 'contents-article')).toEqual([
      '|To begin with| |000|Ada Quay|',
      '|First| |000|Di and Ed|',
      '|Second| |000|Gus|',
      '|Das Watt| |000|Ines|',
    ])
    expect(shown(contents as Element, 'contents-section')).toEqual([
      '|Essays|First| |000|Di and Ed|Second| |000|Gus|',
      '|From elsewhere|Das Watt| |000|Ines|',
    ])
  })

  test('have the headings of an article that asks for them, below its authors', async () => {
    const issue = await changed({ 'first.md': text => text.replace('tags:', 'toc: true\ntags:') })
    const [, entry] = shown(treeOf(issue), 'contents-article')
    expect(entry).toBe('|First| |000|Di and Ed|One| |000|')
  })

  test('say what the issue is: all of it where there is no cover, else its standfirst', async () => {
    const issue = await several(aNumber)
    const front = (pdf?: Publication['pdf']) => shown(treeOf(issue, pdf), 'issue-contents')[0] ?? ''
    expect(front()).toMatch(
      /^\|Slack Water 16\|21 September 2026\|Contents\|All that an issue can be\.\|To begin/,
    )
    expect(front({ cover: false })).toMatch(
      /^\|Slack Water 16\|21 September 2026\|Deep water\|A number with everything\|All that an issue can be\.\|Edited by \|Ada Quay\|Contents\|To begin/,
    )
  })
})

describe('an article among several', () => {
  test('has its section above the title, which is a heading where the section begins', async () => {
    const tree = treeOf(await several(aNumber))
    expect(articles(tree).map(article => shown(article, 'masthead')[0])).toEqual([
      '|Slack Water 16|Deep water|',
      '|Essays|Slack Water 16 · Deep water|',
      '|Essays|Slack Water 16 · Deep water|',
      '|From elsewhere|Slack Water 16 · Deep water|',
    ])
    expect(found(tree, classed('section')).map(({ tagName }) => tagName)).toEqual(['h1', 'p', 'h1'])
  })

  test('has headings below its section’s, and none leaves out a rank', async () => {
    expect(ranks(treeOf(await several(aNumber)))).toEqual([
      ...['1 Contents', '1 To begin with', '2 Notes'],
      ...['1 Essays', '2 First', '3 One', '4 Below', '5 Deeper', '3 Notes', '3 Links'],
      ...['2 Second', '3 Disclosure'],
      ...['1 From elsewhere', '2 Das Watt', '3 Teil'],
    ])
  })

  test('without sections has its title at the first rank', async () => {
    const issue = await changed({
      'issue.yaml': text => text.replace(/sections:.*/s, 'articles: [first.md, second.md]\n'),
    })
    expect(ranks(treeOf(issue)).filter(rank => rank.startsWith('1'))).toEqual([
      ...['1 Contents', '1 To begin with', '1 First', '1 Second'],
    ])
    expect(shown(treeOf(issue), 'masthead')).toContain('|Slack Water 16|Deep water|')
  })

  test('has its own date where it is not the issue’s', async () => {
    const issue = await changed({ 'second.md': text => text.replace('title:', 'date: 2026-09-21\ntitle:') })
    expect(articles(treeOf(issue)).map(article => shown(article, 'date'))).toEqual([
      ...[[], ['|5 January 2026|'], [], []],
    ])
  })

  test('says in which language the words of the issue are that stand in it', async () => {
    const [, , , last] = articles(treeOf(await several(aNumber)))
    const spoken = found(last as Element, ({ properties }) => properties.lang === 'en-GB').map(words)
    expect(spoken).toEqual([
      '|From elsewhere|',
      '|Slack Water 16 · Deep water|',
      expect.stringMatching(/^\|Slack Water 16 · Deep water\| · \|21 September/),
    ])
  })
})

describe('the editor’s letter', () => {
  const letter = async (change: (text: string) => string = text => text) =>
    articles(treeOf(await changed({ 'letter.md': change })))[0] as Element

  test('ends with the signature that its writer gave it, before the notes, and has no byline', async () => {
    const made = await letter()
    expect(shown(made, 'byline')).toEqual([])
    expect(shown(made, 'signature')).toEqual(['|Ada Quay|Saltmere|'])
    expect(words(made)).toMatch(/Saltmere\|Notes\|/)
    expect(shown(made, 'affiliation')).toEqual([])
  })

  test('that nobody signed is signed by its authors, with what they are', async () => {
    const made = await letter(text => text.replace('*Ada Quay*\\\nSaltmere\n', ''))
    expect(words(made)).toMatch(/a part\|.*\|Ada Quay\|Editor\|Notes\|/s)
  })

  test('has what a writer is who is not the issue’s editor', async () => {
    const made = await letter(text =>
      text.replaceAll('Ada Quay', 'Bo Li').replace('role: Editor', 'role: Guest'),
    )
    expect(words(made)).toMatch(/\|Bo Li\|Saltmere\|Guest\|Notes\|/)
  })

  test('has no signature in a paragraph that only names its writer', async () => {
    const sentence = `Ada Quay ${'went out again '.repeat(20)}.`
    const made = await letter(text => text.replace('*Ada Quay*\\\nSaltmere', sentence))
    expect(shown(made, 'signature')).toEqual(['|Ada Quay|'])
    expect(words(made)).toContain('went out again')
  })
})

describe('the colophon of an issue', () => {
  const lines = async (pdf?: Publication['pdf']) => shown(treeOf(await several(aNumber), pdf), 'colophon')

  test('stands once, after the last article, with editors, rights and address', async () => {
    expect(await lines()).toEqual([
      [
        '|Slack Water 16 · Deep water| · |21 September 2026| · Edited by Ada Quay',
        'The Saltmere Press, Staithe House, 4 Custom House Lane, Saltmere, Norfolk, England',
        '© The Saltmere Press',
        'First|, |Second|: CC BY 4.0',
        'Das Watt|: CC BY-ND 4.0',
        'slackwater.example.org/|deep|',
      ].join('|'),
    ])
    const tree = treeOf(await several(aNumber))
    expect(articles(tree).map(article => found(article, classed('colophon')).length)).toEqual([0, 0, 0, 1])
  })

  test('has the address of the issue as a code where the publication wants it', async () => {
    const tree = treeOf(await several(aNumber), { qr: true })
    expect(found(tree, classed('qr')).map(({ properties }) => properties.ariaLabel)).toEqual([
      'QR code: slackwater.example.org/deep',
    ])
  })

  test('names no article where all have the same rights', async () => {
    const under = (text: string) =>
      text.replace(/license: .*\n|source: .*\n/, '').replace('title:', 'license: CC0\ntitle:')
    const issue = await changed({
      'letter.md': under,
      'first.md': under,
      'second.md': under,
      'watt.md': under,
    })
    expect(shown(treeOf(issue), 'colophon')[0]).toContain('|© The Saltmere Press|CC0|slackwater')
  })

  test('leaves disclosure and source with their article', async () => {
    const [, , second, last] = articles(treeOf(await several(aNumber)))
    expect(shown(second as Element, 'disclosure')).toHaveLength(1)
    expect(shown(last as Element, 'source')).toHaveLength(1)
  })
})

test.each([{}, { cover: false }])('the outline has every heading that Chromium finds: %o', async pdf => {
  const issue = await several(aNumber)
  const own = ranks(treeOf(issue, pdf))
    .map(rank => rank.slice(2))
    // These are none of an article's own, and are found by their letters.
    .filter(title => !['Notes', 'Links', 'Disclosure'].includes(title))
  expect(outlineOf(rendering(issue, pdf))).toEqual(own)
})

test('a cover names who wrote in the issue, and not the editor who wrote only its letter', async () => {
  expect(shown(treeOf(await several(aNumber)), 'cover-byline')).toEqual(['|Di, Ed, Gus and Ines|'])
  const editor = await changed({ 'second.md': text => text.replace('name: Gus', 'name: Ada Quay') })
  expect(shown(treeOf(editor), 'cover-byline')).toEqual(['|Di, Ed, Ada Quay and Ines|'])
})

test('a cover of an issue by many names none of them, one of an article by many names all', async () => {
  const many = 'ABCDEFGHI'.split('').map(letter => `Author ${letter}`)
  const by = (names: readonly string[]) =>
    changed({
      'first.md': text => text.replace('[Di, Ed]', `[${names.join(', ')}]`),
      'second.md': without,
      'watt.md': without,
    })
  const without = (text: string) => text.replace(/authors: .*\n/, '')
  expect(shown(treeOf(await by(many.slice(0, 8))), 'cover-byline')).toHaveLength(1)
  expect(shown(treeOf(await by(many)), 'cover-byline')).toEqual([])
  const alone = issueOf(`---\ntitle: One\nauthors: [${many.join(', ')}]\n---\n\nWords.\n`)
  expect(shown(treeOf(await alone, { cover: true }), 'cover-byline')[0]).toContain('Author I')
})
