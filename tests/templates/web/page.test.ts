import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AxeResults } from 'axe-core'
import { toHtml } from 'hast-util-to-html'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Issue } from '../../../pipeline/article.js'
import { findBrowser } from '../../../pipeline/browser/find.js'
import { nodeBrowserHost } from '../../../pipeline/browser/host.js'
import { launchBrowser } from '../../../pipeline/browser/launch.js'
import type { Rendering } from '../../../templates/rendering.js'
import { webTemplate } from '../../../templates/web/web.js'
import { anImage, issueOf, joined, renderingOf, renderingOfFile, samples } from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'
import { randomBlocks } from '../random-blocks.js'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const fixtures = join(import.meta.dirname, '../../fixtures/elements')

async function everyElement(): Promise<Issue> {
  const names = await readdir(fixtures)
  const [first, ...more] = await Promise.all(
    names.map(async name => issueOf(await readFile(join(fixtures, name, 'input.md'), 'utf8'), `${name}.md`)),
  )
  if (!first) throw new Error('Expected fixtures')
  return joined(first, ...more)
}

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

const pages: Record<string, () => Promise<Rendering>> = {
  ...Object.fromEntries(samples.map(file => [file, () => renderingOfFile(file, 'web')])),
  'every element': async () => renderingOf(await everyElement(), 'web'),
  'an article from right to left': async () =>
    renderingOf(
      issue(
        article([paragraph('ارتفع المد.')], {
          meta: {
            title: 'المد',
            lang: 'ar',
            dir: 'rtl',
            authors: [{ name: 'إيان', disclosure: 'لا شيء.' }],
            cover: { src: 'cover.png', alt: 'البحر', caption: 'البحر' },
          },
        }),
      ),
      'web',
    ),
  'words that are longer than a phone is wide': async () =>
    renderingOf(
      issue(
        article([paragraph(`https://example.org/${'a'.repeat(200)} ${longWord}`)], {
          meta: { title: longWord, toc: true, lang: 'de', standfirst: longWord },
        }),
      ),
      'web',
    ),
}

let browser: Browser
let folder: string
beforeAll(async () => {
  const found = await findBrowser(nodeBrowserHost())
  if (!found.found) throw new Error(`The web page is tried in a browser; none in ${found.tried.join(', ')}`)
  browser = await launchBrowser(found)
  folder = await mkdtemp(join(tmpdir(), 'web-'))
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Writes a page and its pictures as they are published, and opens it from the disk. */
async function open(rendering: Rendering): Promise<{ page: Page; asked: string[]; said: string[] }> {
  const place = await mkdtemp(join(folder, 'page-'))
  await writeFile(join(place, 'index.html'), toHtml(webTemplate(rendering)))
  for (const { path, bytes } of rendering.assets.images) {
    await mkdir(dirname(join(place, path)), { recursive: true })
    await writeFile(join(place, path), bytes)
  }
  const page = await browser.newPage()
  const asked: string[] = []
  const said: string[] = []
  page.on('request', request => asked.push(request.url()))
  page.on('requestfailed', request => said.push(`failed: ${request.url()}`))
  page.on('console', message => said.push(message.text()))
  page.on('pageerror', error => said.push(String(error)))
  await page.goto(pathToFileURL(join(place, 'index.html')).href)
  const outside = pathToFileURL(place).href
  return { page, asked: asked.filter(url => !url.startsWith(outside)), said }
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

const widths = { 'a desk': 1200, 'a phone': 360 }
const schemes = ['light', 'dark'] as const

describe.each(Object.entries(pages))('%s', (_name, rendering) => {
  let opened: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    opened = await open(await rendering())
  })
  afterAll(() => opened?.page.close())

  test('opens from the disk, asks for nothing else, and has nothing to complain of', () => {
    expect({ asked: opened.asked, said: opened.said }).toEqual({ asked: [], said: [] })
  })

  describe.each(Object.entries(widths))('on %s', (_device, width) => {
    test('fits', async () => {
      await opened.page.setViewport({ width, height: 800 })
      const overflow = await opened.page.evaluate(() => document.documentElement.scrollWidth)
      expect(overflow).toBeLessThanOrEqual(width)
    })

    test.each(schemes)('is open to every reader by %s', async value => {
      await opened.page.setViewport({ width, height: 800 })
      await opened.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      expect(await violations(opened.page)).toEqual([])
    })
  })
})

test('whatever the vocabulary allows fits a phone: sixty articles at random', async () => {
  const articles = Array.from({ length: 60 }, (_, seed) => issue(article(randomBlocks(seed + 1))))
  const { page, said } = await open(renderingOf(joined(issue([paragraph('First.')]), ...articles), 'web'))
  await page.setViewport({ width: 360, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(said).toEqual([])
  await page.close()
})

test('the mark, the portraits and the mark of a source are shown', async () => {
  const authors = [{ name: 'A', portrait: 'a.jpg' }, { name: 'B' }]
  const meta = {
    title: 'T',
    authors,
    source: { name: 'R', logo: 'r.png', republished: true, verbatim: false },
  }
  const rendering = renderingOf(issue(article([paragraph('Text.')], { meta })), 'web')
  const html = (shownWidth: number) =>
    toHtml(webTemplate({ ...rendering, assets: { ...rendering.assets, logo: { ...anImage, shownWidth } } }))
  const [path] = [anImage.path.replaceAll('.', '\\.')]
  expect(html(1)).toMatch(new RegExp(`<img src="${path}" alt="" width="1" height="1">Slack Water</a>`))
  expect(html(3)).toMatch(new RegExp(`<img src="${path}" alt="Slack Water" width="3" height="1"></a>`))
  expect(html(1)).toMatch(/<p class="portraits"><img [^>]*alt=""[^>]*><\/p><p class="byline">/)
  expect(html(1)).toMatch(/aria-label="Source"><p><img [^>]*alt=""/)
})

test('the check sees text that is too faint', async () => {
  const rendering = renderingOf(issue([paragraph('Text.')]), 'web')
  const { light } = rendering.tokens
  const faint = { ...rendering.tokens, light: { ...light, ink: light.line } }
  const { page } = await open({ ...rendering, tokens: faint })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
  expect(await violations(page)).toContainEqual(expect.stringMatching(/^color-contrast: <p>Text/))
  await page.close()
})

test('the way past the masthead comes first, and shows when it is reached', async () => {
  const { page } = await open(renderingOf(issue([paragraph('Text.')]), 'web'))
  const top = () => page.$eval('.skip', link => link.getBoundingClientRect().bottom)
  expect(await top()).toBeLessThanOrEqual(0)
  await page.keyboard.press('Tab')
  expect(await top()).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash === '#tf-main')
  await page.close()
})
