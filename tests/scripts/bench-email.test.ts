import { readFileSync } from 'node:fs'
import mjml2html from 'mjml'
import { describe, expect, test } from 'vitest'
import { saidBy } from '../../pipeline/check/parity/passages.js'
import { readHtml } from '../../pipeline/check/parity/read-html.js'
import { emailPage } from '../../scripts/bench/email-page.mjs'
import { mjmlJson } from '../../scripts/bench/mjml-json.mjs'
import { peers } from '../../scripts/bench/peers.mjs'
import { reactEmail } from '../../scripts/bench/react-email.mjs'
import { emailTemplate } from '../../templates/email/email.js'
import { randomArticle } from '../support/random-tree.js'
import { lostIn } from '../support/reading/lost.js'
import { renderingOf, renderingOfFile, samples } from '../support/rendering.js'
import { issue } from '../support/tree.js'

/** Enough of React for a tree: an element is its type, its properties and its children. */
type Made = { type: unknown; props: Record<string, unknown>; children: unknown[] }
const react = {
  Fragment: 'fragment',
  createElement: (type: unknown, props: Record<string, unknown> | null, ...children: unknown[]): Made => ({
    type,
    props: props ?? {},
    children,
  }),
}
const parts = new Proxy({}, { get: (_, name) => String(name) })

function wordsOf(made: unknown): string {
  if (Array.isArray(made)) return made.map(wordsOf).join('')
  if (typeof made === 'string' || typeof made === 'number') return String(made)
  if (typeof made !== 'object' || made === null) return ''
  const { type, props, children } = made as Made
  const inside = wordsOf(children)
  const block = /^(?:h\d|p|li|td|th|dt|dd|blockquote|pre|div|caption|Text|Heading|Section|Button)$/.test(
    String(type),
  )
  return type === 'Img' ? ` ${props.alt} ` : block ? `\n${inside}\n` : inside
}

describe('the article as React Email has it', () => {
  test.each(samples)('%s: has every word', async file => {
    const rendering = await renderingOfFile(file, 'email')
    const [article] = rendering.issue.articles
    const made = wordsOf(reactEmail(react, parts, rendering))
    const lost = lostIn(made, saidBy(article.tree, 'email').passages, 'email')
    // A tag has its default, as in a test of one's own: words after another "reader" are there all the same.
    expect(lost.filter(each => !each.includes('only stands before'))).toEqual([])
    expect(made).toContain(article.meta.title)
  })

  test('knows every element: a random article', () => {
    expect(() => reactEmail(react, parts, renderingOf(issue(randomArticle(3)), 'email'))).not.toThrow()
  })
})

test('the same tree, unmasked, is MJML that compiles, with the words in it', async () => {
  const [file = ''] = samples
  const rendering = await renderingOfFile(file, 'email')
  const { html } = await mjml2html(mjmlJson(emailTemplate(rendering)) as never, { validationLevel: 'strict' })
  const [article] = rendering.issue.articles
  expect(lostIn(readHtml(html).text, saidBy(article.tree, 'email').passages, 'email')).toEqual([])
})

describe('docs/benchmarks.md', () => {
  const whole = readFileSync(new URL('../../docs/benchmarks.md', import.meta.url), 'utf8')
  const [page = ''] = whole.split('\n## The PDF\n')
  const measured = [
    {
      article: 'the-mill',
      figures: [
        { name: 'One way', milliseconds: 1.234, bytes: 12_345 },
        { name: 'Another', milliseconds: 10, bytes: undefined },
      ],
    },
  ]
  const circumstances = {
    processor: 'A processor',
    cores: 2,
    system: 'linux x64',
    node: 'v20.0.0',
    date: '2026-01-02',
    runs: 200,
  }

  test('is what the script writes, but for the figures', () => {
    const made = emailPage(measured, circumstances, peers)
    const prose = (text: string) =>
      text
        .split('\n')
        .filter(line => line !== '' && !line.startsWith('|'))
        .map(line =>
          line.replace(/Measured on .*?\. Other/, 'Measured. Other').replace(/of \d+ runs/, 'of n runs'),
        )
    expect(prose(page)).toEqual(prose(made))
  })

  test('has every way and every sample', () => {
    for (const words of [
      'Trifold: template and HTML',
      'MJML 5, the same tree',
      'React Email',
      'the-mill-at-nendrum',
    ])
      expect(page).toContain(words)
  })

  test('shows times to hundredths and bytes whole', () => {
    const made = emailPage(measured, circumstances, peers)
    expect(made).toContain('| One way | 1.23 |')
    expect(made).toContain('| One way | 12,345 |')
    expect(made).toContain('| Another |  |')
  })
})
