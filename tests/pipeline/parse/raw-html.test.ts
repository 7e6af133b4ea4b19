import type { Root } from 'hast'
import { raw } from 'hast-util-raw'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../../pipeline/parse/markdown.js'
import { parseRawHtml } from '../../../pipeline/parse/raw-html.js'
import { markdownToHast } from '../../../pipeline/parse/to-hast.js'
import { randomHtmlBlocks } from '../../support/random-html-blocks.js'

const treeOf = (markdown: string): Root => markdownToHast(parseMarkdown(markdown)).hast

test('HTML is parsed as if the whole were', () => {
  const different = Array.from({ length: 500 }, (_, seed) => randomHtmlBlocks(seed)).filter(text => {
    const whole = raw(treeOf(text), { file: new VFile(text) }) as Root
    const ours = parseRawHtml(treeOf(text), text)
    return JSON.stringify(ours.children) !== JSON.stringify(whole.children)
  })
  expect(different).toEqual([])
})

test('what has no HTML in it is not parsed again, unless HTML is open around it', () => {
  const text = 'Before.\n\n<div>\n\n*Within.*\n\n</div>\n\nAfter.\n'
  const tree = treeOf(text)
  const { children } = parseRawHtml(tree, text)
  expect(children[0]).toBe(tree.children[0])
  expect(children.at(-1)).toBe(tree.children.at(-1))
  const [div] = children.filter(node => node.type === 'element' && node.tagName === 'div')
  expect(JSON.stringify(div)).toContain('Within.')
})
