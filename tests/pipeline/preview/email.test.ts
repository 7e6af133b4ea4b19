import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localBrowser, type OpenedPreview, openPreview } from '../../support/preview.js'
import { previewFaults } from '../../support/preview-axe.js'
import { smallPng } from '../../support/small-png.js'

let browser: Browser
let opened: OpenedPreview
beforeAll(async () => {
  browser = await localBrowser()
  opened = await openPreview(browser, {
    'trifold.yaml':
      'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nformats: [email]\nmergeTags: [name]\nemail: { from: Hester Quayle <letters@example.org>, images: embedded }\n',
    'content/images/mill.png': await smallPng(),
    'content/tides.md': article('slack'),
  })
  await until(() => document.querySelector('.listed .line') !== null)
}, 30_000)
afterAll(async () => {
  await opened?.close()
  await browser.close()
})

function article(words: string): string {
  return `---\ntitle: Between tides\nsubject: '{{ name | default: "Reader" }}, look'\npreheader: What the water does\ndate: 2026-11-28\n---\n\nDear {{ name | default: "friend" }},\n\nThe water is ${words}.\n\n![The mill](images/mill.png)\n`
}

async function until(isSo: (given: string) => boolean, given = ''): Promise<void> {
  await opened.page.waitForFunction(isSo, { timeout: 15_000 }, given)
}

/** Presses the button that begins with these words. */
const press = (words: string) =>
  opened.page.evaluate(wanted => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.pane button, .side button')]
    const found = buttons.find(({ textContent }) => textContent?.startsWith(wanted))
    if (!found) throw new Error(`No button ${wanted}`)
    found.click()
  }, words)

/** Waits for an email that is shown with these words, in a frame that is as it should be. */
const shows = (words: string) =>
  until(
    wanted =>
      [...document.querySelectorAll('iframe')].some(
        frame =>
          frame.style.visibility !== 'hidden' &&
          frame.contentDocument?.readyState === 'complete' &&
          frame.contentDocument.body.textContent?.includes(wanted),
      ),
    words,
  )

/** Something of the document in the only frame, once there is but one. */
async function inEmail<Value>(look: (email: Document) => Value): Promise<Value> {
  await until(() => document.querySelectorAll('iframe').length === 1)
  return opened.page.evaluate(
    source =>
      new Function('email', `return (${source})(email)`)(document.querySelector('iframe')?.contentDocument),
    look.toString(),
  ) as Promise<Value>
}

test('stands in the inbox with its sender, its subject and what comes after that', async () => {
  const [desktop = '', phone = ''] = await opened.page.$$eval('.listed p', all =>
    all.map(({ textContent }) => textContent ?? ''),
  )
  expect(desktop).toMatch(/^Hester QuayleReader, look – What the water does/)
  expect(phone).toMatch(/^Hester QuayleReader, lookWhat the water does/)
  expect(await opened.page.$eval('.listed mark', node => node.textContent)).toBe('Reader')
})

test('is filled for a sample reader, and for nobody again', async () => {
  await shows('Dear friend')
  await opened.page.type('.reader input[name="name"]', 'Ann <b>')
  await opened.page.keyboard.press('Tab')
  await shows('Dear Ann <b>')
  await until(() => document.querySelector('.listed mark')?.textContent === 'Ann <b>')
  await press('Use the defaults')
  await shows('Dear friend')
  await until(() => document.querySelector('.listed mark')?.textContent === 'Reader')
})

test('is shown as narrow as a telephone, in the dark, without pictures and without styles', async () => {
  const picture = (email: Document) => email.querySelector<HTMLImageElement>('img[alt="The mill"]')
  await shows('slack')
  expect((await opened.page.$eval('.email .frame', node => node.clientWidth)) > 375).toBe(true)
  await press('Telephone')
  expect(await opened.page.$eval('.email .frame', node => node.clientWidth)).toBe(375)
  await opened.page.waitForFunction(() => {
    const image = document
      .querySelector('iframe')
      ?.contentDocument?.querySelector<HTMLImageElement>('img[alt="The mill"]')
    return (image?.naturalWidth ?? 0) > 0
  })

  const ground = (email: Document) => {
    const sheet = email.querySelector('.sheet') ?? email.body
    return email.defaultView?.getComputedStyle(sheet).backgroundColor
  }
  const light = await inEmail(ground)
  for (const colours of ['dark', 'outlook', 'gmail']) {
    await opened.page.select('[aria-label="Colours"]', colours)
    await until(
      wanted => document.querySelector('iframe')?.src.includes(wanted) === true,
      colours === 'dark' ? '&dark' : `as=${colours}`,
    )
    await shows('slack')
    expect(await inEmail(ground), colours).not.toBe(light)
  }
  await press('Pictures off')
  await until(() => document.querySelector('iframe')?.src.includes('&no-images') === true)
  await shows('slack')
  expect(await inEmail(email => email.querySelector('img[alt="The mill"]')?.hasAttribute('src'))).toBe(false)
  await press('Styles off')
  await until(() => document.querySelector('iframe')?.src.includes('&no-styles') === true)
  await shows('slack')
  expect(await inEmail(email => email.querySelectorAll('[style]:not(html)').length)).toBeLessThan(60)
  expect(picture).toBeDefined()
})

test('keeps its look over a reload, and has its text and its source', async () => {
  await opened.page.reload()
  await until(() => document.querySelector('iframe')?.src.includes('&no-styles') === true)
  expect(await opened.page.$eval('.email .frame', node => node.classList.contains('phone'))).toBe(true)
  await press('Plain text')
  await until(() => document.querySelector('[aria-label="Plain text"] li')?.textContent !== undefined)
  expect(await opened.page.$eval('[aria-label="Plain text"]', node => node.textContent)).toContain(
    'Dear friend',
  )
  await press('Source')
  await until(() => document.querySelector('.numbered li') !== null)
  expect(await opened.page.$eval('[aria-label="Source"]', node => node.textContent)).toContain('cid:')
  opened.write('content/tides.md', article('high'))
  await until(
    () => document.querySelector('[aria-label="Source"]')?.textContent?.includes('is high') === true,
  )
  await press('Mail')
  await shows('high')
})

test('stays where it is read when another format is put beside it, and before it', async () => {
  const beside = (id: string) => opened.page.select('[aria-label="Beside it"]', id)
  const scroll = () => opened.page.$eval('.email iframe', frame => frame.contentWindow?.scrollY)
  await opened.page.setViewport({ width: 1400, height: 420 })
  await press('Styles off')
  await until(() => document.querySelector('iframe')?.src.includes('&no-styles') === false)
  await shows('high')
  await opened.page.$eval('.email iframe', frame => frame.contentWindow?.scrollTo(0, 120))
  await beside('web')
  await until(() => document.querySelectorAll('.pane').length === 2)
  expect(await scroll()).toBe(120)
  await opened.page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.views button')]
    buttons.find(({ textContent }) => textContent === 'Web')?.click()
  })
  await until(() => document.querySelectorAll('.pane').length === 1)
  await beside('email')
  await until(() => document.querySelectorAll('.pane').length === 2)
  await shows('high')
  await opened.page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.views button')]
    buttons.find(({ textContent }) => textContent === 'Email')?.click()
  })
  await until(() => document.querySelectorAll('.pane').length === 1)
  await shows('high')
  await opened.page.setViewport({ width: 1400, height: 900 })
})

test('axe finds nothing, and nothing went wrong', async () => {
  expect(await previewFaults(opened.page)).toEqual([])
  await press('Source')
  expect(await previewFaults(opened.page)).toEqual([])
  expect(opened.errors).toEqual([])
})
