import { describe, expect, test } from 'vitest'
import type { PreviewIssue } from '../../../../pipeline/preview/data.js'
import { inUnits } from '../../../../pipeline/preview/page/amounts.js'
import { lookIn, readerIn, shownAddress } from '../../../../pipeline/preview/page/looks.js'
import { standing } from '../../../../pipeline/preview/page/panels/budget.js'
import { linesOf } from '../../../../pipeline/preview/page/views/lines.js'

const issue: PreviewIssue = {
  slug: 'between tides',
  title: 'Between tides',
  source: 'content/tides.md',
  draft: false,
  formats: [
    {
      format: 'email',
      state: 'built',
      files: [{ path: 'email.parts.json', bytes: 1, version: 7 }],
      sizes: {},
    },
  ],
  messages: [],
}
const first = { shows: 'mail', width: 'desktop', colours: 'light', pictures: 'on', styles: 'on' }

describe('a look', () => {
  test('is that of before anything was chosen where what was kept is none', () => {
    for (const kept of [undefined, '', '[]', 'null', '{"width":"toString","colours":4}'])
      expect(lookIn(kept === undefined ? {} : { 'email.look': kept })).toEqual(first)
    expect(lookIn({ 'email.look': '{"width":"phone","colours":"dark"}' })).toEqual({
      ...first,
      width: 'phone',
      colours: 'dark',
    })
    expect(readerIn({ 'email.reader': '{"name":"Ann","odd":{}}' })).toEqual({ name: 'Ann' })
  })

  test('is in the address of the email, and so is the reader', () => {
    const look = lookIn({})
    expect(shownAddress(issue, {}, look)).toBe('email/between%20tides?v=7')
    expect(shownAddress(issue, { name: 'A&B' }, { ...look, colours: 'dark', pictures: 'off' })).toBe(
      'email/between%20tides?v=7&reader=%7B%22name%22%3A%22A%26B%22%7D&dark&no-images',
    )
    expect(shownAddress({ ...issue, formats: [] }, {}, look)).toBeUndefined()
  })
})

test.each([
  [90_000, 'within', 'Within: 12,400 bytes are left'],
  [90_001, 'near', 'Near: 12,399 bytes are left'],
  [102_400, 'near', 'Near: 0 bytes are left'],
  [102_401, 'over', 'Over: Gmail hides what comes after 102,400 bytes'],
])('an email of %s bytes is %s what Gmail shows', (bytes, state, words) => {
  expect(standing(bytes, { limit: 102_400, close: 90_000 })).toEqual({ state, words })
})

test('HTML that runs on is broken into lines, and nothing of it is lost', () => {
  const html =
    '<!doctype html><html><style>p{margin:0}td{color:#123}</style><body><p>One <b>two</b></p><p>x</p>'
  const broken = linesOf(html, true)
  expect(broken.join('')).toBe(html)
  expect(broken).toContain('<p>One <b>two</b>')
  expect(linesOf('a\nb\n', false)).toEqual(['a', 'b'])
})

test('bytes are told in the unit that they are read in', () => {
  expect([1, 999, 38_249, 999_949, 999_950].map(inUnits)).toEqual([
    '1 byte',
    '999 bytes',
    '38.2 kB',
    '999.9 kB',
    '1.0 MB',
  ])
})
