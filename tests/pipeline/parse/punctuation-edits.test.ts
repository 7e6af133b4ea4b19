import { ParseLatin } from 'parse-latin'
import { describe, expect, test, vi } from 'vitest'
import { LatinParser } from '../../../pipeline/parse/latin-parser.js'
import { punctuationEditor } from '../../../pipeline/parse/punctuation-edits.js'
import { plainPunctuation } from '../../support/plain-punctuation.js'
import { seeded } from '../../support/seeded.js'

const edits = punctuationEditor(['“', '”'], ['‘', '’'])

function edited(text: string): string {
  let out = ''
  let at = 0
  for (const { start, end, value } of edits(text)) {
    out += text.slice(at, start) + value
    at = end
  }
  return out + text.slice(at)
}

const pieces = [
  ...[
    '"',
    "'",
    '"',
    "'",
    ' ',
    ' ',
    ' ',
    '.',
    '...',
    '....',
    '--',
    '---',
    '-',
    '–',
    '—',
    '…',
    '!',
    '?',
    ',',
    ';',
  ],
  ...[
    'a',
    'word',
    'It',
    's',
    "it's",
    '’s',
    '80s',
    "'80s",
    '5',
    "6'",
    '2"',
    'U.S.',
    'e.g.',
    'etc',
    'Dr',
    '22s',
  ],
  ...[
    ':',
    '(',
    ')',
    '[',
    ']',
    '&',
    '@',
    '/',
    'a/b',
    '_',
    '__',
    '•',
    '·',
    '\u00AD',
    '“',
    '”',
    '«',
    '»',
    '%',
    '^',
  ],
  ...[
    '\n',
    '\n\n',
    '\t',
    '\u00A0',
    '\u2028',
    '\uFEFF',
    'é',
    'e\u0301',
    'ß',
    '中',
    '、',
    '。',
    'א',
    'ก',
    '🙂',
    '\uD83D',
  ],
]

function randomWords(seed: number): string {
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  return Array.from({ length: 1 + below(20) }, () => pieces[below(pieces.length)] ?? '').join('')
}

const texts = Array.from({ length: 3000 }, (_, seed) => randomWords(seed))

/** Where the plugin passes over signs, and where it prints what it does. */
const mended = /\.\s+\.|–-/

test('a text has the signs that the packages give it', () => {
  const curled = (text: string) => plainPunctuation(text).replace(/(?<=\p{L})‘(?=\p{L})/gu, '’')
  const different = texts.filter(text => !mended.test(text) && edited(text) !== curled(text))
  expect(different).toEqual([])
})

test('a text has the tokens that the package gives it', () => {
  const parser = new LatinParser()
  const whole = new ParseLatin()
  for (const text of texts) expect(parser.tokenize(text)).toEqual(placeless(whole.tokenize(text)))
})

const placeless = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, held) => (key === 'position' ? undefined : held)))

describe('what the plugin alone gets wrong', () => {
  test.each([
    ['He went . . . "Where?" "I don\'t know."', 'He went … “Where?” “I don’t know.”'],
    ['Wait . . . it\'s "now".', 'Wait … it’s “now”.'],
    ['. . . and so on.', '… and so on.'],
  ])('%s', (text, expected) => {
    expect(edited(text)).toBe(expected)
  })

  test('an en dash with a hyphen behind it is an em dash, and nothing is printed', () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    expect(edited('"Dover" –- a port')).toBe('“Dover” — a port')
    expect(edited('–- a "port"')).toBe('— a “port”')
    expect(print).not.toHaveBeenCalled()
    print.mockRestore()
  })
})
