import { describe, expect, test } from 'vitest'
import { inboxOf } from '../../../pipeline/preview/inbox.js'
import { filledFor, sampleReader, tagsOf } from '../../../pipeline/preview/sample-reader.js'
import type { EmailParts } from '../../../pipeline/render/email/parts.js'

const parts: EmailParts = {
  version: 1,
  subject: [{ name: 'name', default: 'Reader', context: 'header' }, ', the water is slack'],
  headers: [],
  text: ['Dear ', { name: 'name', context: 'text' }],
  html: [
    '<html><head><title>No</title><style>no</style></head><body><div>Dear ',
    { name: 'name', context: 'html' },
    ', it is still.</div><table><tr><td>Slack Water</td><td><a href="',
    { name: 'unsubscribe_url', context: 'href' },
    '">Leave</a></td></tr></table></body></html>',
  ],
  images: [],
}
const publication = { name: 'Slack Water', email: { from: '"Quayle, Hester" <letters@example.org>' } }

describe('the line in the inbox', () => {
  test('has the sender by name, and the publication where nobody is named', () => {
    expect(inboxOf(parts, {}, publication).sender).toBe('Quayle, Hester')
    expect(inboxOf(parts, {}, { name: 'Slack Water', email: {} }).sender).toBe('Slack Water')
    expect(inboxOf(parts, {}, { name: 'X', email: { from: 'letters@example.org' } }).sender).toBe(
      'letters@example.org',
    )
  })

  test('marks merge tags: the default in their place, and the tag itself where there is none', () => {
    const { subject, snippet } = inboxOf(parts, {}, publication)
    expect(subject).toEqual([
      { text: 'Reader', tag: '{{ name | default: "Reader" }}' },
      { text: ', the water is slack' },
    ])
    expect(snippet).toEqual([
      { text: 'Dear ' },
      { text: '{{ name }}', tag: '{{ name }}', isMissing: true },
      { text: ', it is still. Slack Water Leave' },
    ])
  })

  test('has the values of a sample reader, word for word', () => {
    const { subject, snippet } = inboxOf(parts, { name: '<b>Ann</b> & \u0002' }, publication)
    expect(subject[0]?.text).toBe('<b>Ann</b> &')
    expect(snippet[1]?.text).toBe('<b>Ann</b> &')
  })

  test('is no longer than any list shows', () => {
    const long = { ...parts, html: [`<p>${'water '.repeat(500)}</p>`] }
    expect(inboxOf(long, {}, publication).snippet[0]?.text.length).toBeLessThanOrEqual(240)
  })
})

describe('a sample reader', () => {
  test('comes from the address, where anything else is nobody', () => {
    expect(sampleReader('{"name":"Ann","age":4}')).toEqual({ name: 'Ann' })
    for (const odd of [undefined, '', '[', 'null', '4', `{"name":"${'x'.repeat(9000)}"}`])
      expect(sampleReader(odd)).toEqual({})
  })

  test('fills an email, where what is missing stands as a tag', () => {
    expect(filledFor(parts.html, {})).toContain('Dear {{ name }}, it')
    expect(filledFor(parts.html, { name: '<i>' })).toContain('Dear &lt;i&gt;, it')
    expect(filledFor(parts.html, { unsubscribe_url: 'javascript:alert(1)' })).toContain('href=""')
  })

  test('is asked for each tag once, without the addresses', () => {
    expect(tagsOf(parts)).toEqual([{ name: 'name', default: 'Reader' }])
  })
})
