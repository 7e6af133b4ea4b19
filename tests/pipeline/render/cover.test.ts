import { createHash } from 'node:crypto'
import type { Browser } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ArticleMeta } from '../../../pipeline/article.js'
import { drawCover } from '../../../pipeline/render/cover.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { bookSize } from '../../../templates/cover/shape.js'
import { defaultTokens } from '../../../templates/tokens.js'
import { openBrowser } from '../../support/browser.js'
import { anImage, renderingOf, someAssets } from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const rendering = (meta: Partial<ArticleMeta>) =>
  renderingOf(issue(article([paragraph('Text.')], { meta })), 'epub', {
    assets: { ...someAssets, images: [] },
  })

const job = (open?: () => Promise<Browser>) => ({
  world: memoryWorld({ ...(open ? { browser: open } : {}), packages: packageReader([]) }),
  templates: {},
  file: 'input.md',
})

const draw = (meta: Partial<ArticleMeta>, drawing: 'book' | 'preview' = 'book') =>
  drawCover(
    rendering(meta),
    drawing,
    job(async () => browser),
  )

const hash = (bytes: Uint8Array = new Uint8Array()) => createHash('sha256').update(bytes).digest('hex')

describe('a cover that is drawn', () => {
  test('is a picture of Kindle’s size, small, and the same bytes each time, of pages side by side too', async () => {
    const meta = { title: 'Forty-eight minutes', authors: [{ name: 'Ada' }] }
    const [one, other] = await Promise.all([draw(meta), draw(meta), draw({ title: 'Mud' })])
    expect(one.messages).toEqual([])
    const { width, height, hasAlpha } = await sharp(one.asset?.bytes).metadata()
    expect({ width, height, hasAlpha }).toEqual({ ...bookSize, hasAlpha: false })
    expect(one.asset?.bytes.length).toBeLessThan(400_000)
    expect(hash(one.asset?.bytes)).toBe(hash(other.asset?.bytes))
    expect(hash((await draw(meta)).asset?.bytes)).toBe(hash(one.asset?.bytes))
  })

  test('is another for another issue of the same title', async () => {
    const [one, other] = await Promise.all([
      draw({ title: 'Mud', slug: 'mud' }),
      draw({ title: 'Mud', slug: 'mud-2' }),
    ])
    expect(hash(one.asset?.bytes)).not.toBe(hash(other.asset?.bytes))
  })

  test('is none where no font has its title, whatever the machine has: a message says what there is instead', async () => {
    const { asset, messages } = await draw({ title: 'The mill is called ཆུ་འཐག and 水車' })
    expect(asset).toBeUndefined()
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['cover-font'])
    expect(messages[0]?.reason).toContain('the book has no cover; run')
    expect(messages[0]?.reason).toContain('@fontsource/noto-serif-tibetan @fontsource/noto-serif-sc')
    const named = await draw({ title: '水車', cover: { src: 'a.png', alt: 'A quay' } })
    expect(named.asset).toBeUndefined()
    expect(named.messages[0]?.reason).toContain('the cover is the picture that the front matter names')
  })

  test('goes without other words that no font has', async () => {
    const standfirst = 'ཆུ་འཐག'
    const [bare, without] = await Promise.all([
      draw({ title: 'Mud', slug: 'mud' }),
      draw({ title: 'Mud', slug: 'mud', standfirst, authors: [{ name: '水車' }, { name: 'Ada' }] }),
    ])
    expect(hash(without.asset?.bytes)).toBe(hash(bare.asset?.bytes))
    expect(without.messages[0]?.reason).toContain('the cover goes without the words that have them; run')
  })

  test('is none where a typeface of the theme is not installed', async () => {
    const { body } = defaultTokens.fonts
    const tokens = {
      ...defaultTokens,
      fonts: { ...defaultTokens.fonts, heading: { ...body, family: 'Gone', package: '@fontsource/gone' } },
    }
    const given = rendering({ title: 'Mud' })
    const { asset, messages } = await drawCover(
      { ...given, tokens },
      'book',
      job(async () => browser),
    )
    expect(asset).toBeUndefined()
    expect(messages.map(({ reason }) => reason)).toEqual([
      'Unexpected typeface Gone without its package, expected @fontsource/gone: the book has no cover; run `npm install @fontsource/gone` beside the publication',
    ])
  })

  test('is a PNG of flat colours, and a JPEG where a picture is in it', async () => {
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2060a0' } })
      .png()
      .toBuffer()
    const image = () => ({ ...anImage, bytes, type: 'image/png' as const, width: 900, height: 600 })
    const given = rendering({ title: 'Mud', cover: { src: 'a.png', alt: 'A quay' } })
    const pictured = { ...given, assets: { ...given.assets, image } }
    const { asset } = await drawCover(
      pictured,
      'book',
      job(async () => browser),
    )
    expect(asset?.type).toBe('image/jpeg')
    expect((await sharp(asset?.bytes).metadata()).chromaSubsampling).toBe('4:4:4')
    expect((await draw({ title: 'Mud' })).asset?.type).toBe('image/png')
  })

  test('has the parts and the looks that a publication puts in place of ours', async () => {
    const stylesheet = () => [{ '.cover': { height: '2560px', background: '#123456' } }]
    const layout = { masthead: () => [], title: () => [], byline: () => [], art: () => [] }
    const { asset } = await drawCover(rendering({ title: 'Mud' }), 'book', {
      ...job(async () => browser),
      templates: { cover: { layout, stylesheet } },
    })
    const { channels } = await sharp(asset?.bytes).stats()
    // One colour all over: nothing of ours was drawn.
    expect(channels.map(({ min, max }) => [min, max])).toEqual([
      [0x12, 0x12],
      [0x34, 0x34],
      [0x56, 0x56],
    ])
  })

  test('is not there without a browser, and the log says so', async () => {
    const without = job()
    expect(await drawCover(rendering({ title: 'Mud' }), 'book', without)).toEqual({ messages: [] })
    expect(without.world.log.lines).toEqual(['The EPUB has no cover drawn for it: there is no browser'])
  })
})
