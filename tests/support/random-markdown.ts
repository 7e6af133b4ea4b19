import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from './seeded.js'

const fixtures = join(import.meta.dirname, '../fixtures')

/** A picture by itself, and the heading of a section of notes, which are in the tables of what does not survive. */
const without = new Set(['relative-addresses', 'rehype-footnotes'])

/** The blocks of the fixtures' texts, without their front matter. */
const pieces = ['elements', 'parse', 'scripts'].flatMap(group =>
  readdirSync(join(fixtures, group))
    .filter(name => !without.has(name))
    .flatMap(name =>
      readFileSync(join(fixtures, group, name, 'input.md'), 'utf8')
        .replace(/^---\n[\s\S]*?\n---\n/, '')
        .split(/\n{2,}(?![ \t])/)
        .filter(piece => piece.trim() !== ''),
    ),
)

/** Lines that Markdown, or our reader, could take for more than text. */
const lines = [
  ...[
    '1986. A year',
    '1) one',
    '# no heading',
    '#tag',
    '> no quotation',
    '---',
    '***',
    '| a | b |',
    '|-|',
    '[^1]: no note',
  ],
  ...[
    '<b>bold</b>',
    '&amp; &copy; AT&T',
    '18:00 :smile: a:b',
    ':kbd[no key]{x=1}',
    '::embed{url="x"}',
    ':::note',
    '[sic] [x] [ ]',
  ],
  ...[
    '{{ name }}',
    '`code`',
    '*stars* 5 * 3 _low_ snake_case',
    '~~struck~~ a~b',
    '"quoted" it\'s -- a --- b...',
    '6\' 2"',
  ],
  ...[
    'https://example.org/a_b www.example.org a@example.org',
    '$5 and $$x$$',
    'C:\\new\\*',
    '— Someone',
    '[!NOTE] words',
    '+ plus',
  ],
  ...[
    '«Guillemets» “curly” ‘single’',
    'a\u00A0b \u00AD c',
    '=== ',
    '!bang ![x](y)',
    '[a](b)',
    '\\',
    '潮の満ち引き',
    'المدّ',
  ],
]

const escaped = (line: string) =>
  line.replace(/[!-/:-@[-`{-~]/g, sign => (/[&;]/.test(sign) ? `&#${sign.charCodeAt(0)};` : `\\${sign}`))
const html = (line: string) => `<p>${line.replace(/[&<]/g, sign => (sign === '&' ? '&amp;' : '&lt;'))}</p>`

/** Markdown of the fixtures' blocks, put into one another at random, among lines that look like more than they are. */
export function randomMarkdown(seed: number): string {
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value
  const indent = (text: string, by: string) => text.replace(/^(?=.)/gm, by).trimStart()
  const inner = (depth: number) => Array.from({ length: 1 + below(3) }, () => block(depth - 1)).join('\n\n')

  function block(depth: number): string {
    const choice = depth > 0 ? below(10) : below(5)
    if (choice < 3) return one(pieces)
    if (choice === 3) return html(one(lines))
    if (choice === 4) return `a ${escaped(one(lines))}\\\n${escaped(one(lines))}`
    const content = inner(depth)
    if (choice === 5) return content.replace(/^/gm, '> ')
    if (choice === 6) return `- ${indent(content, '  ')}\n- ${indent(one(pieces), '  ')}`
    if (choice === 7) return `${2 + below(3)}. ${indent(content, '   ')}`
    const colons = ':'.repeat(4 + 2 * depth)
    if (choice === 8)
      return `${colons}${one(['tip', 'details[Sum *mary*]', 'lang{lang=ar}', 'pullquote', 'verse', 'figure{credit="A"}'])}\n${content}\n${colons}`
    return `<${one(['blockquote id="q"', 'div lang="fr"', 'details', 'aside'])}>\n\n${content}\n\n</${'div'}>`.replace(
      /^<(\w+)([\s\S]*)<\/div>$/,
      '<$1$2</$1>',
    )
  }
  return `${Array.from({ length: 2 + below(5) }, () => block(3)).join('\n\n')}\n`
}
