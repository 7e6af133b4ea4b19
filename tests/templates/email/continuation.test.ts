import { describe, expect, it } from 'vitest'
import type { Cut } from '../../../pipeline/issue/cuts.js'
import { cutRendering } from '../../../pipeline/render/email/continue.js'
import { defaultEmailTemplate, emailTemplate } from '../../../templates/email/email.js'
import type { Rendering } from '../../../templates/rendering.js'
import { bound } from './bound.js'
import { all, faultsOf, parsed } from './html-rules.js'
import { articleFrom, renderingFrom, renderingOf } from './rendering.js'

const cutAt = async (rendering: Rendering, cut: Cut) => {
  const { html } = await bound(cutRendering(rendering, cut))
  const links = all(parsed(html), 'a').flatMap(({ properties: { href } }) => (href ? [String(href)] : []))
  return { html, links }
}
const web = 'https://slackwater.example.org/test/'

describe('an email that was cut', () => {
  it('has a button after the text, before the notes and what is at the end', async () => {
    const front =
      'title: T\nauthors: [{ name: A, disclosure: He owns it. }]\nsource: { name: S, url: "https://s.example.org/" }'
    const { html } = await cutAt(
      await renderingFrom(`---\n${front}\n---\nKept.[^1]\n\nGone.[^2]\n\n[^1]: Note one.\n[^2]: Note two.`),
      { article: 0, kept: 1 },
    )
    const order = [
      'Kept.',
      '>Continue reading</a>',
      'Note one.',
      'He owns it.',
      'https://s.example.org/',
      'Staithe House',
    ]
    const places = order.map(words => html.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
    expect(html).not.toMatch(/Gone|Note two/)
    expect(faultsOf(html)).toEqual([])
  })

  it('has all its contents, those that were cut off on the web page', async () => {
    const { html, links } = await cutAt(
      await renderingFrom('---\ntitle: T\ntoc: true\n---\n## One\n\na\n\n## Two\n\nb\n\n## Three\n\nc'),
      { article: 0, kept: 2 },
    )
    expect(links.filter(href => /one|two|three/.test(href))).toEqual([
      '#one',
      `${web}#two`,
      `${web}#three`,
      `${web}#two`,
    ])
    expect(html).toContain('<a name="one" id="one">')
  })

  it('has the words of its language', async () => {
    const text =
      '---\ntitle: T\nlang: ar\nsource: { name: المجلة, url: "https://s.example.org/", republished: true }\n---\nكلمات\n\nأخرى'
    const { html } = await cutAt(await renderingFrom(text), { article: 0, kept: 1 })
    expect(html).toContain('>اقرأ المقال كاملاً على المجلة</a>')
    expect(html).toMatch(/<td align="right" class="button"/)
  })

  it('is still an issue of several where one article is left, with the way to the others', async () => {
    const rendering = renderingOf(
      [
        await articleFrom('---\ntitle: One\n---\n## Part\n\na\n\nb', 'a1'),
        await articleFrom('---\ntitle: Two\n---\nc', 'a2'),
        await articleFrom('---\ntitle: Drei & more\nlang: de\n---\nd', 'a3'),
      ],
      { issue: { title: 'Letter five' } },
    )
    const { html, links } = await cutAt(rendering, { article: 0, kept: 2 })
    expect(html).toMatch(/<h1[^>]*>Letter five<\/h1>/)
    expect(html).toMatch(/<h2[^>]*>One<\/h2>/)
    expect(html).toMatch(/<h3[^>]*>Part<\/h3>/)
    expect(html).toContain('>Also in this issue</p>')
    expect(html).toMatch(/<a href="[^"]*" lang="de" dir="ltr" style="[^"]*">Drei &#x26; more<\/a>/)
    expect(links.filter(href => href.includes('#'))).toEqual([
      '#tf-title-a1',
      `${web}#tf-title-a2`,
      `${web}#tf-title-a3`,
      `${web}#a1-part`,
      `${web}#tf-title-a2`,
      `${web}#tf-title-a3`,
    ])
    expect(faultsOf(html)).toEqual([])
  })

  it('has whole articles and a list where it is cut between two', async () => {
    const rendering = renderingOf([
      await articleFrom('---\ntitle: One\n---\na'),
      await articleFrom('---\ntitle: Two\n---\nb', 'a2'),
    ])
    const { html } = await cutAt(rendering, { article: 0, kept: 1 })
    expect(html).not.toContain('Continue reading')
    expect(html).toContain(`<a href="${web}#tf-title-a2"`)
  })

  it('shows the way on to a publication with a body of its own', async () => {
    const cut = cutRendering(await renderingFrom('---\ntitle: T\n---\na[^1]\n\nb\n\n[^1]: n'), {
      article: 0,
      kept: 1,
    })
    const body = () => [{ type: 'text' as const, value: 'Their own body' }]
    const { elements, layout } = defaultEmailTemplate
    const tree = JSON.stringify(emailTemplate(cut, { elements, layout: { ...layout, body } }))
    expect(tree).toContain('Their own body')
    expect(tree).toContain('Continue reading')
  })
})
