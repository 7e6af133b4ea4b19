import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localBrowser, type OpenedPreview, openPreview } from '../../support/preview.js'
import { previewFaults } from '../../support/preview-axe.js'
import { smallPng } from '../../support/small-png.js'

const code = `\`\`\`js\n${'const tide = high ? "slack" : low(12, "x")\n'.repeat(290)}\`\`\`\n`
const front = (title: string) => `---\ntitle: ${title}\ndate: 2026-11-28\n---\n\n## Part\n\n`
const text = `${front('Between tides')}The [mill](https://tides.example.com/), [again](https://tides.example.com/), [part](#part), [Hester](mailto:hester@example.org).\n\n![The mill](images/mill.png)\n`

let browser: Browser
let opened: OpenedPreview
beforeAll(async () => {
  browser = await localBrowser()
  opened = await openPreview(browser, {
    'content/images/mill.png': await smallPng(),
    'content/tides.md': text,
    'content/a-heavy.md': front('Heavy water') + code,
  })
  await until(() => document.querySelector('.state')?.textContent?.startsWith('Built') === true)
}, 40_000)
afterAll(async () => {
  await opened?.close()
  await browser.close()
})

async function until(isSo: (given: string) => boolean, given = ''): Promise<void> {
  await opened.page.waitForFunction(isSo, { timeout: 20_000 }, given)
}

/** Opens a panel, and waits for these words in it. @returns its words */
async function open(panel: string, words: string): Promise<string> {
  await press(panel)
  await until(wanted => document.querySelector('.side')?.textContent?.includes(wanted) === true, words)
  return opened.page.$eval('.side', node => node.textContent ?? '')
}

const press = (words: string) =>
  opened.page.evaluate(wanted => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.side button')]
    const found = buttons.find(({ textContent }) => textContent?.startsWith(wanted))
    if (!found) throw new Error(`No button ${wanted}`)
    found.click()
  }, words)

test('the weight: the budget in words, the heaviest blocks by line, pictures by pixels', async () => {
  await open('Weight', 'a-heavy.md:8')
  const heavy = await opened.page.$eval('.side', node => node.textContent ?? '')
  expect(heavy).toMatch(/\d+ of 102,400 bytes\s*Near: [\d,]+ bytes are left/)
  expect(heavy).toMatch(/\d\d,\d{3}\s*code const tide/)
  await opened.page.evaluate(() => document.querySelectorAll<HTMLElement>('.issues button')[1]?.click())
  await until(() => document.querySelector('.pictures')?.textContent?.includes('px') === true)
  const words = await opened.page.$eval('.side', node => node.textContent ?? '')
  expect(words).toMatch(/Within: [\d,]+ bytes are left/)
  expect(words).toContain('(decides)')
  expect(words).toMatch(/\d words, about \d+ minutes? to read/)
  expect(words).toMatch(/\d+ × \d+ px/)
  expect(words).toMatch(/Web page\s*[\d.]+ kB/)
  expect(await previewFaults(opened.page)).toEqual([])
})

test('the links: told apart, counted, with their lines, and shown in the text', async () => {
  const words = await open('Links', 'Elsewhere (2)')
  expect(words).toContain('4 links to 3 places, 1 of them more than once')
  expect(words).toMatch(/Within the issue \(1\)part#parttides\.md:8/)
  expect(words).toMatch(/To somebody \(1\)Hestermailto:hester@example\.org/)
  await press('again')
  await until(() => {
    const links = document.querySelector('iframe')?.contentDocument?.querySelectorAll('a') ?? []
    return [...links].some(link => link.textContent === 'again' && link.getAnimations().length > 0)
  })
  expect(await previewFaults(opened.page)).toEqual([])
})

test('what a screen reader has, when it is asked for', async () => {
  const before = await open('Read aloud', 'Read the email')
  expect(before).not.toContain('heading')
  await press('Read the email')
  await until(() => document.querySelector('.said-nodes') !== null)
  const said = await opened.page.$eval('.said-aloud', node => node.textContent ?? '')
  expect(said).toMatch(/heading 1 Between tides/)
  expect(said).toMatch(/link mill/)
  expect(said).toMatch(/image The mill/)
  await press('Read the web page')
  await until(() => document.querySelector('.said-aloud h3')?.textContent === 'Web page')
  expect(await previewFaults(opened.page)).toEqual([])
})

test('the files, to take along', async () => {
  const words = await open('Files', 'Save email.eml')
  expect(words).toContain('Everything')
  const address = await opened.page.$eval('a[download="email.eml"]', node => (node as HTMLAnchorElement).href)
  const response = await fetch(address)
  expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''email.eml")
  expect(await response.text()).toContain('Subject: Between tides')
  expect(await previewFaults(opened.page)).toEqual([])
})

test('what is to be set before a test can be sent', async () => {
  const words = await open('Send', 'not set up')
  expect(words).toContain('Set `email.from` in the config.')
  expect(words).toContain('Set `sending.smtp` in the config')
  const page = await fetch(await opened.page.$eval('.side a', node => (node as HTMLAnchorElement).href))
  expect(await page.text()).toContain('<h1 id="Sending">Sending</h1>')
  expect(await previewFaults(opened.page)).toEqual([])
  expect(opened.errors).toEqual([])
})
