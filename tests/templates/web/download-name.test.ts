import { describe, expect, test } from 'vitest'
import { downloadName } from '../../../templates/web/download-name.js'
import { publication, renderingOf } from '../../support/rendering.js'
import { article, issue } from '../../support/tree.js'

const nameOf = (title: string, { name = 'Slack Water', date = '2026-03-20', slug = 'a' } = {}) => {
  const of = issue(article([], { meta: { title, slug, ...(date ? { date } : {}) } }))
  return downloadName(renderingOf(of, 'web', { publication: { ...publication, name } }), 'pdf')
}

describe('the name under which a download is kept', () => {
  test.each([
    ['Forty-eight minutes', 'Slack Water - Forty-eight minutes - 2026-03-20.pdf'],
    ['Slack Water', 'Slack Water - 2026-03-20.pdf'],
    ['Why? 1/2 of "it": a <b>|* \\ question', 'Slack Water - Why 1 2 of it a b question - 2026-03-20.pdf'],
    ['To be continued...', 'Slack Water - To be continued - 2026-03-20.pdf'],
    ['a\u0000b\u0007c\u2028d\tnew\nline', 'Slack Water - a b c d new line - 2026-03-20.pdf'],
    // What turns the text would show another ending.
    ['fdp.\u202egpj', 'Slack Water - fdp. gpj - 2026-03-20.pdf'],
    ['المدّ والجزر', 'Slack Water - المدّ والجزر - 2026-03-20.pdf'],
    // Persian is misspelt without it.
    ['می\u200cرود', 'Slack Water - می\u200cرود - 2026-03-20.pdf'],
    ['e\u0301te\u0301', 'Slack Water - \u00e9t\u00e9 - 2026-03-20.pdf'],
    ['???', 'Slack Water - 2026-03-20.pdf'],
  ])('%j', (title, expected) => {
    expect(nameOf(title)).toBe(expected)
  })

  test('has the day of a time, and no date where there is none', () => {
    expect(nameOf('T', { date: '2026-03-20T10:00:00+02:00' })).toBe('Slack Water - T - 2026-03-20.pdf')
    expect(nameOf('T', { date: '' })).toBe('Slack Water - T.pdf')
  })

  test.each([
    ['NUL', 'NUL_ - T.pdf'],
    ['com1', 'com1_ - T.pdf'],
    ['nul.example', 'nul_.example - T.pdf'],
    ['Console', 'Console - T.pdf'],
  ])('is no device of Windows: %s', (name, expected) => {
    expect(nameOf('T', { name, date: '' })).toBe(expected)
  })

  test('is the slug where neither name has a character that may stand in one', () => {
    expect(nameOf('?', { name: '*', date: '', slug: 'the-mill' })).toBe('the-mill.pdf')
  })

  test('is never longer than a system takes, nor cut within a character', () => {
    for (const letter of ['a', 'é', '潮', '🌊']) {
      const name = nameOf(letter.repeat(300))
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
      expect(name).toMatch(/ - 2026-03-20\.pdf$/)
      expect(Buffer.from(name).toString()).toBe(name)
    }
  })
})
