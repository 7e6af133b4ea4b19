import { describe, expect, test } from 'vitest'
import { readerAddresses } from '../../../pipeline/readers/addresses.js'
import type { ReaderState } from '../../../pipeline/readers/reader.js'
import { aReader } from '../../support/reader-store-behaves.js'
import { aServer, linkOf, noon, type TestedServer } from '../../support/readers-server.js'

const hester = 'hester@example.org'
const hour = 60 * 60_000

/** A server with one reader on its list. */
async function withReader(state: ReaderState): Promise<TestedServer> {
  const server = aServer()
  await server.readers.add([aReader(hester, { state, since: noon - hour })])
  return server
}

/** A server of which one reader was erased. */
async function withErased(): Promise<TestedServer> {
  const server = await withReader('unsubscribed')
  await server.readers.erase(1)
  return server
}

describe('a new address', () => {
  test('is pending until the letter is answered, and then on the list with its consent', async () => {
    const server = aServer()
    const answer = await server.post('/subscribe', { email: ` ${hester} `, name: 'Hester  Quayle' })
    expect(answer.status).toBe(200)
    expect(await server.readers.find(hester)).toMatchObject({
      state: 'pending',
      name: 'Hester Quayle',
      since: noon,
    })
    expect(server.letters).toMatchObject([
      { to: hester, subject: 'Confirm your subscription to Slack Water' },
    ])

    server.clock.now += hour
    expect((await server.get(linkOf(server.letters[0]))).status).toBe(200)
    expect(await server.readers.find(hester)).toMatchObject({ state: 'pending' })

    const done = await server.post(linkOf(server.letters[0]))
    expect(await done.text()).toContain('You are on the list')
    expect(await server.readers.find(hester)).toMatchObject({
      state: 'active',
      since: noon + hour,
      consent: { at: noon + hour, source: 'form', address: '203.0.113.9' },
    })
    expect(server.lines).toEqual(['Reader 1 asked to be subscribed', 'Reader 1 confirmed'])
  })

  test('is not written to again within an hour', async () => {
    const server = aServer()
    for (const email of [hester, hester, 'HESTER@example.org', 'hester+spam@example.org'])
      await server.post('/subscribe', { email })
    expect(server.letters).toHaveLength(1)
    server.clock.now += hour
    await server.post('/subscribe', { email: hester })
    expect(server.letters).toHaveLength(2)
    expect(await server.readers.find(hester)).toMatchObject({ state: 'pending', since: noon + hour })
  })

  test('is written to again at once where the letter was not sent', async () => {
    let isDown = true
    const sent: string[] = []
    const server = aServer({
      mail: async ({ to }) => {
        if (isDown) throw new Error(`550 <${to}> refused`)
        sent.push(to)
      },
    })
    await server.post('/subscribe', { email: hester })
    expect(server.lines.at(-1)).toBe('A letter to reader 1 was not sent: 550 <…@example.org> refused')
    isDown = false
    await server.post('/subscribe', { email: hester })
    expect(sent).toEqual([hester])
  })
})

test('nothing that was put into the form is in the letter', async () => {
  const server = aServer()
  await server.post('/subscribe', { email: hester, name: 'Cheap watches' })
  expect(server.letters).toHaveLength(1)
  expect(JSON.stringify(server.letters)).not.toContain('Cheap')
})

describe('nobody learns from the answer who is on the list', () => {
  const cases = {
    new: async () => aServer(),
    pending: () => withReader('pending'),
    active: () => withReader('active'),
    unsubscribed: () => withReader('unsubscribed'),
    bounced: () => withReader('bounced'),
    complained: () => withReader('complained'),
    erased: withErased,
  }

  test('it is the same to the letter', async () => {
    const answers = new Map<string, string[]>()
    for (const [name, open] of Object.entries(cases)) {
      const answer = await (await open()).post('/subscribe', { email: hester })
      const whole = JSON.stringify([answer.status, [...answer.headers], await answer.text()])
      answers.set(whole, [...(answers.get(whole) ?? []), name])
    }
    expect([...answers.values()]).toEqual([Object.keys(cases)])
  })

  test('it is given before anybody looks', async () => {
    const server = aServer({ readers: { ...aServer().readers, find: () => new Promise(() => undefined) } })
    const body = new URLSearchParams({ email: hester })
    const headers = { 'sec-fetch-site': 'same-origin' }
    expect((await server.app.request('/subscribe', { method: 'POST', body, headers })).status).toBe(200)
  })

  test('the letters differ', async () => {
    const letters = async (open: () => Promise<TestedServer>) => {
      const server = await open()
      await server.post('/subscribe', { email: hester })
      return server.letters.map(({ subject }) => subject)
    }
    const confirm = ['Confirm your subscription to Slack Water']
    expect(await letters(cases.pending)).toEqual(confirm)
    expect(await letters(cases.unsubscribed)).toEqual(confirm)
    expect(await letters(cases.erased)).toEqual(confirm)
    expect(await letters(cases.active)).toEqual(['You are subscribed to Slack Water'])
    expect(await letters(cases.bounced)).toEqual([])
    expect(await letters(cases.complained)).toEqual([])
  })
})

describe('who has left', () => {
  test('stays so until the letter is answered', async () => {
    const server = await withReader('unsubscribed')
    await server.post('/subscribe', { email: hester })
    expect(await server.readers.find(hester)).toMatchObject({ state: 'unsubscribed' })
    await server.post(linkOf(server.letters[0]))
    expect(await server.readers.find(hester)).toMatchObject({ state: 'active', since: noon })
  })

  test('is not brought back by a link from before', async () => {
    const server = aServer()
    await server.post('/subscribe', { email: hester })
    const link = linkOf(server.letters[0])
    await server.post(link)
    server.clock.now += hour
    await server.post(readerAddresses(server.url, server.secret).unsubscribe({ reader: 1, launch: 4 }))
    expect((await server.post(link)).status).toBe(410)
    expect(await server.readers.find(hester)).toMatchObject({ state: 'unsubscribed' })
  })

  test('and was erased, is a reader as any other', async () => {
    const server = await withErased()
    await server.post('/subscribe', { email: hester })
    expect(await server.readers.find(hester)).toMatchObject({ id: 2, state: 'pending' })
    await server.post(linkOf(server.letters[0]))
    expect(await server.readers.find(hester)).toMatchObject({ state: 'active' })
  })
})

describe('a link to confirm', () => {
  test('is good for seven days', async () => {
    const server = aServer()
    await server.post('/subscribe', { email: hester })
    server.clock.now += 7 * 24 * hour
    expect((await server.get(linkOf(server.letters[0]))).status).toBe(200)
    server.clock.now += hour
    for (const answer of [
      await server.get(linkOf(server.letters[0])),
      await server.post(linkOf(server.letters[0])),
    ]) {
      expect(answer.status).toBe(410)
      expect(await answer.text()).toContain('too old')
    }
    expect(await server.readers.find(hester)).toMatchObject({ state: 'pending' })
  })

  test('says the same when it is followed twice, and changes nothing then', async () => {
    const server = aServer()
    await server.post('/subscribe', { email: hester })
    await server.post(linkOf(server.letters[0]))
    server.clock.now += 1000 * hour
    expect(await (await server.post(linkOf(server.letters[0]))).text()).toContain('You are on the list')
    expect(await server.readers.find(hester)).toMatchObject({ since: noon, consent: { at: noon } })
  })

  test('does not bring back whose mailbox is gone', async () => {
    const server = aServer()
    await server.post('/subscribe', { email: hester })
    await server.readers.change(1, { state: 'bounced' })
    expect((await server.post(linkOf(server.letters[0]))).status).toBe(410)
    expect(await server.readers.find(hester)).toMatchObject({ state: 'bounced' })
  })
})

describe('the form', () => {
  test.each(['/', '/subscribe'])('is at %s', async path => {
    const answer = await aServer().get(path)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<form method="post" action="/subscribe">')
  })

  test.each([
    ['', ''],
    ['hester', ''],
    ['a@example.org,b@example.org', ''],
    ['a@example.org\r\nBcc: b@example.org', ''],
    [hester, 'Win at https://example.net'],
    [hester, 'Win at example.net'],
    [hester, 'x'.repeat(101)],
    [hester, 'a\u0000b'],
    [hester, '<b>Hester</b>'],
  ])('is given back for %j and %j, and says what is wrong', async (email, name) => {
    const server = aServer()
    const answer = await server.post('/subscribe', { email, name })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(name === '' ? 'Unexpected email address' : 'Unexpected name')
    expect(await server.readers.counts()).toMatchObject({ pending: 0 })
  })

  test.each(['O’Brien, Niamh', 'J. R. R. Tolkien', 'Søren Ærø', 'إيان', '山田 太郎', 'A'])(
    'takes the name %s',
    async name => {
      const server = aServer()
      await server.post('/subscribe', { email: hester, name })
      expect((await server.readers.find(hester))?.name).toBe(name)
    },
  )

  test('of two fields of a name takes the first', async () => {
    const server = aServer()
    const body = 'email=a@example.org&email=b@example.org&name=A&name=B'
    await server.app.request('/subscribe', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
    await server.backlog.idle()
    expect(server.letters.map(({ to }) => to)).toEqual(['a@example.org'])
  })
})

describe('a form of another site', () => {
  const send = async (headers: Record<string, string>) => {
    const server = aServer()
    const body = new URLSearchParams({ email: hester })
    const { status } = await server.app.request('/subscribe', { method: 'POST', headers, body })
    await server.backlog.idle()
    return { status, letters: server.letters.length }
  }
  const refused = { status: 403, letters: 0 }
  const taken = { status: 200, letters: 1 }

  test('is not heard', async () => {
    expect(await send({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toEqual(refused)
    expect(await send({ 'sec-fetch-site': 'cross-site', origin: 'null' })).toEqual(refused)
    expect(await send({ origin: 'https://evil.example' })).toEqual(refused)
    expect(await send({ origin: 'null' })).toEqual(refused)
    expect(await send({})).toEqual(refused)
    expect(await send({ 'content-type': 'text/plain' })).toEqual(refused)
  })

  test('of the publication is', async () => {
    expect(await send({ 'sec-fetch-site': 'same-site', origin: 'https://slackwater.example.org' })).toEqual(
      taken,
    )
    expect(await send({ origin: 'https://letters.example.org' })).toEqual(taken)
  })
})

describe('too many of them', () => {
  const rate = { atOnce: 2, every: 60_000 }

  test('from one network are told to wait, whoever has the address', async () => {
    const server = aServer({ limits: { perClient: rate } })
    await server.readers.add([aReader('known@example.org')])
    const send = async (email: string) => server.post('/subscribe', { email })
    expect((await send('a@example.org')).status).toBe(200)
    expect((await send('b@example.org')).status).toBe(200)
    const answers = [await send('c@example.org'), await send('known@example.org')]
    expect(answers.map(({ status }) => status)).toEqual([429, 429])
    expect(answers.map(({ headers }) => headers.get('retry-after'))).toEqual(['60', '60'])
    expect(await answers[0]?.text()).toBe(await answers[1]?.text())
    server.clock.now += 60_000
    expect((await send('c@example.org')).status).toBe(200)
    expect(server.letters.map(({ to }) => to)).toEqual(['a@example.org', 'b@example.org', 'c@example.org'])
  })

  test('from everywhere are, too', async () => {
    const server = aServer({ limits: { inAll: rate }, trustProxy: 1 })
    const send = async (n: number) =>
      (
        await server.post(
          '/subscribe',
          { email: `a${n}@example.org` },
          { 'x-forwarded-for': `198.51.100.${n}` },
        )
      ).status
    expect([await send(1), await send(2), await send(3)]).toEqual([200, 200, 429])
  })

  test('what anybody may write counts for nothing without a proxy', async () => {
    const server = aServer({ limits: { perClient: rate } })
    const send = async (n: number) =>
      (
        await server.post(
          '/subscribe',
          { email: `a${n}@example.org` },
          { 'x-forwarded-for': `198.51.100.${n}` },
        )
      ).status
    expect([await send(1), await send(2), await send(3)]).toEqual([200, 200, 429])
  })
})
