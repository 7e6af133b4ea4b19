import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Browser, Frame } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localBrowser, type OpenedPreview, openPreview } from '../../support/preview.js'

let browser: Browser
let opened: OpenedPreview

const article = (first: string) =>
  [
    `---\ntitle: Between tides\ndate: 2026-11-28\n---\n\n${first}\n`,
    ...Array.from({ length: 60 }, (_, index) =>
      [
        index % 30 === 0 ? `\n## Part ${index / 30 + 1}\n` : '',
        `Paragraph ${index}: the tide comes in over the sands and over the posts, and goes out as it came, ${'and again, '.repeat(12)}as the moon has it.\n`,
      ].join('\n'),
    ),
  ].join('\n')

beforeAll(async () => {
  browser = await localBrowser()
  opened = await openPreview(browser, {
    'trifold.yaml': 'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nformats: [epub]\n',
    'content/tides.md': article('The water is slack.'),
    'content/mill.md': '---\ntitle: The mill\ndate: 2026-11-21\n---\n\nIt grinds.\n',
  })
  await opened.page.waitForFunction(() => {
    const titles = [...document.querySelectorAll('nav.issues .title')].map(title => title.textContent)
    return titles.includes('Between tides') && titles.includes('The mill')
  })
}, 30_000)
afterAll(async () => {
  await opened.close()
  await browser.close()
})

const press = (words: string, within = 'body') =>
  opened.page.evaluate(
    (label, place) => {
      const buttons = [...document.querySelectorAll<HTMLElement>(`${place} button`)]
      const found = buttons.find(
        each => each.getAttribute('aria-label') === label || each.textContent?.startsWith(label),
      )
      if (!found) throw new Error(`No button says ${label}`)
      found.click()
    },
    words,
    within,
  )

/** The document of the book that is shown. */
const shown = (): Frame | undefined => opened.page.frames().findLast(frame => frame.url().startsWith('blob:'))

/** What of the document is in sight, as the person sees it. */
const inSight = async (): Promise<string> => {
  const frame = shown()
  if (!frame) return ''
  return frame.evaluate(() => {
    const at = frameElement?.getBoundingClientRect()
    const room = frameElement?.parentElement?.parentElement?.getBoundingClientRect()
    if (!at || !room) return ''
    return [...document.querySelectorAll('p, h1, h2, li')]
      .filter(element =>
        [...element.getClientRects()].some(
          ({ left, top, right, bottom }) =>
            at.left + right > room.left + 1 &&
            at.left + left < room.right - 1 &&
            at.top + bottom > room.top + 1 &&
            at.top + top < room.bottom - 1,
        ),
      )
      .map(element => element.textContent)
      .join('\n')
  })
}

/** Foliate turns no page while another is turned, and says where it stands a moment later. */
const turned = () => new Promise(resolve => setTimeout(resolve, 400))

/** Waits until something in sight has these words. */
const sees = (words: string) => expect.poll(inSight, { timeout: 10_000 }).toContain(words)

test('opens the book, goes by the contents, and turns pages by keys and buttons', async () => {
  const { page } = opened
  await press('The mill', 'nav.issues')
  await press('Between tides', 'nav.issues')
  await press('EPUB')
  await page.waitForSelector('foliate-view:not(.coming)', { timeout: 10_000 })
  await press('Contents')
  await press('Part 1', '.book-contents')
  await sees('Paragraph 0:')
  expect(await inSight()).not.toContain('Paragraph 59:')
  expect(await page.$eval('.book-contents [aria-current]', entry => entry.textContent)).toBe('Part 1')
  await page.focus('.book')
  await page.keyboard.press('ArrowRight')
  await expect.poll(inSight).not.toContain('Paragraph 0:')
  await turned()
  await press('Previous page')
  await sees('Paragraph 0:')
  await press('Contents')
  await turned()
})

test('is dressed as an e-reader is, and stays so', async () => {
  const { page } = opened
  const looks = () =>
    shown()?.evaluate(() => {
      const { backgroundColor, color, fontSize } = getComputedStyle(document.documentElement)
      return { backgroundColor, color, fontSize }
    })
  expect(await looks()).toEqual({
    backgroundColor: 'rgb(255, 255, 255)',
    color: 'rgb(31, 31, 29)',
    fontSize: '16px',
  })
  await press('A+')
  await page.select('[aria-label="Colours"]', 'dark')
  expect(await looks()).toEqual({
    backgroundColor: 'rgb(30, 29, 27)',
    color: 'rgb(233, 230, 223)',
    fontSize: '17.6px',
  })
  await press('A−')
  await page.select('[aria-label="Colours"]', 'light')
  expect((await looks())?.fontSize).toBe('16px')
})

test.each(['pages', 'scrolled'])('keeps the place that is read when the book is another: %s', async flow => {
  const { page } = opened
  await page.select('[aria-label="Flow"]', flow)
  await press('Part 2', '.book-contents')
  await sees('Paragraph 30:')
  await press('Next page')
  await expect.poll(inSight).not.toContain('Paragraph 30:')
  await turned()
  const before = await inSight()
  const first = `More stands before it now (${flow}).\n\n${'And more, over many lines. '.repeat(60)}`
  opened.write('content/tides.md', article(first))
  const old = shown()
  await expect.poll(() => shown() !== old && shown() !== undefined, { timeout: 10_000 }).toBe(true)
  await page.waitForFunction(() => !document.querySelector('foliate-view.coming'))
  expect(await shown()?.evaluate(() => document.body.textContent)).toContain(`(${flow})`)
  const after = await inSight()
  if (flow === 'scrolled') expect(after).toBe(before)
  else expect(after).toContain(before.split('\n')[1])
})

test('stays as it is when another view is put beside it, or taken away', async () => {
  const { page } = opened
  await page.select('[aria-label="Flow"]', 'pages')
  await page.select('[aria-label="Colours"]', 'sepia')
  const frame = shown()
  await page.select('[aria-label="Beside it"]', 'web')
  await page.select('[aria-label="Beside it"]', '')
  expect(shown()).toBe(frame)
  expect(await frame?.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toMatch(
    /^color\(srgb 0\.96/,
  )
})

test('opens a book again where it was read', async () => {
  const { page } = opened
  const before = await inSight()
  await press('Web')
  await press('EPUB')
  await page.waitForSelector('foliate-view:not(.coming)')
  await expect.poll(inSight).toContain(before.split('\n')[1])
})

test('runs no script of a book', async () => {
  const { page } = opened
  const book = readdirSync(join(opened.cwd, 'dist/mill')).find(name => name.endsWith('.epub'))
  writeFileSync(join(opened.cwd, 'dist/mill', book ?? ''), hostile)
  await press('The mill', 'nav.issues')
  await expect.poll(() => shown()?.evaluate(() => document.body.textContent)).toContain('Hostile words')
  await shown()?.click('a')
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(await shown()?.evaluate(() => document.title)).toBe('Book')
  expect(await page.evaluate(() => (globalThis as { ran?: string }).ran)).toBe(undefined)
  expect(await page.evaluate(() => [...document.querySelectorAll('iframe')].length)).toBe(0)
  expect(await shown()?.evaluate(() => frameElement?.getAttribute('sandbox'))).toBe('allow-same-origin')
})

test('has a policy that blob: documents inherit, which lets none run without the sandbox too', async () => {
  const ran = await opened.page.evaluate(async markup => {
    const frame = document.createElement('iframe')
    frame.src = URL.createObjectURL(new Blob([markup], { type: 'application/xhtml+xml' }))
    const loaded = new Promise(resolve => frame.addEventListener('load', resolve))
    document.body.append(frame)
    await loaded
    frame.contentDocument?.querySelector('a')?.click()
    await new Promise(resolve => setTimeout(resolve, 200))
    const has = frame.contentDocument?.body.textContent?.includes('Hostile words')
    frame.remove()
    return [has, (globalThis as { ran?: string }).ran]
  }, hostileSection)
  // What is undefined comes over as null.
  expect(ran).toEqual([true, null])
})

test.each(['light', 'dark'] as const)('axe-core finds nothing in %s', async scheme => {
  const { page } = opened
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  expect(found).toEqual([])
})

const run = (how: string) => `parent.ran = '${how}'; top.ran = '${how}'`

const hostileSection = `<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Book</title>
<script>${run('inline')}; document.title = 'Ran'</script><script src="own.js"></script></head>
<body onload="${run('onload')}"><p>Hostile words.</p>
<img src="none.png" alt="" onerror="${run('onerror')}"/>
<p><a href="javascript:${run('link')}">A link</a></p>
<iframe srcdoc="&lt;script&gt;parent.${run('srcdoc')}&lt;/script&gt;"></iframe>
<svg xmlns="http://www.w3.org/2000/svg"><script>${run('svg')}</script></svg></body></html>`

/** A book with scripts in all the places that one can have them. */
const hostile = zipSync({
  mimetype: [strToU8('application/epub+zip'), { level: 0 }],
  'META-INF/container.xml': strToU8(
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' +
      '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  ),
  'book.opf': strToU8(
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">' +
      '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier>' +
      '<dc:title>Book</dc:title><dc:language>en</dc:language></metadata><manifest>' +
      '<item id="a" href="a.xhtml" media-type="application/xhtml+xml" properties="scripted"/>' +
      '<item id="js" href="own.js" media-type="text/javascript"/></manifest>' +
      '<spine><itemref idref="a"/></spine></package>',
  ),
  'a.xhtml': strToU8(hostileSection),
  'own.js': strToU8(run('file')),
})
