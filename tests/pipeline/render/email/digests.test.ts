import { describe, expect, it } from 'vitest'
import type { Article, EmailForm } from '../../../../pipeline/article.js'
import { askedDigests, digestToFit } from '../../../../pipeline/render/email/digests.js'
import { fitEmail, type Measure } from '../../../../pipeline/render/email/fit.js'
import { limit, room } from '../../../../pipeline/render/email/limits.js'
import { elementsNamed, wordsOf } from '../../../../pipeline/walk.js'
import type { Rendering } from '../../../../templates/rendering.js'
import { worded } from '../../../support/article.js'
import { issueOf, joined, publication, renderingOf } from '../../../support/rendering.js'

/** An email that weighs a hundred bytes for each character of its text. */
const measure: Measure = async ({ issue }) => {
  const html = 100 * issue.articles.map(({ tree }) => wordsOf(tree).length).reduce((a, b) => a + b, 0)
  return { html, quotedPrintable: html + 1, trackedLinks: html }
}

/** An article of so many letters, in paragraphs of a hundred, and what an email has of it. */
interface Part {
  readonly letters: number
  readonly email?: EmailForm
  readonly front?: string
  readonly body?: string
}

async function of(...parts: readonly Part[]): Promise<Rendering> {
  const issues = await Promise.all(
    parts.map(({ letters, front = 'description: In short.', body = '' }, index) =>
      issueOf(
        `---\ntitle: No ${index + 1}\n${front}\n---\n\n${Array(letters / 100)
          .fill('a'.repeat(100))
          .join('\n\n')}\n\n${body}`,
      ),
    ),
  )
  const [first, ...more] = issues
  if (!first) throw new Error('Expected a part')
  const issue = joined(first, ...more)
  const articles = issue.articles.map((article, index): Article => {
    const email = parts[index]?.email
    return { ...article, ...(email ? { email } : {}) }
  })
  return renderingOf({ ...issue, articles: articles as [Article, ...Article[]] }, 'email')
}

async function fitted(rendering: Rendering) {
  const asked = askedDigests(rendering)
  const digested = await digestToFit(asked.rendering, await measure(asked.rendering), measure, 'issue.yaml')
  return {
    asked: asked.rendering,
    ...digested,
    digests: [...(digested.rendering.digests?.keys() ?? [])],
    messages: [...asked.messages, ...digested.messages].map(worded),
  }
}

const { url: _, ...homeless } = publication
const without = (given: Rendering): Rendering => {
  const { web: _web, ...links } = given.links
  return { ...given, publication: homeless, links }
}
const textOf = ({ issue }: Rendering, index: number) => issue.articles[index]?.tree.children.map(wordsOf)

describe('a digest that the issue asks for', () => {
  it('has nothing of the text under a standfirst, and leads to the web edition', async () => {
    const { asked, messages } = await fitted(await of({ letters: 200 }, { letters: 200, email: 'digest' }))
    expect(textOf(asked, 0)).toHaveLength(2)
    expect(textOf(asked, 1)).toEqual([])
    expect(asked.digests).toEqual(
      new Map([['a2', { href: 'https://slackwater.example.org/input/#tf-title-a2' }]]),
    )
    expect(messages).toEqual([])
  })

  it('has the first paragraph with its notes where there is no standfirst', async () => {
    const body = 'First.[^1]\n\nSecond.\n\n[^1]: A note.'
    const { asked } = await fitted(
      await of({ letters: 100 }, { letters: 0, email: 'digest', front: 'tags: []', body }),
    )
    expect(textOf(asked, 1)).toEqual(['First.', 'A note.'])
  })

  it('leads to its source where it is republished', async () => {
    const front = 'source: { name: The Tidal Review, url: https://tidal.example.org/a, republished: true }'
    const { asked } = await fitted(await of({ letters: 100 }, { letters: 100, email: 'digest', front }))
    expect(asked.digests?.get('a2')).toEqual({
      href: 'https://tidal.example.org/a',
      sourceName: 'The Tidal Review',
    })
  })

  it('is the whole article where that can be read nowhere, with a message', async () => {
    const { asked, messages } = await fitted(
      without(await of({ letters: 100 }, { letters: 100, email: 'digest' })),
    )
    expect(asked.digests).toBeUndefined()
    expect(textOf(asked, 1)).toHaveLength(1)
    expect(messages).toEqual([
      'warning email-digest Unexpected digest of “No 2”, which can be read whole nowhere: it is there in full; set `url` and build the web edition',
    ])
  })

  it('leaves links to places in it leading to the web edition', async () => {
    const rendering = await of({ letters: 100 }, { letters: 100, email: 'digest', body: '## A part' })
    const [first, second] = rendering.issue.articles
    const block = first.tree.children[0]
    if (!second || block?.tagName !== 'p') throw new Error('Expected two articles')
    const { position } = block
    const link = (href: string) => ({
      type: 'element' as const,
      tagName: 'a' as const,
      properties: { href },
      children: [],
      position,
    })
    const linked = { ...block, children: [link('article:a2#a-part'), link('article:a2')] }
    const tree = { ...first.tree, children: [linked] }
    const { asked } = await fitted({
      ...rendering,
      issue: { ...rendering.issue, articles: [{ ...first, tree }, second] },
    })
    expect(elementsNamed(asked.issue.articles[0].tree, 'a').map(({ properties }) => properties.href)).toEqual(
      ['https://slackwater.example.org/input/#a2-a-part', 'article:a2'],
    )
  })
})

describe('an article that may be a digest', () => {
  const auto = (letters: number): Part => ({ letters, email: 'auto' })

  it('is whole where there is room for all', async () => {
    const { digests, messages } = await fitted(await of(auto(300), auto(300), auto(300)))
    expect(digests).toEqual([])
    expect(messages).toEqual([])
  })

  it('is one where there is no room, from the last on, and it is said', async () => {
    const { digests, rendering, messages } = await fitted(
      await of(auto(500), auto(400), auto(300), auto(200)),
    )
    expect(digests).toEqual(['a3', 'a4'])
    expect(messages).toEqual([
      'warning email-digest Unexpected email of 140,001 bytes as quoted-printable, expected at most 102,400 bytes; “No 3”, “No 4” are digests, and 90,001 bytes are left. Say `email: digest` or `full` of an article to choose yourself',
    ])
    expect((await measure(rendering)).html).toBeLessThanOrEqual(limit - room)
  })

  it('is one of sixty that are, and the email was made seven times at most to find how many', async () => {
    const rendering = await of(...Array.from({ length: 60 }, () => auto(100)))
    let times = 0
    const counting: typeof measure = given => {
      times += 1
      return measure(given)
    }
    const digested = await digestToFit(rendering, await measure(rendering), counting, 'issue.yaml')
    const { digests } = await fitted(rendering)
    expect([...(digested.rendering.digests?.keys() ?? [])]).toEqual(digests)
    expect(digests.length).toBeGreaterThan(30)
    expect(times).toBeLessThanOrEqual(7)
  })

  it('spares what is to be there in full, whatever that costs; then the email is cut', async () => {
    const full = (letters: number): Part => ({ letters, email: 'full' })
    const { digests, rendering, sizes } = await fitted(await of(full(800), auto(300), full(800)))
    expect(digests).toEqual(['a2'])
    const { rendering: cut } = await fitEmail(rendering, sizes, measure, 'issue.yaml')
    expect(cut.continuation?.article?.key).toBe('a3')
    expect(cut.digests?.has('a2')).toBe(true)
  })

  it('is whole where it can be read nowhere else', async () => {
    const { digests, messages } = await fitted(without(await of(auto(800), auto(800))))
    expect(digests).toEqual([])
    expect(messages).toEqual([])
  })
})
