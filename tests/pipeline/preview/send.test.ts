import { existsSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { trifold } from '../../support/cli.js'
import { type MailReceiver, startReceiver } from '../../support/mail-receiver.js'
import { localBrowser, type OpenedPreview, openPreview } from '../../support/preview.js'
import { previewFaults } from '../../support/preview-axe.js'
import { type HealthyServer, healthyServer } from '../../support/sending-publication.js'

let mail: MailReceiver
let server: HealthyServer
let browser: Browser
let opened: OpenedPreview
beforeAll(async () => {
  mail = await startReceiver({
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('gone'))
        return done(Object.assign(new Error('5.1.1 nobody of that name'), { responseCode: 550 }))
      done()
    },
  })
  server = await healthyServer()
  browser = await localBrowser()
  opened = await openPreview(browser, {
    'trifold.yaml': `name: Slack Water
lang: en
address: 4 Custom House Lane
email: { from: Slack Water <letters@example.org> }
formats: [email]
mergeTags: [name]
sending:
  url: ${server.url}
  smtp: { host: 127.0.0.1, port: ${mail.port}, tls: none }
`,
    'content/tides.md':
      '---\ntitle: Between tides\ndate: 2026-11-28\n---\n\nDear {{ name | default: "reader" }},\n\nThe water is slack.\n',
  })
  await until(() => document.querySelector('.state')?.textContent?.startsWith('Built') === true)
  await press('Send')
  await until(() => document.querySelector('input[name="to"]') !== null)
}, 40_000)
afterAll(async () => {
  await opened?.close()
  await browser.close()
  await server.close()
  await mail.close()
})

const until = async (isSo: () => boolean): Promise<void> => {
  await opened.page.waitForFunction(isSo, { timeout: 20_000 })
}

const press = (words: string) =>
  opened.page.evaluate(wanted => {
    const found = [...document.querySelectorAll<HTMLElement>('.side button')].find(
      ({ textContent }) => textContent === wanted,
    )
    if (!found) throw new Error(`No button ${wanted}`)
    found.click()
  }, words)

const side = () => opened.page.$eval('.side', node => node.textContent ?? '')

async function sendTo(address: string): Promise<void> {
  await opened.page.$eval('input[name="to"]', (node, value) => Object.assign(node, { value }), address)
  await press('Send a test')
  await until(() => document.querySelector('.send-test + div .sent, .send-test + div .faults') !== null)
}

test('nothing is opened before it is asked for, and the launch waits for a test', async () => {
  const list = join(opened.cwd, 'readers')
  expect(existsSync(list)).toBe(false)
  expect(
    (await trifold(['readers', 'add', 'ann@example.org', '--name', 'Ann'], { cwd: opened.cwd })).code,
  ).toBe(0)
  expect(existsSync(list)).toBe(true)
  await press('Look at the launch')
  await until(() => document.querySelector('.side dl') !== null)
  const words = await side()
  expect(words).toMatch(/To\s*1 reader/)
  expect(words).toContain('not tested')
  expect(words).toContain('Messages are not signed by us')
  expect(words).toContain('Send a test of this build first')
})

test('a refusal and an odd address are told in words', async () => {
  await sendTo('gone@example.org')
  expect(await side()).toContain('gone@example.org: 550 5.1.1 nobody of that name')
  const posted = await opened.page.evaluate(async () =>
    (await fetch('test?slug=tides&to=a%0Ab', { method: 'POST' })).json(),
  )
  expect(posted.faults[0]).toMatch(/^Unexpected/)
  expect(mail.received).toEqual([])
})

test('a test arrives, and then there is the command to launch', async () => {
  await sendTo('me@example.org')
  await until(() => document.querySelector('.sent') !== null)
  expect(await side()).toContain('On its way to me@example.org')
  const [message] = mail.received
  const { subject, text } = await PostalMime.parse(message?.raw ?? '')
  expect(subject).toBe('Between tides')
  expect(text).toContain('Dear reader')
  await press('Look at the launch')
  await until(() => document.querySelector('.command code') !== null)
  const command = await opened.page.$eval('.command code', node => node.textContent ?? '')
  expect(command).toMatch(/^trifold send tides --confirm [\da-f]{12}$/)
  expect(await previewFaults(opened.page)).toEqual([])
  expect(opened.errors).toEqual([])
  const sent = await trifold(command.split(' ').slice(1), { cwd: opened.cwd })
  expect(sent.code).toBe(0)
  expect(mail.received.map(({ to }) => to)).toEqual(['me@example.org', 'ann@example.org'])
})
