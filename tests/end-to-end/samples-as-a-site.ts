import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenedPage, openPage, violations } from '../support/browser.js'
import type { BuiltSamples } from '../support/built-samples.js'
import { temporaryFolder } from '../support/cli.js'
import { atomFaults } from '../support/feeds/atom.js'
import { jsonFeedFaults } from '../support/feeds/json-feed.js'
import { internalLinks } from '../support/internal-links.js'
import { pageFaults } from '../support/page-faults.js'
import { useTelephoneFaces } from '../support/telephone-faces.js'

const home = 'https://slackwater.example.org/'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
}

/** A folder as a server shows it at an address, or a disk. */
const shownAt = (address: string, folder: string) => (url: string) => {
  if (!url.startsWith(address)) return undefined
  const path = decodeURI(url.slice(address.length).replace(/#.*/, ''))
  const file = join(folder, path === '' || path.endsWith('/') ? `${path}index.html` : path)
  const type = types[extname(file)]
  return type && existsSync(file) ? { bytes: readFileSync(file), type } : undefined
}

/** Tests of the pages that a build of the samples is shown in. @param build, browser called when they are there */
export function standsAsASite(build: () => BuiltSamples, browser: () => Browser): void {
  const text = (file: string) => build().text('.', file)
  const issues = () =>
    readdirSync(build().folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name)

  describe.each(['index.html', 'subscribe.html', 'between-tides/index.html'])('%s', file => {
    let opened: OpenedPage
    beforeAll(async () => {
      const address = pathToFileURL(join(build().folder, '/')).href
      opened = await openPage(browser(), address + file, shownAt(address, build().folder))
    })
    afterAll(() => opened?.page.close())

    test('opens from the disk and asks for nothing that is not there', () => {
      expect({ asked: opened.asked, said: opened.said }).toEqual({ asked: [], said: [] })
    })

    test('is HTML without a fault', async () => {
      expect(await pageFaults(text(file))).toEqual([])
    })

    test.each(['light', 'dark'] as const)('is open to every reader by %s', async scheme => {
      for (const width of [1200, 320]) {
        await opened.page.setViewport({ width, height: 800 })
        expect(await violations(opened.page, scheme)).toEqual([])
      }
    })

    test.each([320, 360, 700, 1200])('fits a window of %i px', async width => {
      await useTelephoneFaces(opened.page)
      await opened.page.setViewport({ width, height: 800 })
      expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      )
    })

    test('is text on paper: what is for a screen is left out', async () => {
      await opened.page.emulateMediaType('print')
      const shown = await opened.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.skip, .ways, .downloads, .devices, .contents, .back')]
          .filter(element => element.offsetParent !== null)
          .map(element => element.className),
      )
      await opened.page.emulateMediaType('screen')
      expect(shown).toEqual([])
    })

    test('has no script, and its pictures load', async () => {
      const page = await opened.page.evaluate(async () => {
        const pictures = [...document.images]
        for (const picture of pictures) picture.loading = 'eager'
        await Promise.all(pictures.map(picture => picture.decode().catch(() => undefined)))
        return {
          scripts: document.querySelectorAll('script:not([type="application/ld+json"])').length,
          missing: pictures.filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src),
          pictures: pictures.length,
        }
      })
      expect(page).toEqual({ scripts: 0, missing: [], pictures: expect.any(Number) })
      expect(page.pictures).toBeGreaterThan(0)
    })
  })

  test('leads in every format to files and places that are there', () => {
    const { counted, broken } = internalLinks(build().folder, home, [`${home}unsubscribe`])
    expect(broken).toEqual([])
    // Each kind has some, or nothing was looked at.
    expect(Object.keys(counted).sort()).toEqual(
      [
        ...['.html', 'email.html', 'email.txt', '.pdf', '.epub'],
        ...['feed.xml', 'feed.json', 'sitemap.xml', '.json'],
      ].sort(),
    )
  })

  test('the check sees an address that leads nowhere, and a place that is not there', () => {
    const folder = temporaryFolder()
    const links = ['#here', '#gone', 'gone.html', `${home}gone/`, `${home}#here`, 'https://example.org/gone']
    const anchors = links.map(href => `<a href="${href}">x</a>`).join('')
    writeFileSync(join(folder, 'index.html'), `<p id="here">${anchors}</p>`)
    writeFileSync(join(folder, 'feed.json'), JSON.stringify({ a: [{ content_html: anchors }] }))
    const { counted, broken } = internalLinks(folder, home, [])
    const gone = ['#gone', 'gone.html', `${home}gone/`]
    expect(broken).toEqual([
      // A fragment of a text that is shown elsewhere names no place of ours.
      ...['#here', ...gone].map(href => `feed.json → ${href}`),
      ...gone.map(href => `index.html → ${href}`),
    ])
    expect(counted).toEqual({ 'feed.json': 5, '.html': 5 })
  })

  test('can be put into any folder of any host: its pages name no place on the server', () => {
    for (const file of ['index.html', 'subscribe.html', ...issues().map(slug => `${slug}/index.html`)]) {
      const hrefs = [...text(file).matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, href = '']) => href)
      expect(hrefs.filter(href => /^\/|^[^#:]*\/$/.test(href))).toEqual([])
      expect(hrefs.filter(href => href.endsWith('index.html')).length).toBeGreaterThan(0)
    }
  })

  test('has every issue in its archive, with a picture of its own', () => {
    const archive = text('index.html')
    for (const slug of issues()) {
      expect(archive).toContain(`<a href="${slug}/index.html">`)
      expect(archive).toMatch(new RegExp(`<img src="${slug}/images/[0-9a-f]{16}\\.(?:png|jpg)"`))
    }
  })

  test('has feeds that are valid, and that another program reads', () => {
    expect(atomFaults(text('feed.xml'))).toEqual([])
    expect(jsonFeedFaults(text('feed.json'))).toEqual([])
    const atom = parseAtomFeed(text('feed.xml')).entries ?? []
    const json = parseJsonFeed(text('feed.json')).items ?? []
    expect(atom.map(({ id }) => id)).toEqual(json.map(({ id }) => id))
    expect(atom.map(({ title }) => title?.value ?? title)).toEqual(json.map(({ title }) => title))
    expect(json.map(({ url }) => url).sort()).toEqual(issues().map(slug => `${home}${slug}/`))
    for (const [index, { content_html: html = '' }] of json.entries()) {
      expect(atom[index]?.content?.value).toBe(html)
      expect(html.length).toBeGreaterThan(1000)
    }
  })
}
