import { describe, expect, it } from 'vitest'
import { fill } from '../../../../pipeline/bind/email/fill.js'
import type { Context, Pieces } from '../../../../pipeline/bind/email/pieces.js'

const slot = (context: Context, fallback?: string): Pieces => [
  'a ',
  { name: 'x', context, ...(fallback === undefined ? {} : { default: fallback }) },
  ' b',
]
const filled = (context: Context, x: string | null | undefined, fallback?: string) =>
  fill(slot(context, fallback), { x }).slice(2, -2)

describe('a value is written as its place asks', () => {
  const hostile = `"><script>alert('1')</script> {{ x }} &amp; \u202Eevil\u2066 \r\nBcc: a@example.org\u0000\u0085`
  const plain = `"><script>alert('1')</script> {{ x }} &amp; evil  Bcc: a@example.org`

  it.each<[Context, string]>([
    [
      'html',
      '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; {{ x }} &amp;amp; evil  Bcc: a@example.org',
    ],
    [
      'attribute',
      '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; {{ x }} &amp;amp; evil  Bcc: a@example.org',
    ],
    [
      'url',
      '%22%3E%3Cscript%3Ealert%28%271%27%29%3C%2Fscript%3E%20%7B%7B%20x%20%7D%7D%20%26amp%3B%20evil%20%20Bcc%3A%20a%40example.org',
    ],
    ['text', plain],
    ['header', plain],
    ['href', ''],
    ['address', ''],
  ])('%s', (context, expected) => {
    expect(filled(context, hostile)).toBe(expected)
  })

  it('is never read again: braces in a value are braces', () => {
    expect(fill(slot('html'), { x: '{{ y }}', y: 'secret' })).toBe('a {{ y }} b')
  })

  it('may hold half a character', () => {
    expect(filled('url', 'a\uD800b')).toBe('a%EF%BF%BDb')
    expect(filled('html', '\uDC00')).toBe('\uFFFD')
  })
})

describe('a whole target', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example.org',
    '/relative',
    'https://',
    'x',
  ])('%j is refused, and its default stands', address => {
    expect(filled('href', address)).toBe('')
    expect(filled('href', address, 'https://example.org/')).toBe('https://example.org/')
    expect(filled('address', address)).toBe('')
  })

  it('is refused a default of another scheme too', () => {
    expect(filled('href', undefined, 'javascript:alert(1)')).toBe('')
  })

  it.each([
    ['https://example.org/?a=1&copy=2#x', 'https://example.org/?a=1&amp;copy=2#x'],
    [
      `https://example.org/"onclick='x'<b>{{ y }}`,
      'https://example.org/%22onclick=%27x%27%3Cb%3E%7B%7B%20y%20%7D%7D',
    ],
    ['https://example.org/ä b', 'https://example.org/%C3%A4%20b'],
    ['mailto:a@example.org?subject=stop', 'mailto:a@example.org?subject=stop'],
    ['tel:+44', 'tel:+44'],
  ])('%j', (address, expected) => {
    expect(filled('href', address)).toBe(expected)
    expect(filled('address', address)).toBe(expected.replace('&amp;', '&'))
  })

  it('cannot be made in two steps', () => {
    const pieces: Pieces = [
      { name: 'x', context: 'href' },
      { name: 'y', context: 'url' },
    ]
    expect(fill(pieces, { x: 'java', y: 'script:alert(1)' })).toBe('script%3Aalert%281%29')
  })
})

describe('a default', () => {
  it('stands for a value that is missing or empty', () => {
    for (const x of [undefined, null, '', ' \n', '\u0007', '\u202E'])
      expect(filled('html', x, 'friend')).toBe('friend')
  })

  it('is written as its place asks as well', () => {
    expect(filled('html', '', '<b>')).toBe('&lt;b&gt;')
    expect(filled('url', '', 'a b')).toBe('a%20b')
  })

  it('stands where an object knows a name of its own', () => {
    expect(fill([{ name: 'constructor', context: 'html', default: 'd' }], {})).toBe('d')
  })
})
