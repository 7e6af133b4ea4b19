import type { VFileMessage } from 'vfile-message'
import { expect, test } from 'vitest'
import { reporter } from '../../../pipeline/messages.js'
import { decode } from '../../../pipeline/read/decode.js'
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
  const [text, messages] = decoded(new Uint8Array([0x61, 0x0a, 0x62, 0x80]))
  expect(text).toBe('a\nb\uFFFD')
  expect(messages).toEqual([expect.stringMatching(/^2:2 warning encoding-invalid/)])
  expect(decoded(utf8('a\uFFFD'))).toEqual(['a\uFFFD', []])
})

test('controls are left out, and what word processors leave for a line break is a space', () => {
  const [text, messages] = decoded(utf8('a\u0000b\u000Bc\u0092d\te'))
  expect(text).toBe('ab cd\te')
  expect(messages).toEqual([expect.stringMatching(/^1:2 warning control-character .*U\+0000 and 2 more/)])
})
