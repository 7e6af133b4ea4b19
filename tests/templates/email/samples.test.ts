import { readFileSync } from 'node:fs'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { bound } from './bound.js'
import { elementCases } from './element-cases.js'
import { all, faultsOf, parsed } from './html-rules.js'
import { renderingFrom } from './rendering.js'

const samples = ['forty-eight-minutes', 'the-dullest-instrument', 'the-mill-at-nendrum']
const read = (name: string) => readFileSync(new URL(`../../../content/${name}.md`, import.meta.url), 'utf8')
const everything = `---\ntitle: All\ntoc: true\n---\n## A\n\n${Object.values(elementCases)
  .map(({ markdown }) => markdown.replace(/\[\^(\d)\]/g, ''))
  .join('\n\n')}\n\n## B\n`

describe.each(samples)('the sample %s', name => {
  it('is valid MJML, and the same bytes each time', async () => {
    const first = await bound(await renderingFrom(read(name)))
    const second = await bound(await renderingFrom(read(name)))
    expect(second.html).toBe(first.html)
    expect(second.text).toBe(first.text)
    expect(Buffer.from(second.eml).equals(first.eml)).toBe(true)
  })

  it('keeps the rules of email, left to right and right to left', async () => {
    const rendering = await renderingFrom(read(name))
    expect(faultsOf((await bound(rendering)).html)).toEqual([])
    const rtl = await renderingFrom(read(name).replace('lang: en-GB', 'lang: ar'))
    expect(rtl.issue.dir).toBe('rtl')
    expect(faultsOf((await bound(rtl)).html)).toEqual([])
  })

  it('has every address of the HTML in its text, and nothing invisible', async () => {
    const { html, text } = await bound(await renderingFrom(read(name)))
    const hrefs = all(parsed(html), 'a').map(({ properties }) => String(properties.href ?? '#'))
    for (const href of hrefs.filter(href => !href.startsWith('#'))) expect(text).toContain(href)
    expect(text).not.toMatch(/[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/)
  })

  it('wraps its text at 72 columns', async () => {
    const { text } = await bound(await renderingFrom(read(name)))
    const filled = text.replace(/\{\{ \w+ \| default: "(.*?)" \}\}/g, '$1')
    const long = filled.split('\n').filter(line => stringWidth(line) > 72 && !line.includes('http'))
    expect(long).toEqual([])
  })
})

describe('an article with every element', () => {
  it('keeps the rules of email', async () => {
    expect(faultsOf((await bound(await renderingFrom(everything))).html)).toEqual([])
  })

  it('keeps its prose in few components', async () => {
    const { html } = await bound(await renderingFrom(everything))
    // The column's rows: runs of prose, data tables, buttons and rules, and the footer's one.
    expect(html.match(/font-size:0;padding:\d/g)?.length).toBeLessThan(20)
  })
})

describe('the rules themselves', () => {
  it('find what they are for', () => {
    const bad = `<h2>a</h2><h4 style="color:#fff;padding:1rem;margin-inline-start:2px;background:#ffffff">b</h4><table></table>
      <img src="a.png" width="1200"><a href="#x">x</a><a href="javascript:alert(1)" onclick="y">y</a><script></script>
      <p><a href="https://example.org" style="text-decoration:none">z</a></p><i id="x"></i><i id="x"></i>`
    expect(faultsOf(bad)).toEqual([
      'h4: color:#fff, not six-digit hex',
      'h4: padding:1rem',
      "h4: padding:1rem, which Word's engine draws on td, th, a, caption, code, kbd only",
      'h4: the logical property margin-inline-start',
      "h4: background:#ffffff, which Word's engine draws on td, table, body, div, a, span, mark, code, kbd only",
      'a: the handler onClick',
      'script',
      'not one h1',
      'another heading before the h1',
      'h4 after h2',
      'a layout table without its role',
      'no alt for a.png',
      'width 1200 of a.png',
      'height undefined of a.png',
      'the image a.png',
      'the link #x leads nowhere',
      'the link javascript:alert(1)',
      'a link in the text without its line: z',
      'an id twice',
    ])
  })
})
