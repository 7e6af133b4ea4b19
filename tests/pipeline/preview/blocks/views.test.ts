import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { localBrowser, type OpenedPreview, openPreview } from '../../../support/preview.js'

const paragraph = (number: number) =>
  `Reading ${number} was taken at the Old Dock, and the water stood at ${number * 7} inches above the sill of the gate that winter.`

const article = [
  '---',
  'title: Between tides',
  'date: 2026-11-28',
  '---',
  '',
  'The water is slack, and [the tables](https://tides.example.org/tables) say so. <script>window.top.hit = 1</script>',
  '',
  '<p onclick="top.hit = 2">Nobody presses this <a href="javascript:top.hit = 3">way out</a> for nothing.</p>',
  '',
  '# The first part',
  '',
  ...Array.from({ length: 40 }, (_, index) => [paragraph(index + 1), '']).flat(),
  'The last words are [here](https://tides.example.org/here).',
  '',
].join('\n')

const tools = mkdtempSync(join(tmpdir(), 'trifold-editor-'))
const told = join(tools, 'told.json')
const editor = join(tools, 'my editor')

let browser: Browser
let opened: OpenedPreview
beforeAll(async () => {
  writeFileSync(
    editor,
    `#!${process.execPath}\nrequire('fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.argv.slice(2)))\n`,
  )
  chmodSync(editor, 0o755)
  browser = await localBrowser()
  opened = await openPreview(
    browser,
    { 'content/tides.md': article },
    { env: { TRIFOLD_EDITOR: `"${editor}" --at {line} {file}` } },
  )
}, 40_000)
afterAll(async () => {
  await opened.close()
  await browser.close()
  rmSync(tools, { recursive: true, force: true })
})
beforeEach(async () => {
  await opened.page.evaluate(() =>
    sessionStorage.setItem('trifold.preview', JSON.stringify({ views: ['email', 'web'], panel: 'findings' })),
  )
  await opened.page.reload()
  await opened.page.waitForFunction(
    () =>
      [...document.querySelectorAll('iframe')].filter(frame =>
        frame.contentDocument?.querySelector('[data-trifold-finding]'),
      ).length === 2,
    { timeout: 30_000 },
  )
}, 40_000)

/** The words that are outlined, by view. */
const outlined = () =>
  opened.page.$$eval('.pane', panes =>
    panes.map(pane =>
      [...(pane.querySelector('iframe')?.contentDocument?.querySelectorAll('[data-trifold-selected]') ?? [])]
        .map(element => element.textContent?.trim() ?? '')
        .join(' | '),
    ),
  )

/** Clicks what holds these words in the n-th view, where it is in sight, as a person does. */
async function press(view: number, words: string, selector = 'p, div, a'): Promise<void> {
  const at = await opened.page.evaluate(
    async (index, wanted, among) => {
      // The view beside it may be on its way to the same place.
      const drawn = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      await drawn()
      const frame = document.querySelectorAll('iframe')[index]
      const found = [...(frame?.contentDocument?.querySelectorAll(among) ?? [])]
      const element = found.filter(each => each.textContent?.includes(wanted)).at(-1)
      element?.scrollIntoView({ block: 'center' })
      await drawn()
      const inner = element?.getClientRects()[0]
      const outer = frame?.getBoundingClientRect()
      return inner && outer
        ? { x: outer.x + inner.x + 8, y: outer.y + inner.y + inner.height / 2 }
        : undefined
    },
    view,
    words,
    selector,
  )
  if (!at) throw new Error(`There is nothing that says: ${words}`)
  await opened.page.mouse.click(at.x, at.y)
}

const marked = () => opened.page.$$eval('.lines .marked', lines => lines.map(line => line.textContent))
const status = () => opened.page.$eval('.place', node => node.textContent)
const button = (words: string) => opened.page.locator(`::-p-xpath(//button[normalize-space()='${words}'])`)

test('a passage that is clicked is outlined in every view, and its Markdown is shown', async () => {
  await press(0, 'Reading 5 was')
  await opened.page.waitForSelector('.lines .marked')
  expect(await outlined()).toEqual([paragraph(5), paragraph(5)])
  expect(await marked()).toEqual([`20${paragraph(5)}`])
  expect(await status()).toBe('content/tides.md:20')
  await button('Open in editor').click()
  await opened.page.waitForFunction(() => document.querySelector('.place')?.textContent?.startsWith('Opened'))
  expect(existsSync(told) && JSON.parse(readFileSync(told, 'utf8'))).toEqual([
    '--at',
    '20',
    join(opened.cwd, 'content/tides.md'),
  ])
})

test('Alt and an arrow go from passage to passage', async () => {
  await press(1, 'Reading 5 was')
  await opened.page.waitForSelector('.lines .marked')
  await opened.page.keyboard.down('Alt')
  await opened.page.keyboard.press('ArrowDown')
  await opened.page.keyboard.press('ArrowDown')
  await opened.page.keyboard.press('ArrowUp')
  await opened.page.keyboard.up('Alt')
  expect(await outlined()).toEqual([paragraph(6), paragraph(6)])
})

test('a finding leads to its passage, its line and its rule', async () => {
  const items = await opened.page.$$('.found li')
  const texts = await Promise.all(items.map(item => item.evaluate(node => node.textContent)))
  const item = items[texts.findIndex(text => text?.includes('link-text'))]
  await (await item?.$('button'))?.click()
  await opened.page.waitForSelector('.found .marked')
  expect(await marked()).toEqual(['92The last words are [here](https://tides.example.org/here).'])
  expect(await outlined()).toEqual(['The last words are here.', 'The last words are here.'])
  const signs = await opened.page.$$eval('iframe', frames =>
    frames.map(
      frame => frame.contentDocument?.querySelectorAll('[data-trifold-selected][data-trifold-sign]').length,
    ),
  )
  expect(signs).toEqual([1, 1])

  const link = await opened.page.$eval('.found li:has(.marked) a', ({ href, target, rel }) => ({
    href,
    target,
    rel,
  }))
  const rule = `${opened.address}docs/rules.md#link-text`
  expect(link).toEqual({ href: rule, target: '_blank', rel: 'noopener noreferrer' })
  const page = await opened.page.evaluate(async href => (await fetch(href)).text(), rule)
  expect(page).toContain('<h2 id="link-text">link-text</h2>')

  await opened.page.focus('.found li:has(.marked) button')
  opened.write('content/tides.md', article.replace('The last words', 'New words\n\nThe last words'))
  await opened.page.waitForFunction(() =>
    document.querySelector('.found .marked')?.textContent?.startsWith('94'),
  )
  expect(await outlined()).toEqual(['The last words are here.', 'The last words are here.'])
  expect(await opened.page.evaluate(() => document.activeElement?.closest('.found') !== null)).toBe(true)
  opened.write('content/tides.md', article)
})

test('two views are scrolled together, and are not where that is off', async () => {
  /** Where each passage `Reading 1` to `Reading 30` begins on the page, in each view. */
  const tops = () =>
    opened.page.$$eval('.pane', panes =>
      panes.map(pane => {
        const frame = [...pane.querySelectorAll('iframe')].find(each => each.style.visibility !== 'hidden')
        const { top: from = 0 } = frame?.getBoundingClientRect() ?? {}
        const all = [...(frame?.contentDocument?.querySelectorAll('p, div') ?? [])]
        return Array.from({ length: 30 }, (_, at) => {
          const passage = all.findLast(each => each.textContent?.includes(`Reading ${at + 1} `))
          return Math.round(from + (passage?.getBoundingClientRect().top ?? Number.NaN))
        })
      }),
    )
  /** How far apart the two views have the passage that is read: the nearest to a third of the first. */
  const apart = async () => {
    const [one = [], other = []] = await tops()
    const from = one.map(top => Math.abs(top - 330))
    const nearest = from.indexOf(Math.min(...from.filter(Number.isFinite)))
    return Math.abs((one[nearest] ?? Number.NaN) - (other[nearest] ?? Number.NaN))
  }
  const twelfth = async (view: number) => (await tops())[view]?.[11] ?? Number.NaN
  // What the test before wrote is built: a build that comes in leaves both views where they are.
  await opened.page.waitForFunction(() =>
    document.querySelector('.bar [role="status"]')?.textContent?.startsWith('Built'),
  )
  await new Promise(resolve => setTimeout(resolve, 500))
  const [pane] = await opened.page.$$('.pane-body')
  await pane?.hover()
  await opened.page.mouse.wheel({ deltaY: 1200 })
  await expect.poll(() => twelfth(0), { timeout: 5000 }).toBeLessThan(400)
  await expect.poll(apart, { timeout: 5000 }).toBeLessThan(90)
  // Neither drives the other on.
  await new Promise(resolve => setTimeout(resolve, 200))
  const before = await twelfth(0)
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(await twelfth(0)).toBe(before)
  expect(await apart()).toBeLessThan(90)

  await button('Scroll together').click()
  const there = await twelfth(1)
  await pane?.hover()
  await opened.page.mouse.wheel({ deltaY: -600 })
  await expect.poll(() => twelfth(0), { timeout: 5000 }).toBeGreaterThan(before + 300)
  expect(await twelfth(1)).toBe(there)
  await button('Scroll together').click()
})

test('a link says where it leads, and nothing that an article says is run', async () => {
  await press(1, 'the tables', 'a')
  expect(await status()).toBe('The link leads to https://tides.example.org/tables')
  await press(0, 'Nobody presses this')
  expect(await outlined()).toEqual([
    expect.stringContaining('Nobody presses this'),
    expect.stringContaining('Nobody presses this'),
  ])
  expect(opened.page.url()).toBe(opened.address)
  expect(opened.page.frames().map(frame => new URL(frame.url()).origin)).toEqual(
    Array(3).fill(new URL(opened.address).origin),
  )
  expect(await opened.page.evaluate(() => 'hit' in window)).toBe(false)
  expect(opened.errors).toEqual([])
})

test.each(['light', 'dark'])('axe finds nothing in the panels, in %s', async scheme => {
  await opened.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await opened.page.evaluate(axe.source)
  const faults = () =>
    opened.page.evaluate(async () => {
      // Sound: it was put there a moment ago.
      const { axe: checker } = window as unknown as { axe: typeof axe }
      const { violations } = await checker.run(document, { iframes: false })
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
    })
  await (await opened.page.$('.found li > button'))?.click()
  await opened.page.waitForSelector('.found .excerpt button')
  expect(await faults()).toEqual([])
  await press(0, 'Reading 5 was')
  await opened.page.waitForSelector('.lines .marked')
  expect(await faults()).toEqual([])
  await opened.page.emulateMediaFeatures([])
})
