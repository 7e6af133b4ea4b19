import { describe, expect, it } from 'vitest'
import type { Article, Issue } from '../../../pipeline/article.js'
import { askedDigests } from '../../../pipeline/render/email/digests.js'
import { textTemplate } from '../../../templates/email/text/text.js'
import type { Rendering } from '../../../templates/rendering.js'
import { bound } from './bound.js'
import { all, faultsOf, parsed } from './html-rules.js'
import { articleFrom, renderingOf } from './rendering.js'

type Place = Pick<Article, 'section' | 'email' | 'letter'>

/** An issue of a letter and three articles under two titles, the second of which has a digest. */
async function anIssue(changes: Partial<Issue> = {}): Promise<Rendering> {
  const placed = async (text: string, key: string, place: Place): Promise<Article> => ({
    ...(await articleFrom(text, key)),
    ...place,
  })
  const articles = [
    await placed('---\ntitle: From the editor\n---\nDear reader.', 'a1', { letter: true }),
    await placed('---\ntitle: The eel\nauthors: [Niall]\n---\n## Part\n\nIt rises.', 'a2', {
      section: 'Essays',
    }),
    await placed(
      '---\ntitle: The bell\ndescription: It rings itself.\nauthors: [Ishbel]\ncover: { src: images/photo.jpg, alt: A buoy }\n---\nGone from here.',
      'a3',
      { section: 'Essays', email: 'digest' },
    ),
    await placed('---\ntitle: Die Monde\nlang: de\n---\nNeumond.', 'a4', { section: 'The almanac' }),
  ] as const
  const rendering = renderingOf([...articles], {
    issue: { title: 'Between tides', subtitle: 'Midsummer', ...changes },
  })
  return askedDigests(rendering).rendering
}

const web = 'https://slackwater.example.org/test/'

describe('the email of an issue of several articles', () => {
  it('has the letter, then what is in the issue, then the articles under the titles of its parts', async () => {
    const { html } = await bound(await anIssue())
    const order = [
      '>Between tides</h1>',
      '>Midsummer</p>',
      '>From the editor</h2>',
      'Dear reader.',
      '>In this issue</p>',
      '>Essays</p>',
      '>The almanac</p>',
      '>The eel</h2>',
      '>Part</h3>',
      '>The bell</a>',
      'It rings itself.',
      '>Die Monde</h2>',
    ]
    const places = order.map(words => html.lastIndexOf(words))
    expect(
      places.every(place => place > 0),
      JSON.stringify(places),
    ).toBe(true)
    const contents = html.indexOf('>In this issue</p>')
    expect(html.indexOf('Dear reader.')).toBeLessThan(contents)
    expect(contents).toBeLessThan(html.indexOf('>The eel</h2>'))
    expect(html.indexOf('>The eel</h2>')).toBeLessThan(html.indexOf('It rings itself.'))
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(faultsOf(html)).toEqual([])
  })

  it('has of a digest its picture, title, standfirst and author, all leading to the web edition', async () => {
    const { html } = await bound(await anIssue())
    expect(html).not.toContain('Gone from here')
    const links = all(parsed(html), 'a').filter(({ properties }) => properties.href === `${web}#tf-title-a3`)
    expect(links).toHaveLength(3)
    expect(html).toMatch(/By Ishbel\. <a [^>]*>Continue reading<\/a>/)
  })

  it('leads from its contents to each article and each digest in the email itself', async () => {
    const { html } = await bound(await anIssue())
    for (const key of ['a2', 'a3', 'a4']) {
      expect(html).toContain(`href="#tf-title-${key}"`)
      expect(html).toContain(`<a name="tf-title-${key}" id="tf-title-${key}">`)
    }
  })

  it('names a part once, where it begins', async () => {
    const { html } = await bound(await anIssue())
    // Once in the contents, once over the first of its articles.
    expect(html.match(/>Essays<\/p>/g)).toHaveLength(2)
  })

  it('says the same in its plain text', async () => {
    const text = textTemplate(await anIssue())
    expect(text.slice(0, text.indexOf('\n-----'))).toMatchInlineSnapshot(`
      "Slack Water


      Between tides
      =============

      Midsummer


      From the editor
      ===============

      Dear reader.

      In this issue:
      Essays
      - The eel (Niall)
      - The bell (Ishbel)

      The almanac
      - Die Monde


      * Essays *


      The eel
      =======

      By Niall


      Part
      ----

      It rises.


      The bell
      ========

      It rings itself.

      By Ishbel

      Continue reading:
      https://slackwater.example.org/test/#tf-title-a3


      * The almanac *


      Die Monde
      =========

      Neumond.
      "
    `)
  })
})
