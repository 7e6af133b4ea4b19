import { describe, expect, test } from 'vitest'
import { createPress } from '../../../pipeline/press.js'
import { kindOf, linksOf } from '../../../pipeline/preview/links.js'
import { lengthOf } from '../../../pipeline/preview/weight.js'

const url = 'https://slackwater.example.org/letters'

describe('where a link leads', () => {
  test.each([
    ['#part', 'within'],
    ['article:a2#part', 'within'],
    ['https://slackwater.example.org/letters', 'publication'],
    ['https://slackwater.example.org/letters/the-mill', 'publication'],
    ['https://slackwater.example.org/lettersmith', 'elsewhere'],
    ['https://slackwater.example.org.example.com/letters/', 'elsewhere'],
    ['https://tides.example.com/', 'elsewhere'],
    ['mailto:hester@example.org', 'somebody'],
    ['tel:+441234', 'somebody'],
  ])('%s is %s', (target, kind) => {
    expect(kindOf(target, url)).toBe(kind)
  })

  test('without an address of the publication all others are elsewhere', () => {
    expect(kindOf('https://slackwater.example.org/', undefined)).toBe('elsewhere')
  })
})

test('every link has its words and its line, and an issue its length', async () => {
  const press = createPress({ config: { name: 'Slack Water', lang: 'en', url } })
  const text =
    '# Tides\n\n## Part\n\nSee [the *old* mill](https://tides.example.com/) and [part](#part).\n\n- [mail](mailto:a@example.org)\n\nIt’s 潮の満ち引き.\n'
  const { issue } = await press.fromMarkdown(text, { file: 'a.md' })
  await press.close()
  expect(linksOf(issue, url).map(({ kind, text, line }) => [kind, text, line])).toEqual([
    ['elsewhere', 'the old mill', 5],
    ['within', 'part', 5],
    ['somebody', 'mail', 7],
  ])
  const { words, minutes } = lengthOf(issue)
  expect(minutes).toBe(1)
  // Eight of English, and as many of Japanese as its own dictionary has.
  expect(words).toBeGreaterThan(8)
})

test('another article of the issue is named by its title', async () => {
  const press = createPress({ config: { name: 'Slack Water', lang: 'en' } })
  const { issue } = await press.fromMarkdown('# Tides\n\nSee [there](https://here.invalid/).\n')
  await press.close()
  const [first] = issue.articles
  const tree = JSON.parse(JSON.stringify(first.tree).replace('https://here.invalid/', 'article:a2#part'))
  const second = { ...first, key: 'a2', meta: { ...first.meta, title: 'The mill' } }
  const found = linksOf(
    {
      ...issue,
      articles: [
        { ...first, tree },
        { ...second, tree: first.tree },
      ],
    },
    undefined,
  )
  expect(found.map(({ kind, target }) => [kind, target])).toEqual([
    ['within', '“The mill” #part'],
    ['elsewhere', 'https://here.invalid/'],
  ])
})
