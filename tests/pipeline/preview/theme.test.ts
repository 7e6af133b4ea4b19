import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localBrowser, type OpenedPreview, openPreview } from '../../support/preview.js'

const config =
  '\uFEFF# The letter\r\nname: "Slack Water"\r\nlang: en\r\nformats: [web]\r\ntheme:\r\n  light:\r\n    accent: \'#8c2f1b\' # rust\r\n'
const article = '---\ntitle: Between tides\ndate: 2026-11-28\n---\n\nA [link](https://example.org/).\n'

let browser: Browser
let opened: OpenedPreview
beforeAll(async () => {
  browser = await localBrowser()
  opened = await openPreview(browser, { 'trifold.yaml': config, 'content/tides.md': article })
  await opened.page.click('.views .segments ::-p-text(Web)')
  await opened.page.click('#panel-theme')
  await opened.page.waitForSelector('#token-light\\.accent')
}, 60_000)
afterAll(async () => {
  await opened.close()
  await browser.close()
})

const field = (path: string) => `#token-${path.replaceAll('.', '\\.')}`

/** Types into a token's field, as a person does. */
async function type(path: string, text: string): Promise<void> {
  await opened.page.$eval(field(path), node => node.closest('details')?.setAttribute('open', ''))
  const input = await opened.page.waitForSelector(field(path))
  await input?.click({ count: 3 })
  await opened.page.keyboard.type(text)
  await opened.page.keyboard.press('Tab')
}

/** Waits until the link in the frame has a colour. */
const linkIs = (colour: string) =>
  opened.page.waitForFunction(
    wanted =>
      [...document.querySelectorAll('iframe')].some(({ contentDocument }) => {
        const link = contentDocument?.querySelector('main a[href^="https://example.org"]')
        return link && getComputedStyle(link).color === wanted
      }),
    { timeout: 25_000 },
    colour,
  )

const notes = (path: string) =>
  opened.page.$eval(field(path), node => node.closest('.token')?.querySelector('.notes')?.textContent)

const press = (name: string) => opened.page.click(`.saving ::-p-text(${name})`)
const written = () => readFileSync(join(opened.cwd, 'trifold.yaml'), 'utf8')
const says = (words: string) =>
  opened.page.waitForFunction(
    wanted => document.querySelector('#panel')?.textContent?.includes(wanted),
    { timeout: 25_000 },
    words,
  )

test('shows another colour in what is built, says what it does to the contrast, and takes it back', async () => {
  await linkIs('rgb(140, 47, 27)')
  expect(await notes('light.accent')).toMatch(/^✓ \d\.\d\d:1 for .*, passes 4\.5:1$/)
  await type('light.accent', '#99aabb')
  await linkIs('rgb(153, 170, 187)')
  expect(await notes('light.accent')).toMatch(/✗ 2\.\d\d:1 for .*, does not pass 4\.5:1✗ and 7 other texts/)
  await says('8 of 36 texts do not pass 4.5:1')
  await says('1 token is tried. Nothing is written to trifold.yaml until you save.')
  expect(written()).toBe(config)
  await press('Undo')
  await linkIs('rgb(140, 47, 27)')
  await says('As trifold.yaml has it.')
})

test('says what is wrong with a value, and builds nothing of it', async () => {
  await type('light.accent', 'teal')
  await says('expected a colour as six hexadecimal digits')
  expect(await opened.page.$eval(field('light.accent'), node => (node as HTMLInputElement).value)).toBe(
    'teal',
  )
  await press('Reset')
  await says('As trifold.yaml has it.')
  await linkIs('rgb(140, 47, 27)')
})

test('saves into the config, and keeps all else in it', async () => {
  await type('light.accent', '#0b5c6b')
  await type('screen.width', '640')
  await linkIs('rgb(11, 92, 107)')
  await says('2 tokens are tried')
  await press('Save')
  await says('Saved in trifold.yaml.')
  const saved = `${config.replace('#8c2f1b', '#0b5c6b')}  screen:\r\n    width: 640\r\n`
  expect(written()).toBe(saved)
  await linkIs('rgb(11, 92, 107)')
})

test('refuses to write over a config that it has not seen', async () => {
  const answer = await opened.page.evaluate(async () => {
    const post = (path: string, body: object) =>
      fetch(path, { method: 'POST', body: JSON.stringify(body) }).then(each => each.json())
    await post('theme', { changes: { 'light.ink': '#111111' } })
    return post('theme/save', { mark: 'that of before' })
  })
  expect(answer.fault).toContain('was changed on the disk after this page read it')
  expect(written()).not.toContain('#111111')
  await press('Reset')
})

test('takes what is saved elsewhere, and keeps what is tried', async () => {
  await type('screen.width', '660')
  opened.write('trifold.yaml', written().replace('#0b5c6b', '#123456'))
  await linkIs('rgb(18, 52, 86)')
  await says('Back to 640')
  await press('Save')
  await says('Saved in trifold.yaml.')
  expect(written()).toContain('width: 660\r\n')
  expect(written()).toContain("'#123456' # rust")
  expect(opened.errors.filter(error => !/42[0-9]|409/.test(error))).toEqual([])
})
