import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOf } from '../../../pipeline/cache/digest.js'
import { kept } from '../../../pipeline/cache/kept.js'
import { loadConfig } from '../../../pipeline/config/load.js'
import { publish } from '../../../pipeline/publish.js'
import { memoryCache } from '../../../pipeline/world/memory-cache.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { printStylesheet } from '../../../templates/print/stylesheet.js'
import type { PrintTemplate } from '../../../templates/print/template.js'
import { openBrowser } from '../../support/browser.js'
import { countingCache } from '../../support/counting-cache.js'
import { memoryPublication } from '../../support/memory-publication.js'
import { smallPng } from '../../support/small-png.js'

describe('a digest', () => {
  it.each([
    ['where parts end', digestOf('ab', 'c'), digestOf('a', 'bc')],
    ['what kind a part is of', digestOf(new TextEncoder().encode('"a"')), digestOf('a')],
    ['nothing and no part', digestOf(undefined), digestOf()],
    ['maps', digestOf(new Map([['a', 1]])), digestOf(new Map([['a', 2]]))],
    ['sets', digestOf(new Set(['a'])), digestOf(new Set())],
    ['bytes', digestOf(new Uint8Array([1])), digestOf(new Uint8Array([2]))],
  ])('tells apart %s', (_, one, other) => {
    expect(one).not.toBe(other)
  })

  it('is the same for the same content', () => {
    const content = () => ({ a: [new Map([['b', 'c']]), new Set([1]), null, undefined] })
    expect(digestOf(content(), 'x', 1)).toBe(digestOf(content(), 'x', 1))
  })
})

describe('bytes within a part', () => {
  it.each([[{ a: Buffer.from([1]) }], [[new Uint8Array([1])]], [new Map([['a', Buffer.from([1])]])]])(
    'are refused, since they would be made a list of numbers first',
    part => {
      expect(() => digestOf(part)).toThrow(TypeError)
    },
  )
})

describe('what is kept', () => {
  it('is made once, and comes back as it was', async () => {
    const cache = memoryCache()
    let times = 0
    const make = async () => {
      times++
      return { bytes: new Uint8Array([1, 2]), map: new Map([['a', { b: 1 }]]), none: undefined }
    }
    const made = await kept(cache, ['thing', 1], make)
    expect(await kept(cache, ['thing', 1], make)).toEqual(made)
    expect(times).toBe(1)
    await kept(cache, ['thing', 2], make)
    expect(times).toBe(2)
  })

  it('is not what will not last', async () => {
    const cache = memoryCache()
    const results = ['failed', 'done', 'never']
    const make = async () => results.shift()
    const isLasting = (made: string | undefined) => made !== 'failed'
    expect(await kept(cache, ['thing'], make, isLasting)).toBe('failed')
    expect(await kept(cache, ['thing'], make, isLasting)).toBe('done')
    expect(await kept(cache, ['thing'], make, isLasting)).toBe('done')
  })
})

describe('a publication', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const article =
    '---\ntitle: The mill\ndate: 2026-03-20\ndescription: How it turned.\n---\n\n![A mill by the water](mill.png)\n\nWords, and $x^2$.\n'
  const config = (more = '') =>
    `name: Slack Water\nlang: en\naddress: 4 Lane\nurl: https://example.org/\nemail: { unsubscribe: https://example.org/u${more} }\n`

  it('is built anew without a browser where only its email’s settings changed', async () => {
    const files = { 'content/mill.md': article, 'content/mill.png': await smallPng('#336699', 1200) }
    const cache = memoryCache()
    const own = { cache, packages: packageReader([]) }
    const first = memoryPublication(
      { ...files, 'trifold.yaml': config() },
      { ...own, browser: async () => browser },
    )
    const all = ['email', 'pdf', 'epub', 'web'] as const
    expect((await first.build([], all)).messages).toEqual([])
    const dead = () => Promise.reject(new Error('It was asked for'))
    const then = memoryPublication({ ...files, 'trifold.yaml': config('/2') }, { ...own, browser: dead })
    const again = await then.build([], all)
    expect(again.messages).toEqual([])
    const [before, after] = [first.built(), then.built()]
    const changed = Object.keys(after).filter(path => after[path] !== before[path])
    expect(changed).toEqual([
      'mill/email.eml',
      'mill/email.html',
      'mill/email.parts.json',
      'mill/email.txt',
      'mill/report.json',
      'subscribe.html',
    ])
    expect(Object.keys(after)).toEqual(Object.keys(before))
  })

  it('is printed again where a font of the machine is in it', async () => {
    const cache = countingCache(memoryCache())
    const files = {
      'trifold.yaml': config(),
      'content/mill.md': article,
      'content/mill.png': await smallPng(),
    }
    const { world } = memoryPublication(files, {
      cache,
      packages: packageReader([]),
      browser: async () => browser,
    })
    const { config: own } = await loadConfig(world, { folder: '/p' })
    const build = async (fontFamily?: string) => {
      const stylesheet: PrintTemplate['stylesheet'] = rendering => [
        ...printStylesheet(rendering),
        ...(fontFamily ? [{ p: { fontFamily } }] : []),
      ]
      const templates = { pdf: { stylesheet } }
      const request = { paths: [], formats: ['pdf'], outputDir: '/p/dist', cwd: '/p' } as const
      const { issues } = await publish({ ...request, config: { ...own, templates } }, world)
      return [issues[0]?.upToDate === true, cache.counted().made.PDF]
    }
    expect(await build()).toEqual([false, 1])
    expect(await build()).toEqual([true, undefined])
    await world.files.remove('/p/dist')
    expect(await build('sans-serif')).toEqual([false, undefined])
    expect(await build('sans-serif')).toEqual([false, undefined])
  })
})
