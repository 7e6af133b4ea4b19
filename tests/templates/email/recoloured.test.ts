import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageAsset } from '../../../pipeline/assets/assets.js'
import { prepareAssets } from '../../../pipeline/assets/prepare.js'
import { brightness, contrast, parseRgb } from '../../../pipeline/preview/page/recolour/colour.js'
import { inboxes } from '../../../pipeline/preview/page/recolour/inboxes.js'
import { nodeWorld } from '../../../pipeline/world-node.js'
import type { Rendering } from '../../../templates/rendering.js'
import { faintTexts } from '../../support/recolour/legible.js'
import { enterInbox, showEmail } from '../../support/recolour/recolour.js'
import { shareStandingOut, unseenPictures } from '../../support/recolour/visible.js'
import { bound } from './bound.js'
import { elementCases } from './element-cases.js'
import { imageNamed, renderingFrom } from './rendering.js'

const fixtures = new URL('../../fixtures/elements/', import.meta.url)
const samples = new URL('../../../content/', import.meta.url)

const article = (file: URL) => readFileSync(file, 'utf8')
const everything = Object.values(elementCases)
  .map(({ markdown }) => markdown)
  .join('\n\n')

/** The emails that are looked at: the fixtures of the elements, the samples, and all elements left to right and right to left. */
const emails: readonly [name: string, markdown: string][] = [
  [
    'the fixtures',
    readdirSync(fixtures)
      .map(name => article(new URL(`${name}/input.md`, fixtures)))
      .join('\n\n'),
  ],
  ...readdirSync(samples)
    .filter(name => name.endsWith('.md'))
    .map((name): [string, string] => [name, article(new URL(name, samples))]),
  ['everything', `---\ntitle: All of it\n---\n${everything}`],
  ['everything, right to left', `---\ntitle: All of it\nlang: ar\n---\n${everything}`],
]

const world = nodeWorld()
let page: Page
/** The files that the page may load, by address. */
const served = new Map<string, Uint8Array>()

beforeAll(async () => {
  page = await (await world.browser()).newPage()
  await page.setViewport({ width: 680, height: 900 })
  await page.setRequestInterception(true)
  page.on('request', request => {
    const body = served.get(request.url())
    if (request.isNavigationRequest()) request.continue()
    else if (body) request.respond({ contentType: 'image/png', body: Buffer.from(body) })
    else request.abort()
  })
})

afterAll(() => world.close())

/** A rendering with pictures as a build makes them. @param logo a picture's address */
async function withPictures(markdown: string, logo?: string): Promise<Rendering> {
  const rendering = await renderingFrom(markdown)
  const folder = samples.pathname
  const options = {
    world,
    contentRoot: folder,
    folderOf: () => folder,
    tokens: rendering.tokens,
    ...(logo ? { logo: { src: logo, folder, file: 'trifold.yaml' } } : {}),
  }
  const assets = (await prepareAssets(rendering.issue, ['email'], options)).for('email')
  return {
    ...rendering,
    assets: { ...assets, image: (of, src, use) => assets.image(of, src, use) ?? imageNamed(src) },
  }
}

describe.each(emails)('the email of %s', (_name, markdown) => {
  it('is read in every inbox', async () => {
    expect(await faultsIn(await withPictures(markdown))).toEqual({})
  })
})

describe('a mark that is transparent', () => {
  const mark = (fill: string) =>
    `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><circle cx="40" cy="40" r="30" fill="${fill}"/></svg>`).toString('base64')}`
  const markdown = (fill: string) =>
    `---\ntitle: T\nsource: { name: The Review, logo: "${mark(fill)}" }\n---\nHi`

  it.each(['#000000', '#123a5a', '#ffffff', '#d0661a', '#8c2f1b'])(
    'is seen in every inbox: %s',
    async fill => {
      const rendering = await withPictures(markdown(fill), mark(fill))
      expect(rendering.assets.logo).toBeDefined()
      expect(await faultsIn(rendering)).toEqual({})
    },
  )

  it('would go under without its plate', async () => {
    const rendering = await withPictures(markdown('#000000'), mark('#000000'))
    const bare = { ...rendering.assets.logo, bytes: await bareOf('#000000') } as ImageAsset
    const faults = await faultsIn({
      ...rendering,
      assets: { ...rendering.assets, logo: bare, images: [bare] },
    })
    expect(Object.keys(faults)).toEqual(['dark', 'partial', 'outlook', 'full', 'fullHsl'])
  })

  const bareOf = (fill: string) =>
    sharp(Buffer.from(mark(fill).replace(/^.*,/, ''), 'base64'))
      .resize(88)
      .png()
      .toBuffer()
})

/** What is not seen of an email, by inbox. */
async function faultsIn(rendering: Rendering): Promise<Record<string, unknown>> {
  const { html } = await bound(rendering)
  const { assets, links } = rendering
  for (const image of assets.images) served.set(links.image(image), image.bytes)
  const paths = drawn(rendering)
  const signs = new Set(assets.images.filter(({ path }) => paths.has(path)).map(links.image))
  const faults: Record<string, unknown> = {}
  for (const [name, inbox] of Object.entries(inboxes)) {
    await showEmail(page, html)
    await enterInbox(page, inbox)
    const found = [...(await faintTexts(page)), ...(await unseenPictures(page, signs))]
    if (found.length > 0) faults[name] = found
  }
  return faults
}

/** Paths of the pictures that are signs and not photographs: formulas and marks. */
function drawn({ issue, assets }: Rendering): Set<string> {
  const paths = new Set<string>()
  if (assets.logo) paths.add(assets.logo.path)
  for (const article of issue.articles) {
    const { tree, meta } = article
    const mark = meta.source?.logo && assets.image(article, meta.source.logo, 'mark')
    if (mark) paths.add(mark.path)
    const visit = (node: unknown): void => {
      const { tagName, properties, children } = node as {
        tagName?: string
        properties?: { tex?: string }
        children?: unknown[]
      }
      const tex = properties?.tex
      const path = tex === undefined ? undefined : assets.formula(tex, tagName === 'equation')?.path
      if (path) paths.add(path)
      children?.forEach(visit)
    }
    visit(tree)
  }
  return paths
}

describe('the simulator', () => {
  it('darkens as Chromium does', async () => {
    const colours = ['#ffffff', '#f6f4ef', '#fbeaa5', '#8c2f1b', '#d8d4ca', '#2f5d8c']
    await showEmail(
      page,
      colours.map(colour => `<div style="height:20px;background:${colour}"></div>`).join(''),
    )
    const session = await page.createCDPSession()
    await session.send('Emulation.setAutoDarkModeOverride', { enabled: true })
    const shot = await page.screenshot({ type: 'png' })
    await session.send('Emulation.setAutoDarkModeOverride', { enabled: false })
    const painted = await Promise.all(
      colours.map(async (_colour, index) => {
        const { data } = await sharp(shot)
          .extract({ left: 100, top: 8 + 20 * index + 8, width: 1, height: 1 })
          .removeAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true })
        return [...data]
      }),
    )
    await enterInbox(page, inboxes.partial)
    const modelled = await page.evaluate(() =>
      [...document.querySelectorAll('div')].map(div => getComputedStyle(div).backgroundColor),
    )
    for (const [index, css] of modelled.entries()) {
      const colour = parseRgb(css) ?? [0, 0, 0]
      for (const [at, channel] of colour.entries())
        expect(
          Math.abs(channel - (painted[index]?.[at] ?? 0)),
          `${colours[index]} ${css} ${painted[index]}`,
        ).toBeLessThanOrEqual(12)
    }
  })

  it('sees faint text, and a sign that went under', async () => {
    const { inks, html } = { inks: '#8a8a8a', html: (style: string) => `<p style="${style}">Words</p>` }
    await showEmail(page, html(`color:${inks}`))
    expect(await faintTexts(page)).toMatchObject([{ contrast: 3.45, text: 'P: Words' }])
    await showEmail(page, html('color:#000000;background:#ffffff'))
    expect(await faintTexts(page)).toEqual([])
    // Inherited black on a ground that partial inversion leaves, the button of a careless template.
    await showEmail(page, html('background:#aaaaaa'))
    await enterInbox(page, inboxes.partial)
    expect(await faintTexts(page)).toHaveLength(1)
    expect(shareStandingOut(new Uint8Array([0, 0, 0, 9, 9, 9, 0, 0, 0]), 3)).toBe(0)
    expect(shareStandingOut(new Uint8Array([0, 0, 0, 255, 255, 255, 0, 0, 0]), 3)).toBeCloseTo(1 / 3)
  })

  it('turns colours as it says', () => {
    const ink = parseRgb('rgb(0, 0, 0)') ?? [1, 1, 1]
    expect(inboxes.full.recolour(ink).map(Math.round)).toEqual([255, 255, 255])
    expect(inboxes.outlook.recolour([255, 255, 255], 'ground').map(Math.round)).toEqual([51, 51, 51])
    expect(inboxes.partial.recolour([140, 47, 27], 'ground')).toEqual([140, 47, 27])
    expect(brightness(inboxes.partial.recolour([140, 47, 27], 'ink'))).toBeGreaterThan(150)
    expect(inboxes.fullHsl.recolour([251, 234, 165])).toEqual([90, 73, 4])
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
  })
})
