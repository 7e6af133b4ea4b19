import { expect, test } from 'vitest'
import { toXml } from 'xast-util-to-xml'
import { ncxDocument } from '../../../../templates/epub/package/ncx.js'
import { sampleBook } from '../../../pipeline/bind/epub/sample-book.js'

test('has two levels, which is as many as a Kindle shows, each place in its order', () => {
  const ncx = toXml(ncxDocument(sampleBook()))
  expect(ncx).toContain('<meta name="dtb:depth" content="2"')
  expect(ncx).toContain('The moon')
  expect(ncx).not.toContain('Near')
  const order = [...ncx.matchAll(/playOrder="(\d+)"/g)].map(([, place]) => Number(place))
  expect(order).toEqual(order.map((_, index) => index + 1))
})
