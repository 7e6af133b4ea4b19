import { describe, expect, test } from 'vitest'
import { deliveryStates, type Launch } from '../../../pipeline/send/ledger.js'
import { type HttpAnswer, type HttpRequest, NoAnswer } from '../../../pipeline/send/remote/door.js'
import { hostOf } from '../../../pipeline/send/remote/host.js'
import { remoteService } from '../../../pipeline/send/remote-service.js'
import type { LaunchRefused } from '../../../pipeline/send/service.js'

const token = 't'.repeat(32)
const host = hostOf('https://letters.example.org/', token)

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  header: name => ({ 'trifold-version': '1.2.3', ...headers })[name.toLowerCase()] ?? null,
  body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
})
/** Of something that is no Trifold. */
const foreign = (status: number, headers: Record<string, string> = {}): HttpAnswer => ({
  ...answer(status, '<h1>nginx</h1>'),
  header: name => headers[name] ?? null,
})

/** A service whose host gives these answers, one after another, and the last again and again. */
function asking(...answers: readonly (HttpAnswer | NoAnswer)[]) {
  const asked: HttpRequest[] = []
  const waits: number[] = []
  let now = 0
  const service = remoteService({
    host,
    version: '1.2.9',
    async post(request) {
      const next = answers[Math.min(asked.length, answers.length - 1)]
      asked.push(request)
      if (!next || next instanceof NoAnswer) throw next
      return next
    },
    random: bytes => new Uint8Array(bytes).fill(7),
    time: () => now,
    async wait(milliseconds, signal) {
      signal?.throwIfAborted()
      waits.push(milliseconds)
      now += milliseconds
    },
  })
  return { service, asked, waits }
}

const launch: Launch = {
  id: 3,
  mailing: 'tides',
  digest: '0'.repeat(64),
  slug: 'tides',
  title: 'Tides',
  state: 'sending',
  startsAt: 0,
  createdAt: 0,
}
const counts = Object.fromEntries(deliveryStates.map(state => [state, 0]))
const status = (more: Partial<Launch>) => answer(200, [{ launch: { ...launch, ...more }, counts }])
const never = new AbortController().signal
const lost = new NoAnswer('lost', 'the connection was lost')

describe('a call', () => {
  test('goes to the host with the token and the version, and nowhere else', async () => {
    const { service, asked } = asking(answer(200, []))
    expect(await service.launches('tides')).toEqual([])
    expect(asked).toMatchObject([
      {
        url: 'https://letters.example.org/api/launches',
        headers: { authorization: `Bearer ${token}`, 'trifold-version': '1.2.9' },
        body: '{"slug":"tides"}',
      },
    ])
  })

  test('takes what a server says, however it was cut', async () => {
    const delivery = { reader: 1, email: '', state: 'failed', attempts: 1, response: '550 \ud83d' }
    const { service } = asking(answer(200, JSON.stringify([delivery])))
    expect(await service.deliveries(3, ['failed'])).toEqual([delivery])
  })

  test('is made again where it does no harm', async () => {
    const { service, asked, waits } = asking(lost, foreign(504), answer(200, []))
    await service.launches()
    expect([asked.length, waits]).toEqual([3, [300, 1000]])
  })

  test('is not made again where it may have been heard, and would be done twice', async () => {
    for (const [work, words] of [
      [(by: typeof service) => by.reopen(3, ['unknown']), 'Whether it was done is not known'],
      [(by: typeof service) => by.settleUnknown(3), 'Whether it was done is not known'],
    ] as const) {
      const { service: by, asked: heard } = asking(lost)
      await expect(work(by)).rejects.toThrow(words)
      expect(heard).toHaveLength(1)
    }
    const { service, asked } = asking(new NoAnswer('refused', 'nothing answers there'), answer(200, 2))
    expect(await service.reopen(3, ['unknown'], [1])).toBe(2)
    expect(asked).toHaveLength(2)
  })

  test.each<[string, HttpAnswer | NoAnswer, string]>([
    ['no host', new NoAnswer('not-found', 'its name is not found'), 'letters.example.org cannot be asked'],
    ['nobody there', new NoAnswer('refused', 'nothing answers there'), 'nothing answers there'],
    ['a certificate', new NoAnswer('certificate', 'its certificate is another'), 'its certificate'],
    ['another token', foreign(401), 'does not take the token: expected TRIFOLD_HOST_TOKEN'],
    ['many wrong ones', foreign(429, { 'retry-after': '30' }), 'wait 30 s'],
    ['many wrong ones, and no time', foreign(429), 'wait a while'],
    ['a page', foreign(200), 'no Trifold takes launches (200'],
    ['no such page', foreign(404), 'all of its paths passed on by a proxy'],
    ['a redirect', foreign(301), 'leads on to another address (301)'],
    ['a proxy with bounds', foreign(413), 'client_max_body_size'],
    ['a proxy with nothing behind it', foreign(502), 'did not answer (502)'],
    ['too little time', foreign(408), 'did not get the request in time'],
    ['another Trifold', answer(200, [], { 'trifold-version': '1.3.0' }), 'has another Trifold than this one'],
    ['one that says so', answer(400, { error: 'The server has Trifold 1.3.0' }), 'has Trifold 1.3.0'],
    ['a fault of its own', answer(500, { error: 'internal error' }), 'internal error'],
    ['words of nobody', answer(500, 'oops'), 'the answer was 500'],
    ['something else', answer(200, [{ launch: {} }]), 'does not read'],
    ['no JSON', answer(200, '[{'), 'does not read'],
  ])('says what to do about %s, and never the token', async (_, given, words) => {
    const { service } = asking(given)
    const error = await service.launches().then(
      () => undefined,
      (reason: Error) => reason,
    )
    expect(error).toMatchObject({ name: 'HostRefused', message: expect.stringContaining(words) })
    expect(error?.message).not.toContain(token)
  })

  test('that is refused there is refused here, with its faults', async () => {
    const { service } = asking(answer(409, { faults: ['One.', 'Two.'] }))
    const refused: Partial<LaunchRefused> = { name: 'LaunchRefused', faults: ['One.', 'Two.'] }
    await expect(service.setState(3, 'paused')).rejects.toMatchObject(refused)
  })
})

describe('following', () => {
  test('goes on while the host is started anew, and ends when all is sent', async () => {
    const told: unknown[] = []
    const { service, waits } = asking(
      status({ state: 'scheduled' }),
      ...Array.from({ length: 9 }, () => lost),
      status({}),
      status({ state: 'done' }),
    )
    expect(await service.send(3, { signal: never, progress: each => told.push(each) })).toEqual({
      kind: 'done',
    })
    expect(told).toEqual([counts, counts, counts])
    expect(waits.length).toBeGreaterThan(9)
  })

  test.each([
    [{ state: 'paused', reason: 'By hand' }, { kind: 'stopped' }],
    [{ state: 'cancelled' }, { kind: 'stopped' }],
    [
      { state: 'paused', reason: 'The password is refused' },
      { kind: 'halted', reason: 'The password is refused' },
    ],
  ] as const)('ends when it is %j', async (state, end) => {
    expect(await asking(status(state)).service.send(3, { signal: never })).toEqual(end)
  })

  test('leaves after five minutes without an answer', async () => {
    const { service, waits } = asking(status({}), lost)
    expect(await service.send(3, { signal: never })).toEqual({
      kind: 'left',
      reason: expect.stringContaining('letters.example.org cannot be asked'),
    })
    const waited = waits.reduce((sum, each) => sum + each, 0)
    expect(waited).toBeGreaterThan(300_000)
    expect(waited).toBeLessThan(330_000)
  })

  test('leaves when it is told to, and does not wait out a fault that stays', async () => {
    const stop = new AbortController()
    const { service } = asking(status({}))
    const end = service.send(3, { signal: stop.signal, progress: () => stop.abort() })
    expect(await end).toEqual({ kind: 'left' })
    await expect(asking(foreign(401)).service.send(3, { signal: never })).rejects.toThrow('the token')
    await expect(asking(answer(200, [])).service.send(3, { signal: never })).rejects.toThrow('no launch 3')
  })
})
