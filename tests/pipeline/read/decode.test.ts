import type { VFileMessage } from 'vfile-message'
import { expect, test } from 'vitest'
import { reporter } from '../../../pipeline/messages.js'
import { decode } from '../../../pipeline/read/decode.js'
import { encodingOf } from '../../../pipeline/read/encoding.js'
import { worded } from '../../support/article.js'

function decoded(bytes: Uint8Array): [text: string, messages: string[]] {
  const messages: VFileMessage[] = []
  return [decode(bytes, reporter('a.md', messages)), messages.map(worded)]
}

const utf8 = (text: string) => new TextEncoder().encode(text)

test('UTF-8 with and without its mark, and UTF-16 with its mark', () => {
  expect(decoded(utf8('é\r\nü\rö'))).toEqual(['é\nü\nö', []])
  expect(decoded(utf8('\uFEFFé'))).toEqual(['é', []])
  expect(decoded(new Uint8Array([0xff, 0xfe, ...Buffer.from('é', 'utf16le')]))).toEqual(['é', []])
})

test('bytes that are not UTF-8 are shown and told, a replacement character that was written is not', () => {
  const [text, messages] = decoded(new Uint8Array([...utf8('é\nb'), 0x80, ...utf8('é')]))
  expect(text).toBe('é\nb\uFFFDé')
  expect(messages).toEqual([expect.stringMatching(/^2:2 warning encoding-invalid/)])
  expect(decoded(utf8('a\uFFFD'))).toEqual(['a\uFFFD', []])
})

test('controls are left out, and what word processors leave for a line break is a space', () => {
  const [text, messages] = decoded(utf8('a\u0000b\u000Bc\u0092d\te'))
  expect(text).toBe('ab cd\te')
  expect(messages).toEqual([expect.stringMatching(/^1:2 warning control-character .*U\+0000 and 2 more/)])
})

test.each([
  [
    'windows-1252',
    '4c6520636166e92093417520666c6f7494206465206c61206d6172e965209720766f696ce02e',
    'Le café “Au flot” de la marée — voilà.',
  ],
  [
    'koi8-r',
    'f7cfc4c120d0d2c9c8cfc4c9d420c920d5c8cfc4c9d42c20c920d4c1cb20d7d3c5c7c4c12e',
    'Вода приходит и уходит, и так всегда.',
  ],
  [
    'shift_jis',
    '92aa82cd88ea93fa82c993f19378969e82bf82c488f882ab82dc82b78142',
    '潮は一日に二度満ちて引きます。',
  ],
  [
    'gb18030',
    'b3b1cbaec3bfccecd5c7c2e4c1bdb4cea1a3d5e2cac7d2bbc6aad6d0cec4cec4d5c2a1a3',
    '潮水每天涨落两次。这是一篇中文文章。',
  ],
])('a text in %s is told by its letters', (name, hex, text) => {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex')
  const [read, messages] = decoded(bytes)
  expect(read).toBe(text)
  expect(messages).toEqual([
    expect.stringContaining(`warning encoding-guessed Unexpected bytes that are not UTF-8, read as ${name};`),
  ])
})

test('UTF-16 without its mark, and what a file says of itself', () => {
  expect(decoded(Buffer.from('The tide comes in twice.', 'utf16le'))).toEqual([
    'The tide comes in twice.',
    [],
  ])
  const bytes = Buffer.from('e8', 'hex')
  expect(encodingOf(bytes, 'iso-8859-2')).toEqual({ name: 'iso-8859-2', guessed: false })
  expect(encodingOf(bytes, 'no-such-encoding')).toMatchObject({ guessed: true })
  expect(encodingOf(utf8('é'), 'iso-8859-2')).toEqual({ name: 'utf-8', guessed: false })
})
