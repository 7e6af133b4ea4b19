import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { saidBy } from '../../../../pipeline/check/parity/passages.js'
import { readHtml } from '../../../../pipeline/check/parity/read-html.js'
import { mergeTagSource } from '../../../../pipeline/merge-tag.js'
import { pasteTemplate } from '../../../../templates/email/paste/paste.js'
import { replaceTokens } from '../../../../templates/merge-token.js'
import { lostIn } from '../../../support/reading/lost.js'
import { articleFrom, renderingFrom, renderingOf } from '../rendering.js'

const fixtures = join(import.meta.dirname, '../../../fixtures/elements')

/** What the editors that are pasted into keep. */
const kept = new Set([
  ...('html head meta title body h1 h2 h3 h4 p ul ol li blockquote pre code figure img figcaption hr'.split(
    ' ',
  ) as string[]),
  ...('a em strong s br'.split(' ') as string[]),
])

function elementsOf(node: Nodes): string[] {
  if (!('children' in node)) return []
  const own = node.type === 'element' ? [node.tagName] : []
  return [...own, ...node.children.flatMap(elementsOf)]
}

describe('the page to copy from', () => {
  it.each(readdirSync(fixtures))('has all of %s, in elements that editors keep', async name => {
    const rendering = await renderingFrom(readFileSync(join(fixtures, name, 'input.md'), 'utf8'))
    const tree = pasteTemplate(rendering)
    expect([...new Set(elementsOf(tree))].filter(element => !kept.has(element))).toEqual([])
    const html = replaceTokens(toHtml(tree), mergeTagSource)
    expect(html).not.toMatch(/ (?:style|class|id)=/)
    const { text, links } = readHtml(html)
    const said = saidBy(rendering.issue.articles[0].tree, 'text')
    const passages = said.passages.map(passage => ({ ...passage, as: 'letters' as const }))
    expect(lostIn(text, passages, 'text')).toEqual([])
    expect(said.links.filter(({ href }) => !links.includes(href))).toEqual([])
  })

  it('says a table as a list of its rows, and notes by their numbers', async () => {
    const rendering = await renderingFrom(
      '| Day | Low |\n|---|---|\n| Monday[^1] | **0.8 m** |\n| Tuesday | |\n\n[^1]: At noon.',
    )
    const html = toHtml(pasteTemplate(rendering))
    expect(html).toContain(
      '<ul><li><strong>Day</strong>: Monday [1]; <strong>Low</strong>: <strong>0.8 m</strong></li><li><strong>Day</strong>: Tuesday</li></ul>',
    )
    expect(html).toContain('<hr><h3>Notes</h3><p>[1] At noon.</p>')
  })

  it('puts the title of an issue over those of its articles', async () => {
    const articles = [
      await articleFrom('---\ntitle: One\n---\nA'),
      await articleFrom('---\ntitle: Two\n---\nB', 'a2'),
    ] as const
    const html = toHtml(pasteTemplate(renderingOf([...articles], { issue: { title: 'Both' } })))
    expect(html).toContain('<h1>Both</h1><h2>One</h2><p>A</p><h2>Two</h2><p>B</p>')
  })

  it('has front and end of an article without their sections', async () => {
    const rendering = await renderingFrom(
      '---\ntitle: T\ndescription: S\nauthors:\n  - name: A\n    role: Editor\n    disclosure: D\nsource: {name: N, url: https://example.org/n}\n---\n\nText.',
    )
    expect(toHtml(pasteTemplate(rendering))).toContain(
      '<h1>T</h1><p><em>S</em></p><p>By <strong>A</strong></p><p>Editor</p><p>Text.</p><h2>Disclosure</h2><p>D</p><p>Source: <a href="https://example.org/n">N</a>. <a href="https://example.org/n">',
    )
  })
})
