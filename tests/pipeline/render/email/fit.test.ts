import { describe, expect, it } from 'vitest'
import type { Issue, Publication } from '../../../../pipeline/article.js'
import { fitEmail, type Measure } from '../../../../pipeline/render/email/fit.js'
import { limit, room } from '../../../../pipeline/render/email/limits.js'
import { elementsNamed, wordsOf } from '../../../../pipeline/walk.js'
import type { Rendering } from '../../../../templates/rendering.js'
import { worded } from '../../../support/article.js'
import { issueOf, joined, publication, renderingOf } from '../../../support/rendering.js'

/** An email that weighs a hundred bytes for each character of its text, and nothing for anything else. */
const measured = () => {
  const seen: Issue[] = []
  const measure: Measure = async ({ issue }) => {
    seen.push(issue)
    const html = 100 * issue.articles.map(({ tree }) => wordsOf(tree).length).reduce((a, b) => a + b, 0)
    return { html, quotedPrintable: html + 1, trackedLinks: html }
  }
  return { measure, seen }
}

const letters = (count: number, letter = 'a') => letter.repeat(count)

async function fitted(rendering: Rendering) {
  const { measure, seen } = measured()
  const sizes = await measure(rendering)
  const fit = await fitEmail(rendering, sizes, measure, 'input.md')
  return { ...fit, messages: fit.messages.map(worded), measured: seen.length - 1 }
}

async function rendering(body: string, changes: Partial<Publication> = {}, front = ''): Promise<Rendering> {
  const issue = await issueOf(`---\ntitle: A title\n${front}---\n\n${body}`)
  return renderingOf(issue, 'email', { publication: { ...publication, ...changes } })
}

const { url: _, ...homeless } = publication
const without = (of: Rendering): Rendering => {
  const { web: _web, ...links } = of.links
  return { ...of, publication: homeless, links }
}
const textOf = ({ issue }: Rendering, index = 0) => issue.articles[index]?.tree.children.map(wordsOf)
const long = Array.from({ length: 12 }, (_, index) => letters(100, 'abcdefghijkl'.charAt(index)))

describe('an email that fits', () => {
  it('is as it was, and is not measured again', async () => {
    const given = await rendering(letters(800))
    expect(await fitted(given)).toEqual({ rendering: given, messages: [], measured: 0 })
  })

  it('is as it was near the limit, with the three heaviest blocks named', async () => {
    const given = await rendering(
      `${letters(100)}\n\n- ${letters(500)}\n\n${letters(60)}\n\n> ${letters(300)}`,
    )
    const { rendering: sent, messages } = await fitted(given)
    expect(sent).toBe(given)
    expect(messages).toEqual([
      '7:1 warning email-size Unexpected email of 96,001 bytes as quoted-printable, expected at most 90,000 bytes; Gmail clips it at 102,400 bytes. The heaviest: list in line 7 (50,000 bytes), blockquote in line 11 (30,000 bytes), paragraph in line 5 (10,000 bytes)',
    ])
  })
})

describe('an email that is too long', () => {
  it('is cut where the most of it fits, and leads to the web edition', async () => {
    const { rendering: sent, messages } = await fitted(await rendering(long.join('\n\n')))
    expect(textOf(sent)).toEqual(long.slice(0, 10))
    expect(sent.continuation).toEqual({
      article: { key: 'a1', href: 'https://slackwater.example.org/input/', headings: [] },
      leftOut: [],
    })
    expect(messages).toEqual([
      '25:1 warning email-cut Unexpected email of 120,001 bytes as quoted-printable, expected at most 102,400 bytes; cut before this paragraph: 100,001 bytes are left, and a link to the rest',
    ])
  })

  it('is cut below the limit wherever that falls, with as much as there is room for', async () => {
    for (let count = 11; count < 60; count += 7) {
      const { rendering: sent, measured } = await fitted(
        await rendering(Array.from({ length: count }, () => letters(100)).join('\n\n')),
      )
      expect(textOf(sent)).toHaveLength(10)
      expect(measured).toBeLessThan(8)
    }
  })

  it('leaves room for what a service adds', async () => {
    const half = Math.floor((limit - room / 2) / 200)
    const text = [letters(half), letters(half), letters(100)].join('\n\n')
    const { rendering: sent } = await fitted(await rendering(text))
    expect(textOf(sent)).toEqual([letters(half)])
  })

  it('goes on at the heading it was cut under', async () => {
    const body = `## One\n\n${letters(880)}\n\n## Two\n\n${letters(100)}\n\n${letters(100)}`
    const front = 'toc: true\n'
    const { rendering: sent } = await fitted(await rendering(body, {}, front))
    expect(textOf(sent)).toEqual(['One', letters(880), 'Two', letters(100)])
    expect(sent.continuation?.article?.href).toBe('https://slackwater.example.org/input/#two')
    const { rendering: shorter } = await fitted(await rendering(body.replace('a\n', `a${letters(120)}\n`)))
    expect(textOf(shorter)).toEqual(['One', letters(1000)])
    expect(shorter.continuation?.article).toMatchObject({
      href: 'https://slackwater.example.org/input/#two',
      headings: [{ heading: { tagName: 'h2' }, href: 'https://slackwater.example.org/input/#two' }],
    })
  })

  it('is cut before a first block that is larger than the limit', async () => {
    const { rendering: sent, messages } = await fitted(await rendering(letters(2000)))
    expect(textOf(sent)).toEqual([])
    expect(messages[0]).toContain('5:1 warning email-cut')
  })

  it('leads to its source where it is republished', async () => {
    const source = 'source: { name: The Tidal Review, url: https://tidal.example.org/a, republished: true }\n'
    const { rendering: sent } = await fitted(await rendering(long.join('\n\n'), {}, source))
    expect(sent.continuation?.article).toMatchObject({
      href: 'https://tidal.example.org/a',
      sourceName: 'The Tidal Review',
    })
  })

  it('leads to its source, republished or not, where there is no web edition', async () => {
    const source = 'source: { name: The Tidal Review, url: https://tidal.example.org/a }\n'
    const text = `[far](#far)\n\n${long.join('\n\n')}\n\n## Far\n\na`
    const { rendering: sent } = await fitted(without(await rendering(text, {}, source)))
    expect(sent.continuation?.article?.href).toBe('https://tidal.example.org/a')
    expect(sent.continuation?.article?.headings).toMatchObject([{ heading: { tagName: 'h2' } }])
    expect(sent.continuation?.article?.headings[0]).not.toHaveProperty('href')
    expect(elementsNamed(sent.issue.articles[0].tree, 'a')).toEqual([])
  })

  it('is whole where it goes on nowhere, and says what to set', async () => {
    const given = without(await rendering(long.join('\n\n')))
    const { rendering: sent, messages } = await fitted(given)
    expect(sent).toBe(given)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain('5:1 warning email-size Unexpected email of 120,001 bytes')
    expect(messages[0]).toContain(
      'Gmail will clip it, for there is nowhere to continue it: set `url` and build the web edition, or give the article a `source` with a `url`',
    )
  })

  it('is an error where the publication wants no cut', async () => {
    const email = { ...publication.email, overflow: 'fail' } as const
    const given = await rendering(long.join('\n\n'), { email })
    const { rendering: sent, messages } = await fitted(given)
    expect(sent).toBe(given)
    expect(messages[0]).toContain('5:1 error email-overflow Unexpected email of 120,001 bytes')
    expect(messages[0]).toContain('The heaviest: paragraph in line 5 (10,000 bytes), ')
  })

  it('says so where even its front is too long', async () => {
    const given = await rendering('a')
    const sizes = { html: limit * 2, quotedPrintable: 0, trackedLinks: 0 }
    const { messages, rendering: sent } = await fitEmail(given, sizes, async () => sizes, 'input.md')
    expect(sent.continuation).toBeDefined()
    expect(messages.map(worded)[0]).toContain('204,800 bytes are left all the same, which Gmail will clip')
  })
})

describe('an issue of several articles', () => {
  const issueOfThree = async () => {
    const part = (title: string, count: number) =>
      issueOf(`---\ntitle: ${title}\n---\n\n${Array(count).fill(letters(100)).join('\n\n')}`)
    return renderingOf(joined(await part('One', 4), await part('Two', 8), await part('Three', 2)), 'email')
  }

  it('is cut at its end, with the way to the articles that are left out', async () => {
    const { rendering: sent, messages } = await fitted(await issueOfThree())
    expect(textOf(sent, 0)).toHaveLength(4)
    expect(textOf(sent, 1)).toHaveLength(6)
    expect(sent.issue.articles).toHaveLength(2)
    expect(sent.continuation).toMatchObject({
      article: { key: 'a2' },
      leftOut: [{ title: 'Three', href: 'https://slackwater.example.org/input/#tf-title-a3' }],
    })
    expect(messages[0]).toContain('cut before this paragraph')
  })
})
