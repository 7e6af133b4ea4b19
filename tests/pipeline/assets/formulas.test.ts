import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fromHtml } from 'hast-util-from-html'
import sharp from 'sharp'
import temml from 'temml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Format, MathmlElement } from '../../../pipeline/article.js'
import { drawFormulas, noFormulas } from '../../../pipeline/assets/formulas.js'
import { prepareAssets } from '../../../pipeline/assets/prepare.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import type { World } from '../../../pipeline/world.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { nodeWorld } from '../../../pipeline/world-node.js'
import { defaultTokens } from '../../../templates/tokens.js'
import { article, element, issue, mathml, paragraph } from '../../support/tree.js'

const real = nodeWorld()
afterAll(() => real.close())

const packages = packageReader([])
const worldWith = (browser: World['browser']) => memoryWorld({ packages, browser })
const world = worldWith(() => real.browser())

/** The tree of a formula as temml sets it. */
function set(tex: string, displayMode = false): MathmlElement[] {
  const { children } = fromHtml(temml.renderToString(tex, { displayMode }), { fragment: true })
  // What the parser gives for temml's markup is MathML with places left out.
  return children as unknown as MathmlElement[]
}
const inline = (tex: string) => element('math', { tex }, set(tex))
const display = (tex: string) => element('equation', { tex }, set(tex, true))

const root = '\\sqrt{x^2+1}'
const sum = '\\sum_{i=1}^{n} \\frac{1}{i^2}'
const one = issue(
  article([paragraph('So ', inline(root), ' and ', inline(root)), display(sum), display(root)]),
)

/** The pictures that one format has. */
const drawnIn = async (...[issue, options, [format]]: [...DrawArguments, [Format]]) =>
  (await drawFormulas(issue, options, [format]))[format] ?? noFormulas
type DrawArguments = [Parameters<typeof drawFormulas>[0], Parameters<typeof drawFormulas>[1]]

describe('draws', () => {
  test('each formula once, as a PNG at twice its size', async () => {
    const { formula, all } = await drawnIn(one, { world, tokens: defaultTokens }, ['email'])
    expect(all).toHaveLength(3)
    for (const asset of all) {
      const metadata = await sharp(asset.bytes).metadata()
      expect([metadata.format, metadata.width, metadata.height]).toEqual(['png', asset.width, asset.height])
      expect([asset.shownWidth * 2, asset.shownHeight * 2]).toEqual([asset.width, asset.height])
      expect(asset.path).toMatch(/^images\/[0-9a-f]{16}\.png$/)
      expect(metadata.hasAlpha).toBe(false)
    }
    expect(formula(root, false)?.shownHeight).toBeLessThan(40)
    expect(formula(sum, true)?.shownHeight).toBeGreaterThan(50)
    expect(formula(root, true)?.path).toBeDefined()
    expect(formula(sum, false)).toBeUndefined()
  })

  test('in ink on paper, with a margin, and as wide as it is', async () => {
    const { formula } = await drawnIn(one, { world, tokens: defaultTokens }, ['email'])
    const { data, info } = await sharp(formula(sum, true)?.bytes)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const dark = [...data].flatMap((value, index) => (value < 100 ? [index % info.width] : []))
    expect(Math.min(...data)).toBeLessThan(0x30)
    expect(Math.min(...dark)).toBeGreaterThanOrEqual(4)
    expect(info.width - Math.max(...dark)).toBeLessThanOrEqual(16)
    for (const corner of [0, info.width - 1, data.length - 1]) expect(data[corner]).toBe(255)
  })

  test('with the math face of the theme: without it the root sign is drawn otherwise', async () => {
    const bare = memoryWorld({ browser: () => real.browser() })
    const [withFace, without] = await Promise.all([
      drawnIn(one, { world, tokens: defaultTokens }, ['email']),
      drawnIn(one, { world: bare, tokens: defaultTokens }, ['email']),
    ])
    expect(withFace.formula(root, false)?.path).not.toBe(without.formula(root, false)?.path)
  })

  test('the same bytes each time', async () => {
    const first = await drawnIn(one, { world, tokens: defaultTokens }, ['email'])
    const second = await drawnIn(one, { world, tokens: defaultTokens }, ['email'])
    expect(second.all).toEqual(first.all)
  })

  test('a wide formula no wider than an email', async () => {
    const wide = Array.from({ length: 40 }, (_, index) => `x_{${index}}`).join('+')
    const { formula } = await drawnIn(issue([display(wide)]), { world, tokens: defaultTokens }, ['email'])
    expect(formula(wide, true)?.shownWidth).toBe(600)
    expect(formula(wide, true)?.width).toBeGreaterThan(1200)
  })

  test('many at once, each the same as alone', async () => {
    const many = Array.from({ length: 150 }, (_, index) => `\\frac{${index}}{2}`)
    const together = await drawnIn(issue(many.map(display)), { world, tokens: defaultTokens }, ['email'])
    const last = await drawnIn(issue([display('\\frac{149}{2}')]), { world, tokens: defaultTokens }, [
      'email',
    ])
    expect(new Set(together.all.map(asset => asset.path)).size).toBe(150)
    expect(together.formula('\\frac{149}{2}', true)).toEqual(last.formula('\\frac{149}{2}', true))
  })

  test('with its size in ems, and how far it reaches below the line', async () => {
    const { formula } = await drawnIn(one, { world, tokens: defaultTokens }, ['epub'])
    const [inLine, onItsOwn] = [formula(root, false), formula(sum, true)]
    const em = defaultTokens.screen.body
    expect(inLine?.ems.width).toBeCloseTo((inLine?.width ?? 0) / 4 / em)
    expect(inLine?.ems.below).toBeGreaterThan(0.2)
    expect(inLine?.ems.below).toBeLessThan((inLine?.ems.height ?? 0) / 2)
    expect(onItsOwn?.ems.below).toBe(0)
  })

  test('finer for a book than for an email, and of the same size', async () => {
    const pictures = await drawFormulas(one, { world, tokens: defaultTokens }, ['email', 'epub'])
    const [inEmail, inBook] = [pictures.email?.formula(sum, true), pictures.epub?.formula(sum, true)]
    expect(inBook?.ems).toEqual(inEmail?.ems)
    const perEm = (asset: typeof inBook) => (asset?.width ?? 0) / (asset?.ems.width ?? 1)
    expect(perEm(inEmail)).toBeCloseTo(2 * defaultTokens.screen.body)
    expect(perEm(inBook)).toBeGreaterThanOrEqual(45)
    expect(perEm(inBook)).toBeLessThanOrEqual(80)
  })

  test('for the email and the EPUB only', async () => {
    const options = { world, contentRoot: '/content', folderOf: () => '/content', tokens: defaultTokens }
    const assets = await prepareAssets(one, ['email', 'epub', 'web'], options)
    for (const format of ['email', 'epub'] as const) {
      expect(assets.for(format).formula(root, false)).toBeDefined()
      expect(assets.for(format).images).toHaveLength(3)
    }
    expect(assets.for('web').formula(root, false)).toBeUndefined()
    expect(assets.for('web').images).toEqual([])
  })
})

describe('goes without', () => {
  test('where there is no browser, and says so', async () => {
    const bare = memoryWorld({ packages })
    const { formula, all } = await drawnIn(one, { world: bare, tokens: defaultTokens }, ['email'])
    expect([formula(root, false), all]).toEqual([undefined, []])
    expect(bare.log.lines.join()).toContain(
      'as their source in the email, for they could not be drawn: there is no browser',
    )
  })

  test('where the browser dies', async () => {
    const dying = worldWith(async () => {
      const own = nodeWorld()
      const browser = await own.browser()
      await own.close()
      return browser
    })
    const { all } = await drawnIn(one, { world: dying, tokens: defaultTokens }, ['email'])
    expect(all).toEqual([])
    expect(dying.log.lines).toHaveLength(1)
  })

  test('asks for no browser where there are no formulas, or none that could be read', async () => {
    const asked: string[] = []
    const watched = worldWith(async () => {
      asked.push('browser')
      return real.browser()
    })
    const unread = issue([paragraph('a', element('math', { tex: '\\broken' }))])
    await drawnIn(unread, { world: watched, tokens: defaultTokens }, ['email'])
    await drawnIn(issue([paragraph('a')]), { world: watched, tokens: defaultTokens }, ['email'])
    expect(asked).toEqual([])
  })
})

describe('a hostile formula', () => {
  let server: Server
  const asked: string[] = []
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => void server.close())

  test('that is larger than a page can be drawn is left as its source, alone', async () => {
    const vast = element('math', { tex: 'vast' }, [
      mathml('math', [mathml('mspace', [], { width: '90000px' })]),
    ])
    const { formula, all } = await drawnIn(
      issue([paragraph(vast, inline(root))]),
      {
        world,
        tokens: defaultTokens,
      },
      ['email'],
    )
    expect(all).toEqual([formula(root, false)])
  })

  test('reaches nothing, and runs nothing', async () => {
    const { port } = server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/`
    const hostile = element('math', { tex: 'hostile' }, [
      mathml('math', [
        mathml('mi', ['x'], { href: url, style: `background: url(${url}style)` }),
        mathml('img', [], { src: `${url}img`, onerror: `document.body.innerHTML = ''` }),
        mathml('iframe', [], { src: url }),
        mathml('script', [`fetch('${url}script')`]),
        mathml('style', [`@import url(${url}import);`]),
        mathml('meta', [], { 'http-equiv': 'refresh', content: `0;url=${url}refresh` }),
        mathml('mtext', ['</math><img src=x onerror=alert(1)>']),
      ]),
    ])
    const { formula } = await drawnIn(
      issue([paragraph('a', hostile, inline(root))]),
      {
        world,
        tokens: defaultTokens,
      },
      ['email'],
    )
    expect(formula(root, false)).toBeDefined()
    expect(asked).toEqual([])
  })
})
