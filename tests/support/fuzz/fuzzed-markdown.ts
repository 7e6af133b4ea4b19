import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomMarkdown } from '../random-markdown.js'
import { seeded } from '../seeded.js'

const fixtures = join(import.meta.dirname, '../../fixtures')

/** Whole texts of the fixtures, front matter and all. */
const texts = ['elements', 'parse', 'scripts'].flatMap(group =>
  readdirSync(join(fixtures, group)).map(name =>
    readFileSync(join(fixtures, group, name, 'input.md'), 'utf8'),
  ),
)

/** What a text may have put into it: signs that mean something in Markdown, HTML, YAML or a merge tag, and odd characters. */
const signs = [
  ...[
    '*',
    '**',
    '_',
    '`',
    '```',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '[^1]',
    '<',
    '>',
    '</div>',
    '<!--',
    '-->',
  ],
  ...[
    '&',
    '&#0;',
    '&#x110000;',
    '\\',
    '|',
    '|-|',
    '---',
    ':::',
    ':::note',
    '::embed{url=',
    '{',
    '}',
    '{{',
    '}}',
  ],
  ...[
    '$$',
    '$',
    '%%',
    '#',
    '- ',
    '1. ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\u0000',
    '\u0007',
    '\u00A0',
  ],
  ...[
    '\u00AD',
    '\u200B',
    '\u200E',
    '\u200F',
    '\u202E',
    '\u2066',
    '\u2028',
    '\u2029',
    '\uFEFF',
    '\uFFFD',
    '\uFFFF',
  ],
  ...[
    '\u{1F469}\u200D\u{1F4BB}',
    '\u{1F1EB}\u{1F1F7}',
    'e\u0301',
    '\u0627\u0644',
    '\u05D0',
    '\u4E2D',
    '\u0E01\u0E33',
  ],
  ...[
    '<script>',
    'javascript:',
    'https://a.b/?x=1&y=2',
    'mailto:a@b.c',
    '"',
    "'",
    '\u201C',
    '...',
    '--',
    '\u2026',
  ],
]

/** A text that somebody might have written, or that nobody would, by its seed: of a grammar, mutated, or of any characters. */
export function fuzzedMarkdown(seed: number): string {
  const random = seeded(seed * 7919 + 17)
  const below = (limit: number) => Math.floor(random() * limit)
  const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value
  const anywhere = (text: string) => below(text.length + 1)
  const anyCharacter = () => {
    const [from, to] = one([
      [0x20, 0x7e],
      [0xa0, 0x24f],
      [0x300, 0x36f],
      [0x370, 0x52f],
      [0x590, 0x6ff],
      [0x900, 0xdff],
      [0x2000, 0x2bff],
      [0x3000, 0x30ff],
      [0x4e00, 0x9fff],
      [0x1f300, 0x1faff],
    ] as const)
    return String.fromCodePoint(from + below(to - from + 1))
  }
  const soup = (length: number) =>
    Array.from({ length }, () => (random() < 0.25 ? one(signs) : anyCharacter())).join('')

  /** One change of a text: something put in, taken out, doubled, moved or put in another's place. */
  function mutated(text: string): string {
    const at = anywhere(text)
    const end = Math.min(text.length, at + below(60))
    switch (below(6)) {
      case 0:
        return text.slice(0, at) + one(signs) + text.slice(at)
      case 1:
        return text.slice(0, at) + text.slice(end)
      case 2:
        return text.slice(0, end) + text.slice(at)
      case 3:
        return text.slice(0, at) + soup(1 + below(8)) + text.slice(end)
      case 4: {
        const lines = text.split('\n')
        const line = below(lines.length)
        lines.splice(below(lines.length), 0, ...lines.splice(line, 1 + below(3)))
        return lines.join('\n')
      }
      default: {
        const other = one(texts)
        const from = anywhere(other)
        return text.slice(0, at) + other.slice(from, from + below(200)) + text.slice(at)
      }
    }
  }

  const kind = below(10)
  if (kind === 0) return soup(20 + below(400))
  let text = kind < 3 ? randomMarkdown(seed) : one(texts)
  for (let count = 1 + below(8); count > 0; count--) text = mutated(text)
  return text
}
