import type { ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, test } from 'vitest'
import { adopt } from '../../../pipeline/transform/adopt/adopt.js'
import { wordsOf } from '../../../pipeline/walk.js'
import { faultsOf } from '../../support/conformance.js'
import { seeded } from '../../support/seeded.js'

const names = (
  'p div section article h2 h3 blockquote ul ol li dl dt dd table caption thead tbody tr td th pre code figure figcaption ' +
  'img hr aside details summary em strong a span sub sup q abbr br ruby rt center font blink nav main iframe picture ' +
  'tf-callout tf-label tf-verse tf-pullquote tf-note tf-noteref tf-embed tf-button'
).split(' ')

const voids = new Set(['img', 'hr', 'br', 'tf-noteref'])

/** A random tree of HTML elements in any order, valid or not, with numbered words. */
function randomTree(seed: number): Root {
  const random = seeded(seed)
  let words = 0
  const node = (depth: number): ElementContent => {
    if (depth > 6 || random() < 0.35)
      return { type: 'text', value: random() < 0.15 ? '\n ' : ` w${++words} ` }
    const tagName = names[Math.floor(random() * names.length)] ?? 'p'
    const children = voids.has(tagName)
      ? []
      : Array.from({ length: Math.floor(random() * 4) }, () => node(depth + 1))
    const href = random() < 0.5 ? 'https://example.org/' : 'javascript:alert(1)'
    return {
      type: 'element',
      tagName,
      properties: { href, src: 'a.png', alt: 'a', label: 'x', id: 'i', lang: 'xx-!', className: ['callout'] },
      children,
    }
  }
  return { type: 'root', children: Array.from({ length: 4 }, () => node(0)) }
}

describe('adopt', () => {
  test('whatever HTML comes, the tree is of the vocabulary and no word is lost', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const tree = randomTree(seed)
      const said: string[] = []
      const { tree: adopted, notes } = adopt(tree, (rule, reason) => said.push(`${rule} ${reason}`))
      expect(faultsOf(adopted), `seed ${seed}`).toEqual([])
      const written = textOf(tree).match(/w\d+/g) ?? []
      const kept = new Set(
        `${wordsOf(adopted)} ${JSON.stringify(adopted)} ${JSON.stringify([...notes])}`.match(/w\d+/g),
      )
      const lost = written.filter(word => !kept.has(word))
      // A second note of one label is all that has no place; a dropped element says so.
      if (lost.length > 0)
        expect(said.join('\n'), `seed ${seed} lost ${lost}`).toMatch(/html-dropped|note-repeated/)
    }
  })

  test('a thousand nested elements do not exhaust the stack', () => {
    let node: ElementContent = { type: 'text', value: 'deep' }
    for (let depth = 0; depth < 1000; depth++)
      node = { type: 'element', tagName: depth % 2 ? 'div' : 'em', properties: {}, children: [node] }
    const { tree } = adopt({ type: 'root', children: [node] }, () => undefined)
    expect(wordsOf(tree)).toBe('deep')
  })
})
