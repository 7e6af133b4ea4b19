import { seeded } from './seeded.js'

/** What begins, ends or looks like an address, a table or what holds one, and what spells a sign otherwise. */
const pieces = [
  ...[
    'a',
    'b',
    'h',
    'w',
    'é',
    '\u00A0',
    '"',
    "'",
    '!',
    '.',
    '-',
    '_',
    '+',
    '/',
    '@',
    ' ',
    '  ',
    '\t',
    '$',
    '$$',
  ],
  ...['http', 'https', '://', 'http://a.b', 'https://x.y/z?q=1', 'HTTP://A.B', 'www.', 'www.a.b', 'WWW.A.B'],
  ...['a@b.c', 'x.y+z@q.org', 'a@b.c/d', 'mailto:', 'xmpp:', '[x](y)', '[http://c.', '![a@b.c](x)', '[^1]'],
  ...['\\', '\\@', '\\:', '\\.', '\\\n', '&#64;', '&commat;', '&#x68;ttp://x.y', 'http&#58;//x.y', '&colon;'],
  ...['|', '||', 'a | b', '- | -', '|-|', '-|-', ':-', ':-:', '---', '===', '\n---\n', '---\n', '+++\n'],
  ...[
    '\n',
    '\n',
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '> ',
    '>',
    '\n> ',
    '\n>',
    '- ',
    '\n- ',
    '\n  ',
    '\n    ',
    '1. ',
    '\n1. ',
  ],
  ...[
    '# ',
    '\n# ',
    '[',
    ']',
    '(',
    ')',
    '[ ] ',
    '- [x] a@b.c',
    '\n\n[^1]: ',
    '`',
    '`x`',
    '*',
    '**',
    '~',
    '~~',
  ],
  ...['<', '<b>', '</b>', '<a href="http://x.y">', '<!--', '-->', ':kbd[www.x.y]'],
  ...['\n:::note\n', '\n:::\n', '\n::::tip[w a@b.c]\n', '\n::::\n', '\n$$\n'],
]

/** A short text of pieces of syntax, by its seed. */
export function randomSyntax(seed: number): string {
  const random = seeded(seed * 31 + 7)
  const below = (limit: number) => Math.floor(random() * limit)
  return Array.from({ length: 1 + below(24) }, () => pieces[below(pieces.length)] ?? '').join('')
}
