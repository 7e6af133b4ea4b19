import PostalMime, { type Email } from 'postal-mime'
import { describe, expect, test } from 'vitest'
import type { Build } from '../../../pipeline/send/build.js'
import { readParts } from '../../../pipeline/send/compose/read-parts.js'
import { type Addressee, composer } from '../../../pipeline/send/composer.js'
import { linksOf } from '../../../pipeline/send/links/counted-links.js'
import type { OutgoingMessage } from '../../../pipeline/send/transport.js'
import { publication } from '../../support/rendering.js'
import { partsOf } from '../../support/sample-parts.js'

const url = 'https://letters.example.org'
const digest = 'ab'.repeat(32)
const anna: Addressee = { reader: 1, email: 'anna@example.org', name: 'Anna Sund', attributes: {} }
const bela: Addressee = { reader: 2, email: 'bela@example.org', name: 'Béla Ost', attributes: {} }

const article = `---
title: Tides
date: 2026-03-20
---

Dear {{ name }}, read [the table](https://tables.example.org/?day=20&tide=high), or [the map](https://maps.example.org/).

![How far the water rose and fell.](images/month-of-tide.png)
`

async function messages(
  images: 'embedded' | 'hosted',
  countLinks = false,
  launch = 5,
): Promise<readonly OutgoingMessage[]> {
  const { bytes, files } = await partsOf(article, { images }, { sending: { url, countLinks } })
  const parts = readParts(bytes)
  const build = { digest, slug: 'tides', files, parts, links: countLinks ? linksOf(parts) : [] }
  const made = composer({
    // Nothing else of a build is in a message.
    build: build as unknown as Build,
    publication: { ...publication, email: { from: 'Slack Water <letters@example.org>' } },
    settings: {
      url,
      folder: '/readers',
      bounces: 'bounces@example.org',
      pace: { connections: 1, perConnection: 1 },
      countLinks,
    },
    secret: Buffer.alloc(32, 7),
    time: () => Date.UTC(2026, 2, 20, 8),
  })
  return [await made.message(anna, 'tides', launch), await made.message(bela, 'tides', launch)]
}

/** What a reader's own is in a message, by what stands in its place in all of them. */
const general = (text: string, { reader, email, name = '' }: Addressee): string =>
  text
    .replaceAll(new RegExp(`${url}/unsubscribe/1\\.${reader}\\.5\\.[\\da-f]+`, 'g'), 'WAY-OUT')
    .replaceAll(email, 'ADDRESS')
    .replaceAll(name, 'NAME')

const addressesIn = (html: string): string[] =>
  [...html.matchAll(/\b(?:src|href|background|srcset)="([^"]*)"|url\(([^)]*)\)/g)].map(
    ([, attribute, inCss]) => attribute ?? inCss ?? '',
  )

const bothRead = async (of: readonly OutgoingMessage[]): Promise<[Email, Email]> => {
  const [one, other] = of
  return [await PostalMime.parse(one?.raw ?? ''), await PostalMime.parse(other?.raw ?? '')]
}

describe.each([
  ['pictures inside', 'embedded', false],
  ['pictures elsewhere', 'hosted', false],
  ['links that are counted', 'hosted', true],
] as const)('of two messages, with %s,', (_, images, countLinks) => {
  const read = async () => bothRead(await messages(images, countLinks))

  test('the head differs by the reader, the identifier and the way out alone', async () => {
    const [one, other] = await read()
    const names = one.headers.map(({ key }) => key)
    expect(other.headers.map(({ key }) => key)).toEqual(names)
    const differing = names.filter((_, at) => one.headers[at]?.value !== other.headers[at]?.value)
    expect(differing.sort()).toEqual(['list-unsubscribe', 'message-id', 'to'])
  })

  test('the parts are the same but for what is filled in', async () => {
    const [one, other] = await read()
    expect(one.html).not.toBe(other.html)
    expect(general(one.html ?? '', anna)).toBe(general(other.html ?? '', bela))
    expect(general(one.text ?? '', anna)).toBe(general(other.text ?? '', bela))
    expect(one.attachments).toEqual(other.attachments)
  })

  test('no picture and no link but the way out is of one reader', async () => {
    const [one, other] = await read()
    const [own, others] = [addressesIn(one.html ?? ''), new Set(addressesIn(other.html ?? ''))]
    expect(own).toContain(countLinks ? `${url}/l/5/3` : 'https://maps.example.org/')
    expect(own.some(address => /^(?:cid:|https:.*\/images\/)/.test(address))).toBe(true)
    expect(own.filter(address => !others.has(address))).toEqual([
      expect.stringMatching(/^https:\/\/letters\.example\.org\/unsubscribe\/1\.1\.5\.[\da-f]+$/),
    ])
  })

  test('the envelope has whom it goes to, and whom it comes back about', async () => {
    const [one, other] = await messages(images, countLinks)
    expect(one?.envelope).toEqual({
      from: expect.stringMatching(/^bounces\+1\.1\.5\.[\da-f]+@example\.org$/),
      to: 'anna@example.org',
    })
    expect(other?.envelope.from).toMatch(/^bounces\+1\.2\.5\./)
  })
})

describe('links that are counted', () => {
  test('lead over the server in HTML and text, by the launch and their number', async () => {
    const [{ html = '', text = '' }] = await bothRead(await messages('embedded', true))
    expect(html).toContain(`href="${url}/l/5/2"`)
    expect(html).not.toContain('tables.example.org')
    expect(text).toMatch(/^\[1\] https:\/\/letters\.example\.org\/l\/5\/2$/m)
    expect(text).not.toContain('tables.example.org')
    expect(html).toMatch(/href="https:\/\/letters\.example\.org\/unsubscribe\//)
  })

  test('of a test lead there by the build', async () => {
    const [{ html = '' }] = await bothRead(await messages('embedded', true, 0))
    expect(html).toContain(`href="${url}/l/${digest}/2"`)
  })
})
