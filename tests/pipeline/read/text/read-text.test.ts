import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { worded } from '../../../support/article.js'
import { expectFile } from '../../../support/expectation.js'
import { outline } from '../../../support/outline.js'
import { lost, made } from './accounting.js'
import { folder, pasteOf, pastes, read } from './pastes.js'

/** A folder is a case: input.txt, the tree and the front matter it becomes, and what is said. */
describe('a paste', () => {
  test.each(pastes)('%s', async name => {
    const { article, messages } = await made(pasteOf(name))
    const file = (part: string) => join(folder, name, part)
    expectFile(file('tree.txt'), outline(article.tree))
    expectFile(file('front-matter.json'), `${JSON.stringify(article.meta, null, 2)}\n`)
    expectFile(file('messages.txt'), messages.map(message => `${worded(message)}\n`).join(''))
  })
})

const whole = (body: string) => `The tide mill\n\nBy Ann Lee\n\n${body}\n`
const tags = (text: string) =>
  read(text).source.hast.children.map(node => (node.type === 'element' ? node.tagName : node.type))

const story = [
  'The mill stood at the mouth of the river for a hundred years, and nobody had asked whose it was.',
  'The council sold it in the spring to a company that had never ground any corn in its life.',
  'The sale was known to the inspector of mills, whose report the council had not read to its end.',
].join('\n\n')

describe('quotations', () => {
  const lead = `${story}\n\nIn March the inspector wrote:`

  test('the first person after a colon and a verb is another’s voice', () => {
    expect(tags(whole(`${lead}\n\nI cannot find that anybody owned it, and I have looked.`))).toContain(
      'blockquote',
    )
  })

  test('is not, where the text speaks so itself', () => {
    const own = `${story}\n\nI went to see it with my sister in the week before it was sold.\n\nIn March the inspector wrote:`
    expect(tags(whole(`${own}\n\nI cannot find that anybody owned it, and I have looked.`))).not.toContain(
      'blockquote',
    )
  })

  test('a colon and a verb alone are a doubt, and a quotation where likely ones are asked for', () => {
    const text = whole(`${lead}\n\nThe wheel was sound, the sluice was not, and the door was gone.`)
    const safe = read(text, 'safe')
    expect(safe.messages.map(worded).join('\n')).toMatch(/^13:1 warning import-doubt .* may be a quotation/m)
    expect(tags(text)).not.toContain('blockquote')
    const likely = read(text, 'likely')
    expect(likely.source.hast.children.at(-1)).toMatchObject({ tagName: 'blockquote' })
    expect(likely.messages.map(worded).join('\n')).toMatch(
      /^13:1 warning import-doubt .* taken for a quotation/m,
    )
  })

  test('a narrator who goes on after the colon is not quoted', () => {
    const text = whole(`${lead}\n\nNobody had ever owned it, he said, and he would not be the first.`)
    expect(read(text, 'likely').source.hast.children.at(-1)).toMatchObject({ tagName: 'p' })
  })

  test('a line with a dash and a name below is who said it', async () => {
    const { article } = await made(whole(`${story}\n\n“The wheel turns without us.”\n\n— The miller’s widow`))
    expect(outline(article.tree)).toContain(
      'blockquote\n  p\n    "“The wheel turns without us.”"\n  attribution\n    "— The miller’s widow"',
    )
  })
})

describe('lists', () => {
  test('one line with a number is none', () => {
    expect(tags(whole(`${story}\n\n1. The wheel was sound.`))).not.toContain('ol')
  })

  test('nor are numbers that do not begin at one', () => {
    expect(tags(whole(`${story}\n\n3. The wheel was sound.\n4. The sluice was not.`))).not.toContain('ol')
  })

  test('dialogue begins with dashes too', () => {
    expect(tags(whole(`${story}\n\n– Is it sold?\n\n– It is.`))).not.toContain('ul')
  })

  test('a dash or a number first in a wrapped line is no item', () => {
    const text = [
      'The mill was sold to two of its oldest neighbours in the town –',
      'the bakery and the school – which had no use for it until the',
      '12. May of that year, when somebody opened the sluice and found',
      '- as he thought - a working wheel behind it, under a foot of mud',
      'that had been there since the year in which the last miller died',
      'and his children went to the city, where there is a mill in a',
      'museum.',
    ].join('\n')
    expect(tags(whole(text))).toEqual(['p'])
  })
})

describe('above the title', () => {
  test('the part of the paper is the page’s', () => {
    const { source, messages } = read(
      `Travel\n\nFive small museums that are worth it\n\nBy Ann Lee\n\n${story}`,
    )
    expect(source.frontMatter.title).toBe('Five small museums that are worth it')
    expect(messages.map(worded)).toContain(
      '1:1 warning import-dropped Unexpected short line of the page above the title; “Travel” is left out',
    )
  })

  test('another short line is the title', () => {
    const text = `Home\n\nSlack Water\n\nShare\n\nBy Ann Lee\n\n${story}`
    expect(read(text).source.frontMatter.title).toBe('Slack Water')
  })
})

describe('what is not known', () => {
  const said = (text: string) => read(text).messages.map(worded).join('\n')

  test('a date that can be two is none', () => {
    const text = `The tide mill\n\nBy Ann Lee\n\n03/04/2026\n\n${story}`
    expect(read(text).source.frontMatter.date).toBeUndefined()
    expect(said(text)).toMatch(/^5:1 warning import-doubt .*03\/04\/2026/m)
  })

  test('the day of a change is not that of publication', () => {
    const { frontMatter } = read(`The tide mill\n\nBy Ann Lee\n\nUpdated 3 May 2024\n\n${story}`).source
    expect(frontMatter).toMatchObject({ updated: '2024-05-03' })
    expect(frontMatter.date).toBeUndefined()
  })

  test('a date beside a name is a date', async () => {
    const text = `The tide mill\n\nPosted by Ann Lee on 3 May 2024\n\n${story}`
    const result = await made(text)
    expect(result.article.meta).toMatchObject({ date: '2024-05-03', authors: [{ name: 'Ann Lee' }] })
    expect(lost(text, result)).toEqual([])
  })

  test('a link that the paste lost is told of', () => {
    const { source } = read(
      whole(`${story}\n\nThis article was first published in The Sluice. Read it here.`),
    )
    expect(source.frontMatter.source).toEqual({ name: 'The Sluice', republished: true, verbatim: false })
    expect(
      said(whole(`${story}\n\nThis article was first published in The Sluice. Read it here.`)),
    ).toContain('give `source.url`')
  })

  test('a text that is not to be altered keeps its marks', async () => {
    const foot = 'This article is republished from The Sluice under a CC BY-ND 4.0 licence.'
    const { article } = await made(whole(`${story}\n\nIt was "sold" -- so they say.\n\n${foot}`))
    expect(article.meta.source?.verbatim).toBe(true)
    expect(outline(article.tree)).toContain('It was \\"sold\\" -- so they say.')
    const free = await made(whole(`${story}\n\nIt was "sold" -- so they say.`))
    expect(outline(free.article.tree)).toContain('It was “sold” – so they say.')
  })
})

test('an address is a link, without the full stop behind it, and is not punctuated', async () => {
  const { article } = await made(whole(`${story}\n\nSee https://mill.example/a--b.`))
  expect(outline(article.tree)).toContain(
    'a href="https://mill.example/a--b"\n    "https://mill.example/a--b"',
  )
})

test('a text in another language says so; one in the publication’s keeps its variety', () => {
  expect(read(pasteOf('de-interview')).source.frontMatter).toMatchObject({ lang: 'de', dir: 'ltr' })
  expect(read(pasteOf('ar-maqal')).source.frontMatter).toMatchObject({ lang: 'ar', dir: 'rtl' })
})
