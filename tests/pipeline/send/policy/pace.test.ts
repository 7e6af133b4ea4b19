import { describe, expect, test } from 'vitest'
import { domainOf, pacer } from '../../../../pipeline/send/policy/pace.js'

const start = 1_700_000_000_000

/** When messages go that are all ready at the start, in milliseconds from it. */
function sendAll(pace: Parameters<typeof pacer>[0], domains: readonly string[]) {
  const pacing = pacer(pace)
  const waiting = [...domains]
  const sent: { domain: string; at: number }[] = []
  let now = start
  while (waiting.length > 0) {
    const waits: number[] = []
    const index = waiting.findIndex(domain => waits[waits.push(pacing.next(domain, now)) - 1] === 0)
    if (index === -1) {
      expect(Math.min(...waits)).toBeGreaterThan(0)
      now += Math.min(...waits)
    } else sent.push({ domain: waiting.splice(index, 1)[0] ?? '', at: now - start })
  }
  return sent
}

const times = (count: number, domain: string) => Array.from({ length: count }, () => domain)

test('without a bound nothing waits', () => {
  expect(sendAll({}, times(1000, 'a.example')).every(({ at }) => at === 0)).toBe(true)
})

describe('messages a second in all', () => {
  test('go evenly', () => {
    expect(sendAll({ perSecond: 2 }, times(5, 'a.example')).map(({ at }) => at)).toEqual([
      0, 500, 1000, 1500, 2000,
    ])
  })

  test('go evenly where they are fewer than one', () => {
    expect(sendAll({ perSecond: 0.1 }, times(3, 'a.example')).map(({ at }) => at)).toEqual([
      0, 10_000, 20_000,
    ])
  })

  test('are never more than a tenth above in any second', () => {
    const sent = sendAll({ perSecond: 50 }, times(500, 'a.example'))
    for (const { at } of sent)
      expect(sent.filter(other => other.at >= at && other.at < at + 1000).length).toBeLessThanOrEqual(55)
    expect(sent.at(-1)?.at).toBeGreaterThan(9800)
    expect(sent.at(-1)?.at).toBeLessThan(10_000)
  })

  test('are caught up with where a timer was late, by a tenth of a second and no more', () => {
    const pacing = pacer({ perSecond: 100 })
    const goNow = (now: number) => {
      let count = 0
      while (pacing.next('a.example', now) === 0) count++
      return count
    }
    expect(goNow(start)).toBe(10)
    expect(goNow(start + 35)).toBe(3)
    expect(goNow(start + 3_600_000)).toBe(10)
  })
})

describe('messages a second to one domain', () => {
  test('do not hold up the others', () => {
    const sent = sendAll({ perDomain: 1 }, [...times(3, 'slow.example'), 'a.example', 'b.example'])
    expect(sent).toEqual([
      { domain: 'slow.example', at: 0 },
      { domain: 'a.example', at: 0 },
      { domain: 'b.example', at: 0 },
      { domain: 'slow.example', at: 1000 },
      { domain: 'slow.example', at: 2000 },
    ])
  })

  test('count in all too, and what must wait for its domain takes nothing from the others', () => {
    const sent = sendAll({ perSecond: 4, perDomain: 1 }, [
      ...times(4, 'slow.example'),
      ...times(4, 'a.example'),
    ])
    expect(sent.map(({ at }) => at)).toEqual([0, 250, 1000, 1250, 2000, 2250, 3000, 3250])
  })

  test('are kept over more domains than are remembered', () => {
    const pacing = pacer({ perDomain: 0.001 })
    const domains = Array.from({ length: 5000 }, (_, index) => `${index}.example`)
    expect(domains.every(domain => pacing.next(domain, start) === 0)).toBe(true)
    expect(domains.every(domain => pacing.next(domain, start + 999_000) === 1000)).toBe(true)
    expect(domains.every(domain => pacing.next(domain, start + 1_000_000) === 0)).toBe(true)
  })
})

test('a clock that is set back gives nothing', () => {
  const pacing = pacer({ perSecond: 1 })
  expect(pacing.next('a.example', start)).toBe(0)
  expect(pacing.next('a.example', start - 3_600_000)).toBe(1000)
  expect(pacing.next('a.example', start - 3_599_000)).toBe(0)
})

test.each([
  ['ada@Example.ORG', 'example.org'],
  ['"a@b"@example.org', 'example.org'],
])('%s is of %s', (email, domain) => {
  expect(domainOf(email)).toBe(domain)
})
