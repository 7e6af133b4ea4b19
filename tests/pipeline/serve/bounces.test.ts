import { describe, expect, test } from 'vitest'
import type { ReaderState } from '../../../pipeline/readers/reader.js'
import { signToken } from '../../../pipeline/readers/token.js'
import { aReader } from '../../support/reader-store-behaves.js'
import { aServer, noon } from '../../support/readers-server.js'
import { settlingStore } from '../../support/settling-store.js'

const hookToken = 'a-token-that-nobody-guesses'
const hester = 'hester@example.org'

async function opened(state: ReaderState = 'active') {
  const store = settlingStore([], { 1: [1], 2: [1], 3: [1], 4: [1], 5: [1] })
  const server = aServer({ hookToken, ledger: store.ledger })
  await server.readers.add([aReader(hester, { state, since: 5 })])
  const tell = async (body: unknown, headers: Record<string, string> = {}) => {
    const answer = await server.app.request('/hooks/bounces', {
      method: 'POST',
      headers: { authorization: `Bearer ${hookToken}`, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return { status: answer.status, ...((await answer.json()) as object) }
  }
  return { server, tell, store }
}

const outcome = (said: string) => ({ status: 200, outcome: said })

describe('a message that came back', () => {
  test('for good ends the sending', async () => {
    const { server, tell } = await opened()
    expect(await tell({ email: 'HESTER@example.org', kind: 'hard', detail: '5.1.1' })).toEqual(
      outcome('suppressed'),
    )
    expect(await server.readers.get(1)).toMatchObject({ state: 'bounced', since: noon })
    expect(await tell({ email: hester, kind: 'hard' })).toEqual(outcome('unchanged'))
  })

  test('for now is counted by its sign, and the fifth in a row ends it', async () => {
    const { server, tell } = await opened()
    await server.readers.change(1, { since: 0 })
    const tokenOf = (launch: number) => signToken(server.secret, 'bounce', { reader: 1, launch })
    for (let launch = 1; launch < 5; launch += 1) {
      expect(await tell({ token: tokenOf(launch), kind: 'soft' })).toEqual(outcome('counted'))
      expect(await tell({ token: tokenOf(launch), kind: 'soft' })).toEqual(outcome('unchanged'))
      expect(await server.readers.get(1)).toMatchObject({ state: 'active', softBounces: launch })
    }
    expect(await tell({ token: tokenOf(5), kind: 'soft' })).toEqual(outcome('suppressed'))
    expect(await server.readers.get(1)).toMatchObject({ state: 'bounced', softBounces: 5 })
  })

  test('for now is not counted by an address alone, which says nothing of the launch', async () => {
    const { server, tell } = await opened()
    for (let count = 1; count < 7; count += 1)
      expect(await tell({ email: hester, kind: 'soft' })).toEqual(outcome('unchanged'))
    expect(await server.readers.get(1)).toMatchObject({ state: 'active', softBounces: 0 })
  })

  test('as spam ends it, and does so for who has left', async () => {
    const { server, tell } = await opened('unsubscribed')
    expect(await tell({ email: hester, kind: 'hard' })).toEqual(outcome('unchanged'))
    expect(await tell({ email: hester, kind: 'complaint' })).toEqual(outcome('suppressed'))
    expect(await server.readers.get(1)).toMatchObject({ state: 'complained' })
  })

  test('by its own sign is noted in the ledger', async () => {
    const { server, tell, store } = await opened()
    await server.readers.change(1, { since: 0 })
    const token = signToken(server.secret, 'bounce', { reader: 1, launch: 4 })
    expect(await tell({ token, kind: 'hard', detail: 'no such user' })).toEqual(outcome('suppressed'))
    expect(store.sent.get('4/1')).toEqual({ state: 'failed', response: 'no such user' })
  })

  test('of nobody is no fault', async () => {
    const { server, tell } = await opened()
    expect(await tell({ email: 'b@example.org', kind: 'hard' })).toEqual(outcome('unknown'))
    const token = signToken(server.secret, 'unsubscribe', { reader: 1, launch: 9 })
    expect(await tell({ token, kind: 'hard' })).toEqual(outcome('unknown'))
    expect(await server.readers.get(1)).toMatchObject({ state: 'active' })
  })
})

describe('is not heard', () => {
  test('without the token', async () => {
    const { server, tell } = await opened()
    const told = { email: hester, kind: 'hard' }
    for (const authorization of [
      '',
      'Bearer',
      `Bearer ${hookToken}x`,
      `Bearer ${hookToken.slice(1)}`,
      hookToken,
      'Basic eA==',
    ]) {
      const { status } = await tell(told, { authorization })
      expect(status === 401 || status === 400).toBe(true)
    }
    expect(await server.readers.get(1)).toMatchObject({ state: 'active' })
  })

  test('where the publisher has none', async () => {
    const server = aServer()
    const headers = { authorization: 'Bearer undefined' }
    expect((await server.app.request('/hooks/bounces', { method: 'POST', headers })).status).toBe(404)
  })

  test('when it cannot be read', async () => {
    const { tell } = await opened()
    for (const body of [
      '',
      '{',
      '[]',
      'null',
      '"hard"',
      { kind: 'hard' },
      { email: hester, kind: 'maybe' },
      { email: hester, token: 'x', kind: 'hard' },
      { email: hester, kind: 'hard', state: 'active' },
      { email: { $gt: '' }, kind: 'hard' },
      '{"__proto__": {"kind": "hard"}}',
    ])
      expect(await tell(body)).toMatchObject({ status: 400 })
    expect(await tell(`{"email":"${'x'.repeat(9000)}"}`)).toMatchObject({ status: 413 })
  })
})

test('a token that could be guessed is refused at once', () => {
  expect(() => aServer({ hookToken: 'secret' })).toThrow('expected 20 characters or more')
})
