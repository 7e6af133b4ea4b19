import { describe, expect, it } from 'vitest'
import { bindEmail } from '../../../pipeline/bind/email/bind.js'
import { defaultEmailTemplate, type EmailTemplate, emailTemplate } from '../../../templates/email/email.js'
import { textTemplate } from '../../../templates/email/text/text.js'
import { bound } from './bound.js'
import { all, faultsOf, parsed } from './html-rules.js'
import { articleFrom, imageNamed, renderingFrom, renderingOf } from './rendering.js'

const front = `---
title: The title
subtitle: The subtitle
standfirst: The standfirst.
preheader: Only the inbox shows this.
authors:
  - name: Ann Lee
    role: Editor
    affiliation: The Review
    disclosure: Ann Lee owns a boat.
  - name: Bo Ek
date: 2026-03-20
number: 14
cover:
  src: cover.png
  alt: A harbour
  caption: At dawn.
source:
  name: The Estuary Review
  url: https://estuary.example/essay
  license: CC BY-ND 4.0
  republished: true
---
`

describe('the parts around an article', () => {
  it('stand in order, in HTML and in text', async () => {
    const { html, text } = await bound(await renderingFrom(`${front}The text.\n`))
    const parts = [
      'Slack Water',
      '№ 14 · 20 March 2026',
      'The title',
      'The subtitle',
      'The standfirst.',
      'Ann Lee and Bo Ek',
      'Ann Lee: Editor, The Review',
      'Republished from',
      'At dawn.',
      'The text.',
      'Disclosure',
      'Ann Lee owns a boat.',
      'CC BY-ND 4.0',
      'You asked for Slack Water, four times a year.',
      'View in browser',
      'PDF',
      'EPUB',
      'Unsubscribe',
      'Staithe House',
    ]
    const body = html.slice(html.indexOf('class="sheet"'))
    for (const where of [body, text]) {
      const places = parts.map(part => where.indexOf(part))
      expect(places.every(place => place >= 0)).toBe(true)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
    expect(body).toMatch(/<img src="[^"]*cover\.png" alt="A harbour" width="536"/)
  })

  it('are left out where there is nothing to say', async () => {
    const {
      web: _web,
      pdf: _pdf,
      epub: _epub,
      unsubscribe: _out,
      ...bare
    } = (await renderingFrom('Hi')).links
    const plain = await renderingFrom('---\ntitle: T\n---\nHi')
    const { address: _address, ...publication } = plain.publication
    const { html, text } = await bound({
      ...plain,
      publication: { ...publication, email: { images: 'hosted' } },
      links: bare,
    })
    expect(html).not.toMatch(/Unsubscribe|View in browser|EPUB|footer"|display:none/)
    expect(text).toBe('Slack Water\n\n\nT\n=\n\nHi\n')
  })

  it('hides the preheader from the message, the Word engine and the text', async () => {
    const { html, text } = await bound(await renderingFrom(`${front}The text.\n`))
    expect(html).toContain(
      '<div style="display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;mso-hide:all">Only the inbox shows this.</div>',
    )
    expect(text).not.toContain('Only the inbox')
    const { html: without } = await bound(await renderingFrom(`${front.replace(/^preheader.*\n/m, '')}Hi`))
    expect(without).toContain('mso-hide:all">The standfirst.</div>')
  })

  it('list the contents where the article asks for it, with anchors that Gmail follows', async () => {
    const made = await bound(await renderingFrom('---\ntitle: T\ntoc: true\n---\n## One\n\na\n\n## Two\n\nb'))
    expect(faultsOf(made.html)).toEqual([])
    expect(made.html).toMatch(/Contents<\/p><ul[^>]*><li><a href="#one"/)
    expect(made.html).toContain('<a name="one" id="one"></a><h2')
    expect(made.text).toContain('Contents:\n- One\n- Two\n\n\nOne\n---')
    const none = await bound(await renderingFrom('---\ntitle: T\n---\n## One\n\na\n\n## Two\n\nb'))
    expect(none.html).not.toMatch(/Contents|name="one"/)
  })
})

describe('the masthead', () => {
  const withLogo = async (shownWidth: number, change: Parameters<typeof renderingFrom>[1] = {}) => {
    const rendering = await renderingFrom('---\ntitle: T\nnumber: 3\n---\nHi', change)
    const asset = imageNamed('logo.png')
    const logo = asset && { ...asset, shownWidth, shownHeight: 40 }
    return (await bound({ ...rendering, assets: { ...rendering.assets, logo } })).html
  }

  it('has a mark beside the name', async () => {
    const html = await withLogo(40)
    expect(html).toMatch(
      /<td width="40" style="padding:0 14px 0 0"><img [^>]*logo\.png" alt="" width="40" height="40"[^>]*><\/td><td[^>]*><p[^>]*><a [^>]*class="name"[^>]*>Slack Water<\/a><br>№ 3/,
    )
    expect(faultsOf(html)).toEqual([])
  })

  it('has a wide mark in the name’s place, with the name for those who do not see it', async () => {
    const html = await withLogo(160)
    expect(html).toMatch(
      /<a [^>]*class="name"[^>]*><img [^>]*alt="Slack Water" width="160" height="40"[^>]*><\/a><p[^>]*>№ 3/,
    )
    expect(html.match(/>Slack Water</g)).toBeNull()
    const own = await withLogo(160, { publication: { logo: { src: 'logo.png', alt: 'Slack Water, waves' } } })
    expect(own).toContain('alt="Slack Water, waves"')
  })
})

describe('the byline', () => {
  const by = async (authors: string) =>
    (await bound(await renderingFrom(`---\ntitle: T\nupdated: 2026-03-21\nauthors:\n${authors}---\nHi`))).html

  it('has the portrait of one author beside the words', async () => {
    expect(await by('  - { name: Ann Lee, role: Editor, portrait: ann.jpg }\n')).toMatch(
      /<td width="52"[^>]*><img [^>]*ann\.jpg" alt="" width="52" height="52" style="[^"]*border-radius:26px"><\/td><td[^>]*><p[^>]*>By <strong[^>]*>Ann Lee<\/strong><br>Editor<br>Updated 21 March 2026</,
    )
  })

  it('gives each of several a row, with or without a face', async () => {
    const html = await by('  - { name: Ann Lee, photo: ann.jpg }\n  - { name: Bo Ek, role: Editor }\n')
    expect(html).toMatch(/ann\.jpg".*?<strong[^>]*>Ann Lee<\/strong><\/p><\/td><\/tr><\/tbody><\/table>/)
    expect(html).toMatch(/<td width="52"[^>]*><\/td><td[^>]*><p[^>]*><strong[^>]*>Bo Ek<\/strong><br>Editor/)
    expect(faultsOf(html)).toEqual([])
  })

  it('is words where no portrait can be had', async () => {
    expect(await by('  - { name: Ann Lee, portrait: missing.jpg }\n')).toMatch(
      /<p class="muted"[^>]*>By <strong[^>]*>Ann Lee<\/strong>/,
    )
  })
})

it('shows the mark of where an article is from', async () => {
  const from = (logo: string) => `---\ntitle: T\nsource: { name: The Review, logo: ${logo} }\n---\nHi`
  const { html } = await bound(await renderingFrom(from('review.png')))
  expect(html).toMatch(
    /<img [^>]*review\.png" alt="" width="120" height="40"[^>]*><\/p><p[^>]*>Source: The Review\./,
  )
  expect((await bound(await renderingFrom(from('missing.png')))).html).not.toContain('<img')
})

describe('an issue of two articles', () => {
  it('has one h1, and keeps their notes apart', async () => {
    const markdown = '---\ntitle: T\n---\nText.[^1]\n\n## Part\n\n[Up](#part)\n\n[^1]: Note.'
    const rendering = renderingOf([await articleFrom(markdown, 'a1'), await articleFrom(markdown, 'a2')])
    const { html } = await bound(rendering)
    expect(faultsOf(html)).toEqual([])
    for (const id of ['a1-fn-1', 'a2-fn-1', 'a1-part', 'a2-part']) expect(html).toContain(`name="${id}"`)
  })
})

describe('right to left', () => {
  it('mirrors what has a side', async () => {
    const markdown =
      '---\ntitle: T\nlang: ar\n---\n> q\n\n- a\n\n> [!NOTE]\n> n\n\n:::verse\nv\n:::\n\n<dl><dt>t</dt><dd>d</dd></dl>\n\n| h |\n|---|\n| c |\n\n:button[b]{href="https://example.org/"}\n\n```js\nx\n```\n\n:::lang{lang=en dir=ltr}\nEnglish\n:::'
    const { html } = await bound(await renderingFrom(markdown))
    expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl"/)
    expect(html).toMatch(/role="article" lang="ar" dir="rtl"/)
    const body = html.slice(html.indexOf('<body'))
    expect([...body.matchAll(/(?:padding|border)-(?:left|right):[^;"]+/g)].map(([whole]) => whole)).toEqual([
      'border-right:3px solid #8c2f1b',
      'border-right:4px solid #2f5d8c',
    ])
    expect(html).toContain('padding:2px 20px 1px 0')
    for (const element of ['<ul style="margin:0 26px 18px 0', '<div style="margin:26px 28px 26px 0"'])
      expect(html).toContain(element)
    expect(html).toContain('<dd style="margin:0 26px 12px 0">')
    expect(html).toMatch(/<td class="line cell" align="right"/)
    expect(html).toMatch(/<pre dir="ltr" class="code" style="[^"]*text-align:left/)
    expect(html).toContain('<p lang="en" dir="ltr" style="text-align:left">English</p>')
    expect(html).not.toMatch(/direction:ltr|align="left"/)
    expect(html).toContain('[if mso]><style>h1,h2,h3,h4{mso-line-height-rule:exactly}</style><![endif]')
  })
})

it.each([
  ['en', 3],
  ['ar', 0],
  ['ja', 0],
  ['zh-Latn', 3],
])('sets in italics only what has them: %s', async (lang, count) => {
  const markdown = `---\ntitle: T\nlang: ${lang}\nstandfirst: S\n---\n:::pullquote\nP\n:::\n\n:::figure{credit="C"}\n![A](a.jpg)\n:::`
  const { html } = await bound(await renderingFrom(markdown))
  expect(html.match(/font:italic/g)?.length ?? 0).toBe(count)
})

describe('a publication that changes the template', () => {
  it('replaces a handler and a part, typed', async () => {
    const template: EmailTemplate = {
      elements: {
        ...defaultEmailTemplate.elements,
        hr: () => [
          { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: '~' }] },
        ],
      },
      layout: { ...defaultEmailTemplate.layout, masthead: () => [] },
    }
    const rendering = await renderingFrom('---\ntitle: T\n---\na\n\n---\n\nb')
    const { html } = await bindEmail({
      mjml: emailTemplate(rendering, template),
      text: textTemplate(rendering),
      envelope: { subject: 'S', lang: 'en', date: new Date(0), messageId: '<a@example.org>' },
      images: [],
      attachImages: false,
    })
    expect(html).toContain('<p>~</p>')
    expect(html).not.toContain('class="name"')
  })

  it('is told where a component cannot stand', async () => {
    const { elements, layout } = defaultEmailTemplate
    const rendering = await renderingFrom('> a\n>\n> ---\n>\n> b')
    const always: EmailTemplate = {
      elements: { ...elements, hr: (node, state) => elements.hr(node, { ...state, place: 'column' }) },
      layout,
    }
    expect(() => emailTemplate(rendering, always)).toThrow(/mj-divider inside HTML/)
  })
})

describe('the weight of an email', () => {
  const words = 'The tide turned before the boats came in, and nobody on the quay said a word about it. '
  const paragraphs = Array.from({ length: 60 }, (_, index) => `${index + 1}. ${words.repeat(3).trim()}`)

  it('is its text and little more: sixty paragraphs', async () => {
    const text = (count: number) =>
      paragraphs
        .slice(0, count)
        .map(words => words.replace('. ', ' '))
        .join('\n\n')
    const sixty = Buffer.byteLength(
      (await bound(await renderingFrom(`---\ntitle: T\n---\n${text(60)}`))).html,
    )
    const one = Buffer.byteLength((await bound(await renderingFrom(`---\ntitle: T\n---\n${text(1)}`))).html)
    const own = Buffer.byteLength(text(60)) - Buffer.byteLength(text(1)) - 2 * 59
    expect((sixty - one - own) / 59).toBeLessThanOrEqual(60)
    expect(sixty).toBeLessThan(27_500)
  })

  it('has style sheets of a few kilobytes, and rules only for what is there', async () => {
    const { html } = await bound(await renderingFrom('---\ntitle: T\n---\nHi'))
    expect(html).not.toContain('.code-')
    const { html: coded } = await bound(await renderingFrom('```js\nconst a = 1\n```'))
    expect(coded).toContain('.ck{color:#e3a3d4!important}')
    expect(all(parsed(html), 'style').length).toBeGreaterThan(0)
  })
})
