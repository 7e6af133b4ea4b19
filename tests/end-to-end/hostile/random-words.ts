import PostalMime from 'postal-mime'
import { expect } from 'vitest'
import { seeded } from '../../support/seeded.js'
import { emailOutline } from './email-outline.js'
import { buildHostile, fieldsWith } from './publication.js'
import { hostileWords } from './words.js'

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

/** Builds a publication of random words for each seed: the elements of its email and the headers are those of plain words. */
export async function expectNothingAdded(seeds: Iterable<number>): Promise<void> {
  const plain = await buildHostile(fieldsWith('ab'))
  const [outline, headers] = [outlineOf(plain.html), await headersOf(plain.eml)]
  for (const seed of seeds) {
    const random = seeded(seed)
    const made = await buildHostile(fieldsWith(() => nasty(random)))
    expect(outlineOf(made.html), `seed ${seed}`).toEqual(outline)
    expect(await headersOf(made.eml), `seed ${seed}`).toEqual(headers)
  }
}

/** The numbers from one to another, both of them. */
export const seedsFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)
