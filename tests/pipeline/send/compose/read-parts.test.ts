import { describe, expect, it } from 'vitest'
import { PartsRefused } from '../../../../pipeline/send/compose/parts-refused.js'
import { readParts } from '../../../../pipeline/send/compose/read-parts.js'
import { partsOf } from '../../../support/sample-parts.js'
import { someParts } from './some-parts.js'

const bytesOf = (parts: unknown) => Buffer.from(JSON.stringify(parts))

describe('the parts of an email', () => {
  it('are read as a build writes them', async () => {
    const { bytes } = await partsOf(
      '---\ntitle: Tides\nsubject: Dear {{ name }}\ndate: 2026-03-20\n---\n\nHigh water, {{ name }}.\n',
    )
    const parts = readParts(bytes)
    expect(parts.subject).toEqual(['Dear ', { name: 'name', context: 'header' }])
    expect(parts).toEqual(JSON.parse(Buffer.from(bytes).toString()))
    expect(readParts(bytesOf(someParts))).toEqual(someParts)
  })

  const [from, ...others] = someParts.headers
  it.each<[string, Uint8Array, RegExp]>([
    ['no JSON', Buffer.from('{'), /no JSON.*Build the issue again/],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), /no JSON/],
    ['another version', bytesOf({ ...someParts, version: 2 }), /version: .*Build the issue again/],
    ['no pieces', bytesOf({ ...someParts, html: 'words' }), /html: /],
    ['a context that is none', bytesOf({ ...someParts, text: [{ name: 'a', context: 'raw' }] }), /text\.0: /],
    [
      'a header of its own',
      bytesOf({ ...someParts, headers: [{ name: 'Bcc', value: ['x@y'] }] }),
      /headers\.0\.name/,
    ],
    ['a header twice', bytesOf({ ...someParts, headers: [from, from, ...others] }), /each header once/],
    [
      'a header of two lines',
      bytesOf({ ...someParts, headers: [{ name: 'From', value: ['a@b\r\nBcc: x@y'] }] }),
      /headers\.0\.value\.0/,
    ],
    [
      'words in a header, which nobody would encode',
      bytesOf({ ...someParts, headers: [{ name: 'From', value: [{ name: 'name', context: 'header' }] }] }),
      /headers\.0\.value\.0/,
    ],
    [
      'a picture with another header',
      bytesOf({ ...someParts, images: [{ path: 'images/a.png', type: 'image/png\r\nX: y', cid: 'a@b' }] }),
      /images\.0\.type/,
    ],
  ])('are refused with %s', (_what, bytes, message) => {
    expect(() => readParts(bytes)).toThrow(PartsRefused)
    expect(() => readParts(bytes)).toThrow(message)
  })
})
