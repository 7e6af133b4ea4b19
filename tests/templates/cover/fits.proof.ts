import { toHtml } from 'hast-util-to-html'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ArticleMeta } from '../../../pipeline/article.js'
import { pickFonts } from '../../../pipeline/assets/fonts.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { contrast, coverColours } from '../../../templates/cover/colours.js'
import { coverTemplate } from '../../../templates/cover/cover.js'
import { coverWords } from '../../../templates/cover/said.js'
import { bookCover, pageCover, preview } from '../../../templates/cover/shape.js'
import { defaultTokens, type Tokens } from '../../../templates/tokens.js'
import { openBrowser, openPage } from '../../support/browser.js'
import { publication, renderingOf, someAssets } from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const more = [
  'Noto Naskh Arabic',
  'Noto Serif Hebrew',
  'Noto Serif Devanagari',
  'Noto Serif Thai',
  'BIZ UDPMincho',
]
const face = (family: string) => ({
  family,
  package: `@fontsource/${family.toLowerCase().replaceAll(' ', '-')}`,
  fallback: 'serif',
})
const tokens: Tokens = {
  ...defaultTokens,
  fonts: { ...defaultTokens.fonts, also: [...defaultTokens.fonts.also, ...more.map(face)] },
}

const long = `${'An account of the tides of the northern estuaries and of the people who measured them, '.repeat(4)}`
const titles: Readonly<Record<string, Partial<ArticleMeta>>> = {
  short: { title: 'Mud' },
  middling: {
    title: 'The mill at Nendrum: what a seventh-century machine says of the moon',
    standfirst:
      'Monks on Strangford Lough were grinding corn by the moon a century before Bede wrote about it.',
  },
  long: {
    title: long.slice(0, 300),
    standfirst: long,
    authors: [{ name: 'Wilhelmina van der Steen-Harcourt' }],
  },
  'one long word': { title: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz', lang: 'de' },
  Arabic: { title: 'ثمانٍ وأربعون دقيقة: أقدم جدول للمدّ في أوروبا', lang: 'ar', dir: 'rtl' },
  Hebrew: { title: 'ארבעים ושמונה דקות', lang: 'he', dir: 'rtl' },
  Devanagari: { title: 'अड़तालीस मिनट: यूरोप की सबसे पुरानी ज्वार सारणी', lang: 'hi' },
  Thai: { title: 'สี่สิบแปดนาทีและดวงจันทร์ที่ไม่เคยตรงเวลา', lang: 'th' },
  Japanese: { title: '四十八分——ヨーロッパ最古の潮汐表をめぐって', lang: 'ja' },
  emoji: { title: 'Tides 🌊 and moons 🌙' },
}

const shapes = {
  book: bookCover,
  preview,
  A4: pageCover([595.28, 841.89]),
  landscape: pageCover([841.89, 595.28]),
}

/** What reaches out of its box, and how much of a tall cover's height is left to the art. */
async function measured(meta: Partial<ArticleMeta>, shape: keyof typeof shapes) {
  const of = issue(
    article([paragraph('Text.')], { meta: { authors: [{ name: 'Ada' }], date: '2026-03-20', ...meta } }),
  )
  const given = renderingOf(of, 'epub', { publication: { ...publication, tokens } })
  const { fonts } = await pickFonts({
    text: JSON.stringify(coverWords(given)),
    math: false,
    lang: of.lang,
    fonts: tokens.fonts,
    packageFile: packageReader([]),
  })
  const rendering = { ...given, assets: { ...someAssets, image: () => undefined, fonts } }
  const address = 'http://press.invalid/cover'
  const html = Buffer.from(toHtml(coverTemplate(rendering, shapes[shape])))
  const files = new Map<string, { readonly bytes: Uint8Array; readonly type: string }>([
    [address, { bytes: html, type: 'text/html' }],
    ...fonts.map(
      font => [`http://press.invalid/${font.path}`, { bytes: font.bytes, type: 'font/woff2' }] as const,
    ),
  ])
  const { page, asked } = await openPage(browser, address, url => files.get(url))
  const found = await page.evaluate(async () => {
    await document.fonts.ready
    const cover = document.querySelector('.cover')
    const words = document.querySelector('.cover-words')
    const art = document.querySelector('.cover-art')
    if (!cover || !words || !art) return { out: ['nothing'], art: 0 }
    const whole = cover.getBoundingClientRect()
    const column = words.getBoundingClientRect()
    const out = [...words.querySelectorAll('p')].filter(line => {
      const range = document.createRange()
      range.selectNodeContents(line)
      const box = range.getBoundingClientRect()
      // Letters may lean out of their line by a hair, and lines are higher than letters.
      const slack = 2
      return (
        box.left < column.left - slack ||
        box.right > column.right + slack ||
        box.bottom > column.bottom + slack
      )
    })
    return {
      out: [
        ...out.map(line => line.className),
        ...(column.bottom > whole.bottom + 1 ? ['words'] : []),
        ...(cover.scrollHeight > cover.clientHeight ? ['height'] : []),
        ...(cover.scrollWidth > cover.clientWidth ? ['width'] : []),
      ],
      art: art.getBoundingClientRect().height / whole.height,
    }
  })
  await page.close()
  return { ...found, asked }
}

describe.each(Object.keys(titles))('a cover with a title that is %s', name => {
  test.each(Object.keys(shapes) as (keyof typeof shapes)[])(
    'fits as a %s, and nothing is asked for',
    async shape => {
      const { out, art, asked } = await measured(titles[name] ?? {}, shape)
      expect(out).toEqual([])
      expect(asked.filter(url => !url.endsWith('/favicon.ico'))).toEqual([])
      expect(art).toBeGreaterThan(0.2)
    },
  )
})

test('a title that leaves its room reaches out: the measure can tell', async () => {
  const { out } = await measured({ title: 'Mud '.repeat(700) }, 'book')
  expect(out).not.toEqual([])
})

describe('the colours of a cover', () => {
  const light = defaultTokens.light
  test.each([
    ['ours', light],
    ['of a dark ground', { ...light, ground: '#606060' }],
    ['of a pale accent', { ...light, accent: '#ffd34d' }],
  ])('%s keep 4.5 to 1 for all words, and as greys', (_, palette) => {
    const { ground, ink, quiet, accent } = coverColours(palette)
    for (const colour of [ink, quiet, accent]) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5)
  })
  test('are told apart on a reader without colours', () => {
    const { ground, behind, faces } = coverColours(light)
    expect(contrast(ground, behind)).toBeGreaterThan(1.3)
    expect(contrast(behind, faces[0])).toBeGreaterThan(2)
    expect(contrast(faces[0], faces[1])).toBeGreaterThan(1.25)
    expect(contrast(faces[1], faces[2])).toBeGreaterThan(1.25)
    expect(contrast(faces[0], faces[2])).toBeGreaterThan(1.8)
  })
})
