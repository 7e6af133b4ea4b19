import type { Root } from 'hast'
import { describe, expect, test } from 'vitest'
import { extract } from '../../../../pipeline/read/html/extract/extract.js'
import { settleMarkup } from '../../../../pipeline/read/html/markup/settle.js'
import { elementsIn, isNamed, wordsOf } from '../../../../pipeline/read/html/nodes.js'
import { parsePage } from '../../../../pipeline/read/html/page/parse-page.js'

const words =
  'The sea rises and falls twice a day, a little later each time, and nobody is in a hurry about it. '
const paragraph = (index: number) => `<p>Paragraph ${index}. ${words.repeat(4)}</p>`
const links =
  '<ul><li><a href="/a">Ten ways to dry a sail</a></li><li><a href="/b">The mayor answers</a></li></ul>'

async function extracted(inside: string): Promise<{ article: Root; by: string }> {
  const page = parsePage(
    `<html><body><nav>${links}</nav><div class="wrap"><article>${inside}</article><div class="sidebar">${links}</div></div><footer><p>© 2026</p></footer></body></html>`,
  )
  settleMarkup(page, '', () => {})
  return extract(page.body, 'Tides')
}

describe('extraction', () => {
  test('is by Readability where it loses nothing that matters', async () => {
    const { article, by } = await extracted([1, 2, 3, 4].map(paragraph).join(''))
    expect(by).toBe('Readability')
    expect(wordsOf(article)).not.toContain('mayor')
  })

  test('is by defuddle where Readability loses formulas and code and it does not', async () => {
    // A remark of mathematics: Readability takes the name for one of readers'.
    const remark = `<div class="theorem-remark"><h3>Remark</h3><p>${words}</p><p>So <span class="math inline">\\(h = z\\)</span> holds.</p><pre><code>h = z</code></pre></div>`
    const { article, by } = await extracted(
      [1, 2, 3].map(paragraph).join('') + remark + [4, 5].map(paragraph).join(''),
    )
    expect(by).toBe('defuddle')
    const names = [...elementsIn(article)].map(node => node.tagName)
    expect(names.filter(name => name === 'tf-math' || name === 'pre')).toEqual(['tf-math', 'pre'])
    expect(wordsOf(article)).toContain('Paragraph 5')
    expect(wordsOf(article)).not.toContain('mayor')
  })

  test('keeps attributes, places and order as they are on the page', async () => {
    const { article } = await extracted(
      `<div class="body">${paragraph(1)}<p lang="fr" dir="ltr">${words.repeat(4)}</p>${paragraph(2)}</div>`,
    )
    const found = [...elementsIn(article)].filter(node => isNamed(node, 'p'))
    expect(found.map(node => node.properties.lang)).toEqual([undefined, 'fr', undefined])
    expect(found.every(node => node.position !== undefined)).toBe(true)
  })

  test('gives back a list or a heading that stands between what was kept', async () => {
    const { article } = await extracted(
      `${paragraph(1)}<h2 class="sidebar-heading">Tools</h2><ul class="menu-of-tools"><li>a level</li><li>a staff</li></ul>${paragraph(2)}${paragraph(3)}`,
    )
    expect(wordsOf(article)).toContain('a staff')
    expect(wordsOf(article)).toContain('Tools')
  })

  test('of a short page is not the longer text beside it', async () => {
    const page = parsePage(
      `<html><body><nav>${links}</nav><div class="help"><div>${[1, 2, 3, 4, 5, 6].map(paragraph).join('')}</div></div><div><div><main><p>Twice a day, the sea rises.</p></main></div></div></body></html>`,
    )
    settleMarkup(page, '', () => {})
    const { article } = await extract(page.body, 'Tides')
    expect(wordsOf(article)).toBe('Twice a day, the sea rises.')
  })

  test('of a page of 30,000 elements is what its markup says', { timeout: 60_000 }, async () => {
    const { article, by } = await extracted('<p>a</p>'.repeat(30_000))
    expect(by).toBe('its markup')
    expect(wordsOf(article)).not.toContain('mayor')
  })
})
