import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { bindEmail, type EmailInput } from '../../../../pipeline/bind/email/bind.js'
import { composeMessage } from '../../../../pipeline/bind/email/message.js'
import { bound } from '../../../templates/email/bound.js'
import { all, faultsOf, parsed } from '../../../templates/email/html-rules.js'
import { articleFrom, renderingFrom, renderingOf } from '../../../templates/email/rendering.js'

const markdown = `---
title: Étude — “tides” & more
date: 2026-03-20
---
Dearest reader, ${'a line of words that goes on and on '.repeat(20)}

熟田津に船乗りせむと月待てば潮もかなひぬ

\`\`\`
one
  two
\`\`\`

![A gauge](gauge.png)
`

describe('the MIME message', () => {
  it('gives back the same HTML and text to mailparser and postal-mime', async () => {
    const { html, text, eml } = await bound(await renderingFrom(markdown))
    const mail = await simpleParser(Buffer.from(eml), { skipImageLinks: true })
    expect(mail.html).toBe(html)
    expect(mail.text).toBe(text)
    const postal = await PostalMime.parse(eml)
    // It adds a line's end of its own.
    expect(postal.html?.trimEnd()).toBe(html.trimEnd())
    expect(postal.text?.trimEnd()).toBe(text.trimEnd())
    expect(postal.subject).toBe('Étude — “tides” & more')
  })

  it('has the text first, short lines, and the headers of a list', async () => {
    const { eml } = await bound(await renderingFrom(markdown))
    const message = Buffer.from(eml).toString('latin1')
    expect(message.indexOf('Content-Type: text/plain')).toBeGreaterThan(0)
    expect(message.indexOf('Content-Type: text/html')).toBeGreaterThan(
      message.indexOf('Content-Type: text/plain'),
    )
    expect(message).toContain('Content-Type: multipart/alternative')
    expect(message.split('\r\n').filter(line => line.length > 78)).toEqual([])
    expect(message).not.toMatch(/(?<!\r)\n/)
    const head = message.slice(0, message.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
    expect(head).toContain('From: "Slack Water" <letters@example.org>')
    expect(head).toContain('Message-ID: <sample@slackwater.example.org>')
    expect(head).toContain('Date: Fri, 20 Mar 2026 00:00:00 +0000')
    expect(head).toContain('Content-Language: en-GB')
    expect(head).toContain('List-ID: "Slack Water" <slackwater.example.org>')
    expect(head).toContain('List-Unsubscribe: <https://slackwater.example.org/unsubscribe>')
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(head).toContain('MIME-Version: 1.0')
  })

  it('carries pictures as parts where they are attached, and addresses them as files in the HTML alone', async () => {
    const rendering = await renderingFrom(markdown, { links: { image: asset => asset.path } })
    const { html, eml } = await bound(rendering, true)
    expect(html).toContain('src="images/gauge.png"')
    const postal = await PostalMime.parse(eml)
    expect(postal.html?.trimEnd()).toBe(
      html.replace('src="images/gauge.png"', 'src="cid:gauge.png@images.trifold"').trimEnd(),
    )
    expect(
      postal.attachments.map(({ contentId, mimeType, related }) => ({ contentId, mimeType, related })),
    ).toEqual([{ contentId: '<gauge.png@images.trifold>', mimeType: 'image/png', related: true }])
    const { bytes } = rendering.assets.images[0] ?? { bytes: new Uint8Array() }
    expect(Buffer.from(postal.attachments[0]?.content as ArrayBuffer).equals(bytes)).toBe(true)
    const again = await bound(await renderingFrom(markdown, { links: { image: asset => asset.path } }), true)
    expect(Buffer.from(again.eml).equals(eml)).toBe(true)
  })

  it('lets no value of its envelope make a header', async () => {
    const input: EmailInput = {
      mjml: (await import('../../../../templates/email/email.js')).emailTemplate(await renderingFrom('Hi')),
      text: 'Hi\n',
      envelope: {
        from: 'A\r\nBcc: x@example.org <a@example.org>',
        subject: 'S\r\nBcc: y@example.org',
        lang: 'en\r\nBcc: z@example.org',
        date: new Date(0),
        messageId: '<a@example.org>\r\nBcc: w@example.org',
        listId: 'L\r\nBcc: v@example.org <l.example.org>',
        unsubscribe: 'https://example.org/>\r\nBcc: u@example.org',
      },
      images: [],
      attachImages: false,
    }
    const postal = await PostalMime.parse((await bindEmail(input)).eml)
    expect(postal.headers.map(({ key }) => key)).not.toContain('bcc')
    expect(postal.bcc).toBeUndefined()
  })
})

describe('the name of a list', () => {
  it.each([
    ['Slack "Water", Ltd <sw.example.org>', '"Slack \\"Water\\", Ltd" <sw.example.org>'],
    ['Ebbe – Flut <ef.example.org>', '=?UTF-8?B?RWJiZSDigJMgRmx1dA==?= <ef.example.org>'],
    ['sw.example.org', 'sw.example.org'],
  ])('%s keeps its address plain', async (listId, header) => {
    const envelope = { subject: 'S', lang: 'en', date: new Date(0), messageId: '<a@example.org>', listId }
    const head = Buffer.from(await composeMessage(envelope, 't', 'h', []))
      .toString()
      .split('\r\n\r\n')[0]
    expect(head?.replace(/\r\n[ \t]+/g, ' ')).toContain(`List-ID: ${header}\r\n`)
  })
})

describe('hostile words', () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(2)> ' & <!--[if mso]> {{ x }} tfleaf0x \u0085`

  it('stay words in every field', async () => {
    const article = await articleFrom(
      `> [!NOTE]\n> Text with \\<script>alert(0)\\</script>\n\n![${evil.replace(/[[\]]/g, '')}](gauge.png)\n\n:button[${evil.replace(/[[\]]/g, '')}]{href="https://example.org/?a='b"}`,
    )
    const meta = {
      ...article.meta,
      title: evil,
      subtitle: evil,
      standfirst: evil,
      preheader: evil,
      authors: [{ name: evil, role: evil, affiliation: evil, disclosure: evil }],
      source: {
        name: evil,
        url: 'https://example.org/"><b>',
        license: evil,
        republished: true,
        verbatim: true,
      },
      cover: { src: 'cover.png', alt: evil, caption: evil },
    }
    const rendering = renderingOf([{ ...article, meta }], {
      publication: {
        name: evil,
        address: evil,
        email: { images: 'hosted', why: evil, unsubscribe: 'https://example.org/"x' },
      },
      issue: { title: evil, lang: 'en"><script>' },
    })
    const { html, text } = await bound(rendering)
    expect(faultsOf(html.replaceAll('tfleaf0x', ''))).toEqual([])
    const tree = parsed(html)
    expect(all(tree, 'script', 'b')).toEqual([])
    expect(all(tree, 'img').map(({ properties }) => properties.src)).not.toContain('x')
    const shown = evil.replace('\u0085', '')
    expect(all(tree, 'h1')[0]?.children).toMatchObject([{ value: shown }])
    expect(all(tree, 'title')[0]?.children).toMatchObject([{ value: shown }])
    expect(text).toContain('"><script>alert(1)</script>')
  })
})

describe('a tree that is no MJML', () => {
  it('is refused, with what is wrong', async () => {
    const { emailTemplate } = await import('../../../../templates/email/email.js')
    const mjml = emailTemplate(await renderingFrom('Hi'))
    const broken = structuredClone(mjml)
    const body = broken.children.at(-1)
    if (body && 'attributes' in body) body.attributes.width = 'wide'
    const envelope = { subject: 'S', lang: 'en', date: new Date(0), messageId: '<a@example.org>' }
    const input = { mjml: broken, text: 'Hi', envelope, images: [], attachImages: false }
    await expect(bindEmail(input)).rejects.toThrow(/width/)
  })
})
