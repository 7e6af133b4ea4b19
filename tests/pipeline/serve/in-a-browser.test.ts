import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HttpServer, serveHttp } from '../../../pipeline/world/http-server.js'
import { aServer, linkOf } from '../../support/readers-server.js'
import { launch } from '../bind/pdf/browser.js'

let browser: Browser
let http: HttpServer
const server = aServer()
beforeAll(async () => {
  // Nothing but this machine is reached.
  browser = await launch(['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'])
  http = await serveHttp({ fetch: server.app.fetch, host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await browser?.close()
  await http?.close()
})

const heading = (page: Page) => page.$eval('h1', element => element.textContent)

/** Presses the first button of the page, without any script of the page, and waits for what comes. */
async function press(page: Page, button = 'button'): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(button)])
  await server.backlog.idle()
}

const here = (address: string) => address.replace(server.url, http.origin)

test('a reader subscribes, confirms, changes the name, leaves and is erased, by hand and without script', async () => {
  const page = await browser.newPage()
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  await page.setJavaScriptEnabled(false)

  await page.goto(`${http.origin}/`)
  await page.type('#tf-email', 'hester@example.org')
  await page.type('#tf-name', 'Hester')
  await press(page)
  expect(await heading(page)).toBe('Look into your mailbox')

  await page.goto(here(linkOf(server.letters[0])))
  expect(await heading(page)).toBe('Confirm your subscription')
  await press(page)
  expect(await heading(page)).toBe('You are on the list')
  expect(await server.readers.get(1)).toMatchObject({
    state: 'active',
    name: 'Hester',
    consent: { source: 'form', address: '127.0.0.1' },
  })

  await Promise.all([page.waitForNavigation(), page.click('main a')])
  expect(await heading(page)).toBe('Your subscription')
  await page.type('#tf-name', 'Quayle, ')
  await press(page, 'button.main')
  expect(await server.readers.get(1)).toMatchObject({ name: 'Quayle, Hester' })

  await press(page, 'button.quiet')
  expect(await heading(page)).toBe('You have left')
  expect(await server.readers.get(1)).toMatchObject({ state: 'unsubscribed' })

  server.clock.now += 2 * 60 * 60_000
  await Promise.all([page.waitForNavigation(), page.click('main p:last-child a')])
  await page.type('#tf-email', 'hester@example.org')
  await press(page)
  const [, own = ''] = server.letters[1]?.text.match(/(\S+\/preferences\/\S+)/) ?? []
  await page.goto(here(own))
  await Promise.all([page.waitForNavigation(), page.click('section:last-child a')])
  expect(await heading(page)).toBe('Erase all of it?')
  await press(page)
  expect(await heading(page)).toBe('All of it is erased')
  expect(await server.readers.get(1)).toBeUndefined()
  expect(said).toEqual([])
  await page.close()
})

test('the policy admits the styles of the page', async () => {
  const page = await browser.newPage()
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  await page.goto(`${http.origin}/subscribe`)
  const colour = await page.$eval('button', element => getComputedStyle(element).backgroundColor)
  expect(colour).toBe('rgb(140, 47, 27)')
  expect(said.filter(line => !line.includes('favicon'))).toEqual([])
  await page.close()
})
