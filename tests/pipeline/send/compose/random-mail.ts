import type { Values } from '../../../../pipeline/bind/email/fill.js'
import type { Context, Piece, Pieces } from '../../../../pipeline/bind/email/pieces.js'
import type { EmailParts } from '../../../../pipeline/render/email/parts.js'
import { seeded } from '../../../support/seeded.js'

/** What an article may hold, and what could break its encoding. */
const words = [
  ...[
    'a',
    'Dear',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '.',
    '\n.',
    '\n.\n',
    'From ',
    '\nFrom here',
    '=',
    '=3D',
    '=\n',
  ],
  ...[
    'é',
    '–',
    '熟田津',
    '👩‍👩‍👧‍👦',
    '\u200F',
    'ماء',
    '\u00A0',
    '\u2028',
    '--=_alternative_',
    '=?UTF-8?B?eA==?=',
  ],
  ...[
    '{{ name }}',
    '&amp;',
    '<p>',
    '"',
    '\\',
    'x'.repeat(75),
    'y'.repeat(200),
    'é'.repeat(40),
    'word '.repeat(20),
  ],
]

/** What a list may hold besides: a reader's row is written by anybody. */
const hostile = [
  ...words,
  ...['\r\nBcc: x@example.org', '\r\n\r\n', '\r', '\u0000', '\u0085', '\u202E', '\uD800', '\uDC00', ','],
  ...[
    '<x@example.org>',
    '(',
    ')',
    ':',
    ';',
    '@',
    'javascript:x',
    "'",
    '%0D%0A',
    'https://example.org/?a=1&b=é',
  ],
]

/** Emails and readers that are the same for the same seed. */
export function randomMail(seed: number) {
  const random = seeded(seed)
  const below = (bound: number) => Math.floor(random() * bound)
  const one = <Of>(of: readonly [Of, ...Of[]]): Of => of[below(of.length)] ?? of[0]
  const text = (of: readonly string[], most: number) =>
    Array.from({ length: below(most + 1) }, () => of[below(of.length)]).join('')

  const piece = (contexts: readonly [Context, ...Context[]]): Piece =>
    random() < 0.5
      ? text(words, 12)
      : {
          name: one(['name', 'town', 'unsubscribe_url', 'nobody']),
          context: one(contexts),
          ...(random() < 0.5 ? { default: text(hostile, 3) } : {}),
        }
  const pieces = (...contexts: [Context, ...Context[]]): Pieces =>
    Array.from({ length: 1 + below(12) }, () => piece(contexts))

  return {
    parts: (): EmailParts => ({
      version: 1,
      subject: pieces('header').map(piece =>
        typeof piece === 'string' ? piece.replace(/\s+/g, ' ') : piece,
      ),
      headers: [
        { name: 'From', value: ['=?UTF-8?B?U2xhY2sgV2F0ZXIsIOW5s+a9rg==?= <letters@example.org>'] },
        { name: 'List-Id', value: ['"Slack Water" <slackwater.example.org>'] },
        {
          name: 'List-Unsubscribe',
          value: ['<', { name: 'unsubscribe_url', context: 'address' }, '>'],
        },
        { name: 'List-Unsubscribe-Post', value: ['List-Unsubscribe=One-Click'] },
      ],
      // A composer leaves out a part that is empty.
      text: ['Text ', ...pieces('text', 'url', 'address')],
      html: ['<!doctype html><p>', ...pieces('html', 'attribute', 'url', 'href'), '</p>\n'],
      images:
        random() < 0.5 ? [] : [{ path: 'images/a1.gif', type: 'image/gif', cid: 'a1.gif@images.trifold' }],
    }),
    reader: (): { readonly name: string; readonly values: Values } => {
      const name = text(hostile, 6)
      return {
        name,
        values: {
          name,
          town: random() < 0.3 ? null : text(hostile, 6),
          unsubscribe_url: `https://example.org/u/${below(1e9)}${'/x'.repeat(below(60))}`,
        },
      }
    },
  }
}
