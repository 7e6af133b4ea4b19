import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { linkAsker } from '../../../../pipeline/check/links/link-asker.js'
import { askAddress } from '../../../../pipeline/world/fetch.js'
import { HostNotFound, type World } from '../../../../pipeline/world.js'
import { memoryWorld } from '../../../../pipeline/world-memory.js'
import { worded } from '../../../support/article.js'
import { issueOf } from '../../../support/rendering.js'

/** What each path answers: a status, with a header where it has one. */
let answers: Record<string, RequestListener> = {}
let asked: string[] = []
let agents = new Set<string | undefined>()
let server: Server
let origin = ''

beforeEach(async () => {
  asked = []
  agents = new Set()
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    agents.add(request.headers['user-agent'])
    const answer = answers[request.url ?? '']
    if (answer) answer(request, response)
    else response.end('words')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(code, headers).end()

/** What is said of the text's links, on this machine, with what was waited, in milliseconds. */
async function said(markdown: string, changes: { ask?: World['ask']; allowPrivate?: boolean } = {}) {
  const waited: number[] = []
  const wait = async (milliseconds: number) => void waited.push(milliseconds)
  const { allowPrivate = true, ask = askAddress } = changes
  const issue = await issueOf(markdown)
  const asker = linkAsker({ allowPrivate }, memoryWorld({ ask, wait }))
  asker.claim(issue)
  const { messages, skipped } = await asker.check(issue)
  return { messages: messages.map(worded), skipped: [...skipped, ...asker.leftOut()].map(worded), waited }
}

const to = (...paths: string[]) => paths.map(path => `[A](${origin}${path})`).join(', ')

describe('a link to another host', () => {
  test('that answers is not told of; each address is asked once, for its head', async () => {
    answers = {}
    const { messages, skipped, waited } = await said(`${to('/a', '/a#b', '/c')}\n\n${to('/a')}`)
    expect({ messages, skipped }).toEqual({ messages: [], skipped: [] })
    expect(asked).toEqual(['HEAD /a', 'HEAD /c'])
    expect(waited).toEqual([500])
    expect([...agents]).toEqual([expect.stringMatching(/^Trifold\/\d+\.\d+\.\d+/)])
  })

  test('that is gone is told of wherever it stands, in the order of the source', async () => {
    answers = { '/gone': status(410), '/lost': status(404) }
    const { messages } = await said(`${to('/lost', '/gone')}\n\n${to('/lost')}`)
    expect(messages).toEqual([
      `1:1 warning link-dead Unexpected link to \`${origin}/lost\`: its host answers 404, not found. Correct it, or link to a copy in an archive`,
      expect.stringMatching(/^1:\d+ warning link-dead .*410, gone/),
      expect.stringMatching(/^3:1 warning link-dead/),
    ])
  })

  test.each([403, 404, 405, 501])('whose host answers a HEAD with %i is asked by GET', async code => {
    answers = {
      '/a': (request, response) => response.writeHead(request.method === 'HEAD' ? code : 200).end('words'),
    }
    expect((await said(to('/a'))).messages).toEqual([])
    expect(asked).toEqual(['HEAD /a', 'GET /a'])
  })

  test('whose body never ends is answered by its head', async () => {
    answers = {
      '/a': (request, response) => {
        if (request.method === 'HEAD') response.writeHead(405).end()
        else response.writeHead(200).write('words')
      },
    }
    expect((await said(to('/a'))).messages).toEqual([])
  })

  test('that has moved for good is told of, with where to', async () => {
    answers = {
      '/a': status(301, { location: '/b' }),
      '/b': status(308, { location: '/c' }),
      '/c': status(302, { location: '/d' }),
      '/now': status(307, { location: '/d' }),
    }
    expect((await said(to('/a#tides', '/now'))).messages).toEqual([
      `1:1 info link-moved Unexpected link to \`${origin}/a#tides\`, which has moved for good, expected \`${origin}/c#tides\``,
    ])
  })

  test('that leads on to what is gone is gone', async () => {
    answers = { '/a': status(301, { location: '/b' }), '/b': status(404) }
    expect((await said(to('/a'))).messages).toEqual([expect.stringContaining('warning link-dead')])
  })

  test.each<[what: string, answer: RequestListener, says: string]>([
    ['is kept from programs', status(403), 'its host answers 403'],
    ['asks who is there', status(401), 'its host answers 401'],
    ['has a fault', status(500), 'its host answers 500'],
    ['leads round', status(302, { location: '/a' }), 'it leads on more than 5 times'],
    ['leads to the disk', status(302, { location: 'file:///etc/passwd' }), 'it leads on to file:'],
    ['hangs up', request => request.socket.destroy(), 'ECONNRESET'],
  ])('that %s is told of as unknown', async (_, answer, says) => {
    answers = { '/a': answer }
    expect((await said(to('/a'))).messages).toEqual([
      expect.stringMatching(new RegExp(`^1:1 info link-unknown .*${says}`)),
    ])
  })

  test('is asked once more where its host says when, and then let be', async () => {
    answers = { '/a': status(429, { 'retry-after': '7' }) }
    const { messages, waited } = await said(to('/a'))
    expect(messages).toEqual([expect.stringContaining('its host answers 429')])
    expect({ asked, waited }).toEqual({ asked: ['HEAD /a', 'HEAD /a'], waited: [7000] })
  })

  test('is not waited for longer than half a minute', async () => {
    answers = { '/a': status(429, { 'retry-after': '3600' }) }
    expect((await said(to('/a'))).waited).toEqual([])
  })

  test('is not asked where its host has had enough', async () => {
    answers = Object.fromEntries(['/a', '/b', '/c'].map(path => [path, status(429)]))
    const { messages } = await said(to('/a', '/b', '/c'))
    expect(messages).toHaveLength(3)
    expect(asked).toEqual(['HEAD /a', 'HEAD /b'])
  })

  test('on this machine or its network is not asked', async () => {
    const { messages } = await said(to('/a'), { allowPrivate: false })
    expect(messages).toEqual([
      expect.stringMatching(/info link-unknown .*127\.0\.0\.1 is an address of this/),
    ])
    expect(asked).toEqual([])
  })

  test('that leads into the network is not followed', async () => {
    answers = { '/a': status(302, { location: 'http://10.0.0.1/' }) }
    const ask: World['ask'] = request =>
      askAddress({ ...request, allowPrivate: request.url.startsWith(origin) && request.allowPrivate })
    expect((await said(to('/a'), { ask })).messages).toEqual([
      expect.stringMatching(/info link-unknown .*10\.0\.0\.1 is an address of this/),
    ])
  })
})

describe('without the network', () => {
  const ask: World['ask'] = async ({ url }) => {
    if (new URL(url).hostname === 'here.example') return { status: 200 }
    throw new HostNotFound('its host is not found')
  }

  test('a host that is not found is gone, where another is', async () => {
    const { messages } = await said('[A](https://gone.example/), [B](https://here.example/)', { ask })
    expect(messages).toEqual([
      expect.stringMatching(/^1:1 warning link-dead .*`https:\/\/gone\.example\/`: its host is not found/),
    ])
  })

  test.each([false, true])('nothing is said of links where none is, for now: %s', async forNow => {
    const nowhere: World['ask'] = async () => {
      throw new HostNotFound('its host is not found', forNow)
    }
    const markdown = '[A](https://a.example/), [B](https://b.example/)'
    const { messages, skipped } = await said(markdown, { ask: nowhere })
    expect(messages).toEqual([])
    expect(skipped).toEqual([expect.stringMatching(/info check-skipped Not checked: .*is there a network\?/)])
  })
})

test('what several issues link to is asked once', async () => {
  const asked: string[] = []
  const ask: World['ask'] = async ({ url }) => {
    asked.push(url)
    return { status: 200 }
  }
  const asker = linkAsker({}, memoryWorld({ ask }))
  const issues = await Promise.all([issueOf('[A](https://a.example/)'), issueOf('[B](https://a.example/#b)')])
  issues.forEach(asker.claim)
  await Promise.all(issues.map(asker.check))
  expect(asked).toEqual(['https://a.example/'])
})

describe('what is asked', () => {
  /** The addresses that are asked, none of which is. */
  async function askedOf(markdown: string) {
    const urls: string[] = []
    let atOnce = 0
    let most = 0
    const ask: World['ask'] = async ({ url }) => {
      most = Math.max(most, ++atOnce)
      await new Promise(resolve => setImmediate(resolve))
      atOnce -= 1
      urls.push(url)
      return { status: 200 }
    }
    const { skipped } = await said(markdown, { ask })
    return { urls: urls.sort(), most, skipped }
  }

  test('is of the front matter and the text, and no counter', async () => {
    const { urls } = await askedOf(`---
title: T
authors: [{ name: A, url: 'https://author.example/' }]
source:
  name: S
  url: https://source.example/a
  license: Ours
  licenseUrl: https://licence.example/
  counter: https://counter.example/1.gif
---

[A](https://a.example/?n={{ name }}), [mail](mailto:a@example.org), <https://b.example/>

::button[B]{href="https://button.example/"}

::embed{url="https://embed.example/" title="E"}

[![A mill](mill.png)](https://picture.example/)

![Remote](https://image.example/a.png)
`)
    expect(urls).toEqual(
      ['author', 'b', 'button', 'embed', 'licence', 'picture']
        .map(name => `https://${name}.example/`)
        .concat('https://source.example/a'),
    )
  })

  test('is of eight hosts at once, and five hundred addresses in all', async () => {
    const links = Array.from({ length: 520 }, (_, index) => `[A](https://${index % 40}.example/${index})`)
    const { urls, most, skipped } = await askedOf(links.join(' '))
    expect(urls).toHaveLength(500)
    expect(most).toBe(8)
    expect(skipped).toEqual([expect.stringContaining('Not checked: 20 of 520 addresses')])
  })
})
