import { describe, expect, it } from 'vitest'
import type { Article, BlockElement, Issue } from '../../../pipeline/article.js'
import { cutsOf } from '../../../pipeline/issue/cuts.js'
import { shortenIssue } from '../../../pipeline/issue/shorten.js'
import { elementsNamed, wordsOf } from '../../../pipeline/walk.js'
import { issueOf, joined } from '../../support/rendering.js'

const address = (article: Article, id?: string) => `https://slackwater.example.org/${article.key}/#${id}`
const nowhere = () => undefined
const article = (body: string, title = 'A title') => issueOf(`---\ntitle: ${title}\n---\n\n${body}`)
const names = (issue: Issue, index = 0) => issue.articles[index]?.tree.children.map(({ tagName }) => tagName)
const block = (issue: Issue, index: number) => issue.articles[0].tree.children[index] as BlockElement

describe('where an issue may be cut', () => {
  it('is between blocks, but not after a heading or a rule, and not at the end', async () => {
    const issue = await article('## One\n\na\n\n---\n\n### Two\n\nb\n\nc')
    expect(cutsOf(issue)).toEqual([
      { article: 0, kept: 0 },
      { article: 0, kept: 2 },
      { article: 0, kept: 5 },
    ])
  })

  it('counts no notes as text', async () => {
    expect(cutsOf(await article('a[^1]\n\n[^1]: Note.'))).toEqual([{ article: 0, kept: 0 }])
  })

  it('leaves no later title without text under it', async () => {
    const issue = joined(await article('a\n\nb'), await article('c\n\nd'), await article('e'))
    expect(cutsOf(issue)).toEqual([
      { article: 0, kept: 0 },
      { article: 0, kept: 1 },
      { article: 0, kept: 2 },
      { article: 1, kept: 1 },
      { article: 1, kept: 2 },
    ])
  })
})

describe('a shortened issue', () => {
  it('has the first blocks, and is frozen; the whole one is as it was', async () => {
    const issue = await article('a\n\nb\n\nc')
    const before = JSON.stringify(issue)
    const short = shortenIssue(issue, { article: 0, kept: 2 }, nowhere)
    expect(short.articles[0].tree.children.map(wordsOf)).toEqual(['a', 'b'])
    expect(Object.isFrozen(short.articles[0].tree.children)).toBe(true)
    expect(JSON.stringify(issue)).toBe(before)
  })

  it('keeps the notes that are called, with their numbers and the calls that are left', async () => {
    const notes = '[^1]: First, see[^4].\n[^2]: Second.\n[^3]: Third.\n[^4]: Fourth.'
    const issue = await article(`a[^1]\n\nb[^2] c[^1]\n\nd[^3]\n\n${notes}`)
    const short = shortenIssue(issue, { article: 0, kept: 1 }, nowhere)
    const kept = elementsNamed(short.articles[0].tree, 'note')
    expect(kept.map(({ properties }) => properties)).toEqual([
      { id: 'fn-1', number: 1, refs: ['fnref-1'] },
      { id: 'fn-4', number: 4, refs: ['fnref-4'] },
    ])
  })

  it('has no notes where none is called', async () => {
    const issue = await article('a\n\nb[^1]\n\n[^1]: Note.')
    expect(names(shortenIssue(issue, { article: 0, kept: 1 }, nowhere))).toEqual(['p'])
  })

  it('leads links to what is gone to its address, and leaves the others', async () => {
    const issue = await article('[near](#near) and [*far*](#far)\n\n## Near\n\nb\n\n## Far\n\nc')
    const short = shortenIssue(issue, { article: 0, kept: 3 }, address)
    const links = elementsNamed(block(short, 0), 'a')
    expect(links.map(({ properties: { href } }) => href)).toEqual([
      '#near',
      'https://slackwater.example.org/a1/#far',
    ])
    expect(block(short, 2)).toBe(block(issue, 2))
  })

  it('makes words of links to what has no address', async () => {
    const text =
      '[*far*](#far) on\n\n:button[Go]{href="#far"}\n\n[![A gauge](gauge.png)](#far)\n\nd\n\n## Far\n\ne'
    const short = shortenIssue(await article(text), { article: 0, kept: 4 }, nowhere)
    expect(names(short)).toEqual(['p', 'p', 'figure', 'p'])
    expect(short.articles[0].tree.children.map(wordsOf)).toEqual(['far on', 'Go', '', 'd'])
    expect(elementsNamed(short.articles[0].tree, 'a')).toEqual([])
    expect(elementsNamed(short.articles[0].tree, 'picture')[0]?.properties).not.toHaveProperty('href')
  })

  it('leaves out the articles after the cut', async () => {
    const issue = joined(await article('a'), await article('b\n\nc'), await article('d'))
    const short = shortenIssue(issue, { article: 1, kept: 1 }, address)
    expect(short.articles.map(({ key }) => key)).toEqual(['a1', 'a2'])
    expect(short.articles[0]).toBe(issue.articles[0])
    expect(names(short, 1)).toEqual(['p'])
  })
})
