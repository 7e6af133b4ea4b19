import type { Element, Root } from 'hast'
import { h } from 'hastscript'
import { expect, test } from 'vitest'
import { serialise } from '../../../../pipeline/bind/pdf/serialise.js'

const root = (...children: Element[]): Root => ({ type: 'root', children })

test('gives a document its doctype', () => {
  expect(serialise(root(h('html', h('body', 'a < b'))))).toBe(
    '<!doctype html><html><body>a &#x3C; b</body></html>',
  )
})

test('drops scripts and pragmas wherever they are, and leaves the tree as it is', () => {
  const tree = root(
    h('html', [
      h('head', [h('meta', { charSet: 'utf-8' }), h('meta', { httpEquiv: 'refresh', content: '0;url=x' })]),
      h('body', [h('p', [h('script', 'x'), 'text'])]),
    ]),
  )
  const before = structuredClone(tree)
  expect(serialise(tree)).toBe(
    '<!doctype html><html><head><meta charset="utf-8"></head><body><p>text</p></body></html>',
  )
  expect(tree).toEqual(before)
})

test('a style sheet cannot end its element', () => {
  const tree = root(h('style', '@page { @top-center { content: "</style><meta http-equiv=refresh>" } }'))
  expect(serialise(tree)).toContain('content: "<\\/style><meta http-equiv=refresh>"')
})
