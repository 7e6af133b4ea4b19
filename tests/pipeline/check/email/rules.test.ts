import { describe, expect, it } from 'vitest'
import { type EmailRule, parseEmail } from '../../../../pipeline/check/email/checked-email.js'
import { emailLanguage } from '../../../../pipeline/check/email/rules/email-language.js'
import { emailStyles } from '../../../../pipeline/check/email/rules/email-styles.js'
import { emailTable } from '../../../../pipeline/check/email/rules/email-table.js'
import { issueOf, publication } from '../../../support/rendering.js'

/** What a rule says of HTML that no template of ours makes: classes of faults that an override cannot bring. */
async function saidBy(rule: EmailRule, html: string): Promise<string[]> {
  return rule(parseEmail(html, await issueOf('Words.'), publication)).map(({ reason }) => reason)
}

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en" dir="ltr"><head>${head}</head><body>${body}</body></html>`

describe('language', () => {
  it('asks for both on html and on what is in the body', async () => {
    expect(
      await saidBy(emailLanguage, '<html lang="und"><body><div lang="en">Words.</div></body></html>'),
    ).toEqual([
      'Unexpected email without `lang` on `html`, expected `lang="en"`',
      'Unexpected email without `dir` on `html`, expected `dir="ltr"`',
      'Unexpected email without `dir` on the element around the body, expected `dir="ltr"`',
    ])
    expect(await saidBy(emailLanguage, page('<div lang="en" dir="ltr">Words.</div>'))).toEqual([])
  })
})

describe('tables', () => {
  it('are looked at where only Outlook sees them', async () => {
    const ghost = (role: string) => page(`<!--[if mso]><table${role}><tr><td><![endif]-->Words.`)
    expect(await saidBy(emailTable, ghost(' role="presentation"'))).toEqual([])
    expect(await saidBy(emailTable, ghost(''))).toHaveLength(1)
  })

  it('do not answer for a table inside them', async () => {
    const inner = '<table><tr><th scope="col">a</th></tr></table>'
    expect(
      await saidBy(emailTable, page(`<table role="presentation"><tr><td>${inner}</td></tr></table>`)),
    ).toEqual([])
    expect(
      await saidBy(emailTable, page(`<table role="presentation"><tr><th scope="col">a</th></tr></table>`)),
    ).toEqual(['Unexpected `role` on a table of data, expected none'])
  })
})

describe('styles', () => {
  it('are looked at in style sheets, in at-rules too', async () => {
    const sheet = '@media (max-width:480px){.a{width:2rem}}.b{color:rgba(1 2 3 / 4%)}'
    expect(await saidBy(emailStyles, page('', `<style>${sheet}</style>`))).toEqual([
      'Unexpected `rem` in `.a` in `width:2rem`, expected px',
      'Unexpected a colour with spaces in `.b` in `color:rgba(1 2 3 / 4%)`, expected six-digit hex',
    ])
  })

  it('are no more than Gmail reads', async () => {
    const sheet = (bytes: number) => page('', `<style>${'a'.repeat(bytes)}</style>`)
    expect(await saidBy(emailStyles, sheet(16_384))).toEqual([])
    expect(await saidBy(emailStyles, sheet(16_385))).toEqual([
      'Unexpected style sheets of 16385 bytes, expected at most 16384; Gmail drops what is over',
    ])
  })
})
