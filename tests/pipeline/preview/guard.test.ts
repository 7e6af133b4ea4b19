import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { guard } from '../../../pipeline/preview/guard.js'

const token = 'a'.repeat(32)
const app = new Hono()
app.use(guard(token))
app.all('*', context => context.text('in'))

/** Whether a request is let in. @param path after the token, unless it begins with `http:` */
async function isLetIn(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<boolean> {
  const url = path.startsWith('http:') ? path : `http://127.0.0.1:4280/${token}/${path}`
  const answer = await app.request(url, { method, headers })
  return answer.status === 200
}

test('who has the token at an address of this machine is let in', async () => {
  expect(await isLetIn('')).toBe(true)
  expect(await isLetIn('events', { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:4280' })).toBe(
    true,
  )
  expect(
    await isLetIn('open', { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:4280' }, 'POST'),
  ).toBe(true)
  expect(await isLetIn(`http://localhost:4280/${token}/`)).toBe(true)
  // A link in a terminal or an email is followed.
  expect(await isLetIn('', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(true)
})

test('nobody else is', async () => {
  expect(await isLetIn('http://127.0.0.1:4280/')).toBe(false)
  for (const other of ['b'.repeat(32), token.slice(1), `${token}a`, `${token.slice(1)}b`, '', '%00'])
    expect(await isLetIn(`http://127.0.0.1:4280/${other}/`)).toBe(false)
})

test('a name that leads here, and is not of this machine, is not answered', async () => {
  for (const name of [
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '192.168.1.4',
    '0.0.0.0',
  ])
    expect(await isLetIn(`http://${name}:4280/${token}/`)).toBe(false)
})

test('a page of another site may neither read nor do anything', async () => {
  const other = { origin: 'https://evil.example' }
  expect(await isLetIn('events', other)).toBe(false)
  expect(await isLetIn('open', other, 'POST')).toBe(false)
  expect(await isLetIn('page/main.js', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(
    false,
  )
  expect(await isLetIn('', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' })).toBe(false)
  // A form in a sandboxed frame has no origin to its name.
  expect(await isLetIn('open', { origin: 'null' }, 'POST')).toBe(false)
  expect(
    await isLetIn('open', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 'POST'),
  ).toBe(false)
  // Another program of this machine at another port is another site too.
  expect(await isLetIn('open', { origin: 'http://127.0.0.1:8000' }, 'POST')).toBe(false)
})

test('what no browser sends is refused, and does not end anything', async () => {
  const { status } = await app.request(`http://127.0.0.1/${token}/`, {
    headers: { origin: 'not an address' },
  })
  expect(status).toBe(403)
})
