import { expect, test } from 'vitest'
import { unconfirmedFor } from '../../pipeline/readers/forget-unconfirmed.js'
import { signToken } from '../../pipeline/readers/token.js'
import { defaultLimits } from '../../pipeline/serve/serving.js'
import { aReader } from '../support/reader-store-behaves.js'
import { aServer } from '../support/readers-server.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/sending.md')
const examples = examplesOf(page).filter(({ section }) => section === 'The public server')

/** The one example in a language. */
function example(language: string): string {
  const [found, ...more] = examples.filter(each => each.language === language)
  if (!found || more.length > 0) throw new Error(`Expected one example in ${language}`)
  return found.text
}

test('the examples are those that are tried here', () => {
  expect(examples.map(({ language }) => language)).toEqual(['html', 'http', 'json'])
})

test('the form of another page is heard from the publication’s own site', async () => {
  const html = example('html')
  const [, method = '', action = ''] = /<form method="(\w+)" action="([^"]+)">/.exec(html) ?? []
  const [, field = ''] = /<input name="(\w+)"/.exec(html) ?? []
  const server = aServer()
  const answer = await server.app.request(action, {
    method: method.toUpperCase(),
    headers: { origin: 'https://slackwater.example.org', 'sec-fetch-site': 'same-site' },
    body: new URLSearchParams({ [field]: 'hester@example.org' }),
  })
  await server.backlog.idle()
  expect([answer.status, server.letters.length]).toEqual([200, 1])
})

test('the request of a mail service ends a subscription', async () => {
  const [head = '', body = ''] = example('http').trimEnd().split('\n\n')
  const [line = '', ...fields] = head.split('\n')
  const [method = '', path = ''] = line.split(' ')
  const headers = Object.fromEntries(fields.map(field => field.split(': ') as [string, string]))
  const server = aServer()
  await server.readers.add([aReader('hester@example.org')])
  const send = async (at: string) => (await server.app.request(at, { method, headers, body })).status
  expect(await send(path)).toBe(404)
  const token = signToken(server.secret, 'unsubscribe', { reader: 1, launch: 4 })
  expect(token.replace(/[^.]+$/, '')).toBe(path.replace(/^.*\//, '').replace(/[^.]+$/, ''))
  expect(await send(path.replace(/[^/]+$/, token))).toBe(200)
  expect(await server.readers.get(1)).toMatchObject({ state: 'unsubscribed' })
})

test('the bounce is taken', async () => {
  const hookToken = 'a-token-that-nobody-guesses'
  const server = aServer({ hookToken })
  await server.readers.add([aReader('reader@example.org')])
  const answer = await server.app.request('/hooks/bounces', {
    method: 'POST',
    headers: { authorization: `Bearer ${hookToken}` },
    body: example('json'),
  })
  expect(await answer.json()).toEqual({ outcome: 'suppressed' })
})

test('the addresses of the table are there', async () => {
  const addresses = [...page.matchAll(/^\| ((?:`\/[^`]*`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  )
  expect(addresses).toHaveLength(8)
  const links = { address: async () => undefined, add: async () => undefined }
  const server = aServer({ hookToken: 'a-token-that-nobody-guesses', links })
  for (const path of addresses) {
    const { status } = await server.app.request(path.replaceAll('…', 'x'), { method: 'DELETE' })
    expect([path, status]).toEqual([path, 405])
  }
})

test('the figures are those of the code', () => {
  const minute = 60_000
  expect(defaultLimits).toEqual({
    perClient: { atOnce: 10, every: 2 * minute },
    inAll: { atOnce: 200, every: minute / 10 },
    perMailbox: { between: 60 * minute, aDay: 3 },
  })
  expect(unconfirmedFor).toBe(30 * 24 * 60 * minute)
})
