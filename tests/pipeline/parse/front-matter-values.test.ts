import { describe, expect, it } from 'vitest'
import { readDate } from '../../../pipeline/parse/front-matter-date.js'
import { readSlug } from '../../../pipeline/parse/front-matter-slug.js'
import { directionOf, readLanguage } from '../../../pipeline/parse/language-tag.js'

describe('a date', () => {
  it.each([
    ['2026-03-12', '2026-03-12'],
    ['2026/3/2', '2026-03-02'],
    ['2024-02-29', '2024-02-29'],
    ['2026-03-12T09:30', '2026-03-12T09:30:00Z'],
    ['2026-03-12 09:30:15.250 +1', '2026-03-12T09:30:15.250+01:00'],
    ['2001-12-14t21:59:43.10-05:00', '2001-12-14T21:59:43.10-05:00'],
    ['2026/03/12 09:30:00 +0530', '2026-03-12T09:30:00+05:30'],
    ['Thu, 12 Mar 2026 09:30:00 +0100', '2026-03-12T09:30:00+01:00'],
    ['12 Mar 2026 09:30 EST', '2026-03-12T09:30:00-05:00'],
    ['Thu, 12 Mar 2026 09:30:00 GMT (Greenwich)', '2026-03-12T09:30:00Z'],
    ['12 March 2026', '2026-03-12'],
    ['March 12, 2026', '2026-03-12'],
  ])('%s is %s', (written, date) => {
    expect(readDate(written)).toEqual({ date })
  })

  it.each([
    ['2026-02-29', '28 days'],
    ['1900-02-29', '28 days'],
    ['2026-04-31', '30 days'],
    ['2026-00-10', 'no month 0'],
    ['2026-03-12T24:00', 'no such time'],
    ['2026-03-12T09:30+25:00', 'no such time'],
    ['2026-03-12T09:30 XYZ', 'no such time'],
    ['03/12/2026', 'expected a date'],
    ['2026', 'expected a date'],
    ['2026-03/12', 'expected a date'],
    ['12 Foo 2026', 'expected a date'],
    ['tomorrow', 'expected a date'],
  ])('%s is none', (written, fault) => {
    expect(readDate(written)).toEqual({ fault: expect.stringContaining(fault) })
  })
})

describe('a language', () => {
  it.each([
    ['en', 'en', 'ltr'],
    ['EN_gb', 'en-GB', 'ltr'],
    ['en-UK', 'en-GB', 'ltr'],
    ['no', 'no', 'ltr'],
    ['zh-Hant-TW', 'zh-Hant-TW', 'ltr'],
    ['es-419', 'es-419', 'ltr'],
    ['enm', 'enm', 'ltr'],
    ['ar', 'ar', 'rtl'],
    ['he', 'he', 'rtl'],
    ['fa', 'fa', 'rtl'],
    ['ur', 'ur', 'rtl'],
    ['yi', 'yi', 'rtl'],
    ['dv', 'dv', 'rtl'],
    ['ckb', 'ckb', 'rtl'],
    ['az-Arab', 'az-Arab', 'rtl'],
    ['pa-PK', 'pa-PK', 'rtl'],
    ['ar-Latn', 'ar-Latn', 'ltr'],
  ])('%s is %s, which runs %s', (written, lang, dir) => {
    expect(readLanguage(written)).toEqual({ lang })
    expect(directionOf(lang)).toBe(dir)
  })

  it.each([
    ['us', 'country, United States; write en-US'],
    ['JP', 'country, Japan; write ja-JP'],
    ['English', 'write en'],
    ['C', 'not a language code'],
    ['', 'not a language code'],
    ['en-EN', 'no country or region'],
    ['en US', 'not a language code'],
    ['x'.repeat(5000), 'not a language code'],
  ])('%s is none', (written, fault) => {
    expect(readLanguage(written)).toEqual({ fault: expect.stringContaining(fault) })
  })
})

describe('a slug', () => {
  it.each([
    ['tide-tables', 'tide-tables'],
    ['The Tide: a table?', 'The-Tide-a-table'],
    ['潮汐表', '潮汐表'],
    ['المد', 'المد'],
    ['v1.2_final', 'v1.2_final'],
    ['50% off #1', '50-off-1'],
    ['console', 'console'],
  ])('%s is %s', (written, slug) => {
    expect(readSlug(written)).toEqual({ slug })
  })

  it.each([
    ['../x', 'path'],
    ['a/b', 'path'],
    ['a\\b', 'path'],
    ['..', 'path'],
    ['???', 'no letter'],
    ['CON', 'Windows'],
    ['nul.txt', 'Windows'],
    ['com1', 'Windows'],
    ['潮'.repeat(67), '201 bytes'],
  ])('%s is refused', (written, fault) => {
    expect(readSlug(written)).toEqual({ fault: expect.stringContaining(fault) })
  })
})
