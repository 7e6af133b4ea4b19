import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { seeded } from '../support/seeded.js'
import { emailOutline } from './hostile/email-outline.js'
import { buildHostile, fieldsWith } from './hostile/publication.js'
import { hostileWords } from './hostile/words.js'

const signs = [
  ...`"'\`<>&=/\\|!-[]{}()#$%*~^_+:;,.? \t\n\r\0\u001b\u0085\u00a0\u00ad\u200b\u200f\u202e\u2066\u2069\u2028\ufeff\ud800\udfff`,
  ...[
    '<!--',
    '-->',
    '<script>',
    '</',
    '<![endif]',
    '{{',
    '}}',
    '&#',
    '=?',
    '?=',
    'on',
    'src=',
    '潮',
    'مد',
    '👩‍👧',
  ],
]

/** A piece of a hostile row, or signs one after the other. No word of a letter stands alone: a line stays the line it is. */
function nasty(random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit)
  const pieces = Array.from({ length: 1 + below(8) }, () => {
    if (random() < 0.7) return signs[below(signs.length)] ?? ''
    const { words } = hostileWords[below(hostileWords.length)] ?? { words: '' }
    const start = below(words.length)
    return words.slice(start, start + below(24))
  })
  return `a${pieces.join('')}b`
}

/** A table of long words lets them break. */
const outlineOf = (html: string) =>
  emailOutline(html).map(line => line.replace(' style="word-break:normal"', ''))
const headersOf = async (eml: Uint8Array) => (await PostalMime.parse(eml)).headers.map(({ key }) => key)

test('two hundred publications of random words: the elements and the headers stay as they are', async () => {
  const plain = await buildHostile(fieldsWith('ab'))
  const [outline, headers] = [outlineOf(plain.html), await headersOf(plain.eml)]
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed)
    const made = await buildHostile(fieldsWith(() => nasty(random)))
    expect(outlineOf(made.html), `seed ${seed}`).toEqual(outline)
    expect(await headersOf(made.eml), `seed ${seed}`).toEqual(headers)
  }
}, 120_000)
