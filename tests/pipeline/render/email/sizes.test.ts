import MailComposer from 'nodemailer/lib/mail-composer'
import { describe, expect, it } from 'vitest'
import { largestOf, sizesOf } from '../../../../pipeline/render/email/sizes.js'
import { seeded } from '../../../support/seeded.js'

/** The bytes of a body that nodemailer writes as quoted-printable. */
async function mailed(html: string): Promise<number> {
  const composer = new MailComposer({ html, textEncoding: 'quoted-printable', newline: 'windows' })
  const message = await composer.compile().build()
  const body = message.subarray(message.indexOf('\r\n\r\n') + 4)
  // nodemailer ends the last line.
  return body.toString('latin1').replace(/\r\n$/, '').length
}

const words = [
  'tide',
  'a="1"',
  '潮の満ち引き',
  'البحر',
  '🌊',
  '=3D',
  ' \t',
  '\n',
  '  \n',
  'x'.repeat(90),
  'é',
  '.',
]

describe('the sizes of an email', () => {
  it('counts UTF-8 in bytes', () => {
    expect(sizesOf('aé潮🌊').html).toBe(1 + 2 + 3 + 4)
  })

  it('counts quoted-printable as the message has it, on random text', async () => {
    const random = seeded(11)
    for (let round = 0; round < 60; round += 1) {
      const text = Array.from({ length: 1 + Math.floor(random() * 200) }, () => {
        return words[Math.floor(random() * words.length)]
      })
      const html = `<p>${text.join(random() < 0.5 ? ' ' : '')}</p>`
      expect(sizesOf(html).quotedPrintable).toBe(await mailed(html))
    }
  })

  it('counts each web link as one of 400 characters, and leaves the other addresses', () => {
    const link = (href: string) => `<a title="a > b" href="${href}">go</a>`
    const grown = (html: string) => sizesOf(html).trackedLinks - sizesOf(html).html
    expect(grown(link('https://example.org/'))).toBe(400 - 'https://example.org/'.length)
    expect(grown(link('http://a.example/?b&#x26;c') + link('https://b.example/'))).toBe(800 - 26 - 18)
    expect(grown(link('mailto:a@example.org') + link('#fn-1') + link('{{ unsubscribe }}'))).toBe(0)
    expect(grown('<img src="https://example.org/a.png"><p>href="https://example.org/"</p>')).toBe(0)
  })

  it('has the largest decide', () => {
    expect(largestOf({ html: 3, quotedPrintable: 5, trackedLinks: 4 })).toMatchObject({
      name: 'quotedPrintable',
      bytes: 5,
    })
    expect(largestOf({ html: 3, quotedPrintable: 5, trackedLinks: 6 })).toMatchObject({ bytes: 6 })
  })
})
