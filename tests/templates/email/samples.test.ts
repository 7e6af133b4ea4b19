import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bindEmail } from '../../../pipeline/bind/email/bind.js'
import { emailTemplate } from '../../../templates/email/email.js'
import { textTemplate } from '../../../templates/email/text/text.js'
import type { Rendering } from '../../../templates/rendering.js'
import { renderingFrom } from './rendering.js'

const samples = ['forty-eight-minutes', 'the-dullest-instrument', 'the-mill-at-nendrum']

const bound = (rendering: Rendering) =>
  bindEmail({
    mjml: emailTemplate(rendering),
    text: textTemplate(rendering),
    envelope: {
      from: 'Slack Water <letters@example.org>',
      subject: rendering.issue.title,
      lang: rendering.issue.lang,
      date: rendering.issue.modified,
      messageId: '<sample@slackwater.example.org>',
    },
    images: rendering.assets.images,
    attachImages: false,
  })

describe.each(samples)('the sample %s', name => {
  const markdown = readFileSync(new URL(`../../../content/${name}.md`, import.meta.url), 'utf8')

  it('is valid MJML, and the same bytes each time', async () => {
    const first = await bound(await renderingFrom(markdown))
    const second = await bound(await renderingFrom(markdown))
    expect(second.html).toBe(first.html)
    expect(second.text).toBe(first.text)
    expect(Buffer.from(second.eml).equals(first.eml)).toBe(true)
    expect(first.html).toMatch(/^<!doctype html><html lang="en-GB" dir="ltr"/)
    expect(first.html).not.toMatch(/tfleaf|undefined|\[object/)
  })
})
