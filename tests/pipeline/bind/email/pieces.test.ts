import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { bindEmail } from '../../../../pipeline/bind/email/bind.js'
import { fill } from '../../../../pipeline/bind/email/fill.js'
import {
  hasSlots,
  type Pieces,
  piecesOf,
  type Slot,
  written,
} from '../../../../pipeline/bind/email/pieces.js'
import { emailTemplate } from '../../../../templates/email/email.js'
import { textTemplate } from '../../../../templates/email/text/text.js'
import { mergeToken } from '../../../../templates/merge-token.js'
import { bound } from '../../../templates/email/bound.js'
import { renderingFrom } from '../../../templates/email/rendering.js'

const slotsOf = (pieces: Pieces) => pieces.filter((piece): piece is Slot => typeof piece !== 'string')

describe('tokens', () => {
  it.each(['words', 'part', 'target', 'attribute'] as const)('%s come back with what was in them', use => {
    const hostile = `"'”{{}}<&> é \u{1F600} \\ \n`
    const context = { words: 'html', part: 'url', target: 'href', attribute: 'attribute' }[use]
    expect(piecesOf(`a${mergeToken({ name: 'größe.x', default: hostile, use })}b`, 'html')).toEqual([
      'a',
      { name: 'größe.x', default: hostile, context },
      'b',
    ])
  })

  it('leave no control character behind', () => {
    expect(piecesOf('a\u0001wzz\u0002\u0085b', 'text')).toEqual(['awzzb'])
  })
})

const markdown = `Dear {{ name | default: "fr<i>end" }}, {{ unknown }} and \\{{ name }} are words.

[Yours](https://example.org/{{ email }}?n={{name}}#x) and [all]({{ unsubscribe_url }}), \`{{ name }}\`.

:button[Go]{href="{{ view_url }}&x=1"}

\`\`\`
{{ name | default: "friend" }}
{{ name }}
\`\`\`

| a | b |
|---|---|
| {{ name }} | {{{ name }}} |
`

describe('an email in pieces', () => {
  it('has a slot for each tag, and none for code, for raw braces and for names nobody declared', async () => {
    const { pieces } = await bound(await renderingFrom(markdown))
    expect(slotsOf(pieces.html).map(({ name, context }) => `${name} ${context}`)).toEqual([
      'name html',
      'email url',
      'name url',
      'unsubscribe_url href',
      'view_url href',
      ...(['name html', 'name html'] as const),
    ])
    expect(
      slotsOf(pieces.text)
        .map(({ name, context }) => `${name} ${context}`)
        .sort(),
    ).toEqual(
      [
        ...(['email url', 'name text', 'name text', 'name text', 'name url'] as const),
        ...(['unsubscribe_url address', 'view_url address'] as const),
      ].sort(),
    )
  })

  it('is the email for one reader when it is filled', async () => {
    const { pieces } = await bound(await renderingFrom(markdown))
    const values = {
      name: '<b>Ada</b> {{ email }}',
      email: 'ada&co@example.org',
      unsubscribe_url: 'https://example.org/u?a=1&b=2',
    }
    const html = fill(pieces.html, values)
    expect(html).toContain('Dear &lt;b&gt;Ada&lt;/b&gt; {{ email }}, &#123;&#123; unknown &#125;&#125;')
    expect(html).toContain(
      'href="https://example.org/ada%26co%40example.org?n=%3Cb%3EAda%3C%2Fb%3E%20%7B%7B%20email%20%7D%7D#x"',
    )
    expect(html).toContain('href="https://example.org/u?a=1&amp;b=2"')
    expect(html).toContain('&#123;&#123; name | default: "friend" &#125;&#125;')
    expect(fill(pieces.html, {})).toContain('Dear fr&lt;i&gt;end, ')
    const text = fill(pieces.text, values)
    expect(text).toContain('Dear <b>Ada</b> {{ email }}, {{ unknown }} and {{ name }} are words.')
    expect(text).toContain('    {{ name | default: "friend" }}\n    {{ name }}\n')
    expect(text).toContain('] https://example.org/u?a=1&b=2\n')
  })

  it('shows its tags as they were written, and no other two braces in its HTML', async () => {
    const { html, text, eml } = await bound(await renderingFrom(markdown))
    const found = html.replace(/<style.*?<\/style>/gs, '').match(/\{\{.*?\}\}/g)
    expect(found).toEqual([
      '{{ name | default: "fr&lt;i&gt;end" }}',
      ...(['{{ email }}', '{{ name }}', '{{ unsubscribe_url }}', '{{ view_url }}'] as const),
      ...(['{{ name }}', '{{ name }}'] as const),
    ])
    expect(html).toContain('&#123;{{ name }}&#125;')
    expect(html).not.toMatch(/[\u0001\u0002]/)
    expect(text).toContain('Dear {{ name | default: "fr<i>end" }}, {{ unknown }} and {{ name }} are words.')
    const mail = await simpleParser(Buffer.from(eml), { skipImageLinks: true })
    expect(mail.html).toBe(html)
    expect(mail.text).toBe(text)
  })

  it('breaks no tag over two lines, and counts the width of its default', async () => {
    const line = `${'word '.repeat(12)}{{ name | default: "dear and faithful friend" }} ${'word '.repeat(9)}`
    const { text, pieces } = await bound(await renderingFrom(line))
    expect(text).toContain('{{ name | default: "dear and faithful friend" }}')
    const longest = Math.max(
      ...fill(pieces.text, {})
        .split('\n')
        .map(one => one.length),
    )
    expect(longest).toBeLessThanOrEqual(72)
  })

  it('keeps a tag out of the headers of the message, and in their pieces', async () => {
    const rendering = await renderingFrom('Hi')
    const made = await bindEmail({
      mjml: emailTemplate(rendering),
      text: textTemplate(rendering),
      envelope: {
        subject: `For ${mergeToken({ name: 'name', default: 'you', use: 'words' })}`,
        lang: 'en',
        date: new Date(0),
        messageId: '<a@example.org>',
        unsubscribe: mergeToken({ name: 'unsubscribe_url', use: 'target' }),
      },
      images: [],
      attachImages: false,
    })
    const head = Buffer.from(made.eml).toString().split('\r\n\r\n')[0]
    const mail = await simpleParser(Buffer.from(made.eml))
    expect(mail.subject).toBe('For {{ name | default: "you" }}')
    expect(head).not.toContain('List-Unsubscribe')
    expect(hasSlots(made.pieces.subject)).toBe(true)
    const subject = fill(made.pieces.subject, { name: 'Ada\r\nBcc: x@example.org' })
    expect(subject).toBe('For Ada Bcc: x@example.org')
    const headers = made.headers.map(({ name, value }) => [
      name,
      fill(value, { unsubscribe_url: 'https://example.org/u?a=1&b=>' }),
    ])
    expect(headers).toEqual([
      ['Content-Language', 'en'],
      ['List-Unsubscribe', '<https://example.org/u?a=1&b=%3E>'],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ])
    expect(made.headers.map(({ value }) => written(value, 'header'))[1]).toBe('<{{ unsubscribe_url }}>')
  })
})
