import { describe, expect, test } from 'vitest'
import { formatMessage, stylesFor } from '../../../pipeline/cli/format-message.js'
import { finding } from '../../../pipeline/messages.js'
import { settledDirection } from '../../../pipeline/parse/direction-controls.js'
import { elementsNamed, wordsOf } from '../../../pipeline/walk.js'
import { articleOf } from '../../support/article.js'
import { buildEmail } from '../../support/built-email.js'

const [lre, rle, pdf, lro, rlo] = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e']
const [lri, rli, fsi, pdi] = ['\u2066', '\u2067', '\u2068', '\u2069']

describe('a run of words turns nothing after it', () => {
  test.each([
    ['no controls', 'a', 'a'],
    ['ended embeddings stay', `a${lre}b${rle}c${pdf}${pdf}d`, `a${lre}b${rle}c${pdf}${pdf}d`],
    [
      'ended isolates stay',
      `a${lri}b${pdi}${rli}c${pdi}${fsi}d${pdi}`,
      `a${lri}b${pdi}${rli}c${pdi}${fsi}d${pdi}`,
    ],
    ['what is not ended is ended, the innermost first', `a${rle}b${rli}c`, `a${rle}b${rli}c${pdi}${pdf}`],
    ['what ends nothing is left out', `${pdf}a${pdi}b${pdf}`, 'ab'],
    ['an override is left out, with its end', `a${rlo}gpj.exe${pdf}b${lro}c`, 'agpj.exebc'],
    ['an isolate’s end ends the embeddings in it', `${rli}a${rle}b${pdi}c${pdf}`, `${rli}a${rle}b${pdi}c`],
    [
      'an embedding is not ended from within an isolate',
      `${rle}a${rli}b${pdf}c`,
      `${rle}a${rli}bc${pdi}${pdf}`,
    ],
    ['an override in an isolate that ends', `${rli}a${rlo}b${pdi}c${pdf}d`, `${rli}ab${pdi}cd`],
  ])('%s', (_, text, settled) => {
    expect(settledDirection(text)).toBe(settled)
    expect(settledDirection(settled)).toBe(settled)
  })
})

describe('in an article', () => {
  const told = (messages: readonly string[]) =>
    messages.filter(message => message.includes('direction-control'))

  test.each([
    ['a link', `[a${rle}b](https://example.org) c`, 'a', `a${rle}b${pdf}`],
    ['emphasis', `*a${rli}b* c`, 'em', `a${rli}b${pdi}`],
    ['a paragraph, over the emphasis in it', `a${rli}b *c* d`, 'p', `a${rli}b c d${pdi}`],
    ['a paragraph that ends with emphasis', `a${rli}b *c*`, 'p', `a${rli}b c${pdi}`],
    ['a line of a paragraph', `a${rli}b\\\nc`, 'p', `a${rli}b${pdi}c`],
    ['a heading', `## a${rlo}b`, 'h2', 'ab'],
    ['code, which keeps overrides', `\`a${rlo}b\` c`, 'code', `a${rlo}b${pdf}`],
  ] as const)('%s', async (_, markdown, name, words) => {
    const { article, messages } = await articleOf(`---\ntitle: T\n---\n\n${markdown}\n`)
    expect(elementsNamed(article.tree, name).map(wordsOf)).toEqual([words])
    expect(told(messages)).toHaveLength(1)
    expect(told(messages)[0]).toMatch(/^5:\d+ info direction-control Unexpected characters .* in `/)
  })

  test('what runs in its own element is not touched, nor spoken of', async () => {
    const markdown = `---\ntitle: T${rli}a${pdi}\n---\n\na${rle}b${pdf} [c${rli}d *e* f${pdi}](https://example.org)\n\n\`\`\`\na${rlo}b\n\`\`\`\n`
    const { article, messages } = await articleOf(markdown)
    expect(wordsOf(article.tree)).toContain(`a${rle}b${pdf} c${rli}d e f${pdi}`)
    expect(elementsNamed(article.tree, 'pre').map(wordsOf)).toEqual([`a${rlo}b`])
    expect(messages).toEqual([])
  })

  test('the words of pictures and cards, and a title that is a heading', async () => {
    const markdown = `# T${rlo}itle\n\nSee ![a${rlo}b](a.png "c${rli}d").\n\n::embed{url="https://example.org" title="e${rle}f" description="${rlo}g"}\n`
    const { article, messages } = await articleOf(markdown)
    expect(article.meta.title).toBe('Title')
    expect(elementsNamed(article.tree, 'img')[0]?.properties).toMatchObject({
      alt: 'ab',
      title: `c${rli}d${pdi}`,
    })
    expect(elementsNamed(article.tree, 'embed')[0]?.properties).toMatchObject({
      title: `e${rle}f${pdf}`,
      description: 'g',
    })
    expect(told(messages)).toHaveLength(2)
  })

  test('names of the front matter and the config', async () => {
    const markdown = `---\ntitle: a${rlo}b\nauthors: [{ name: "c${rli}d" }]\n---\n\nWords.\n`
    const { html, text, eml, messages } = await buildEmail(markdown, {
      config: { name: `e${rlo}f`, email: { from: `g${rli}h <a@example.org>`, why: `i${rle}j` } },
      file: `k${rlo}l.md`,
    })
    expect(html).toContain(`c${rli}d${pdi}`)
    expect(html).toContain(`i${rle}j${pdf}`)
    expect(html).not.toMatch(/[\u202d\u202e]/)
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    expect(Buffer.from(eml).toString()).toContain('From: "gh" <a@example.org>')
    expect(told(messages).map(message => message.split(': ')[0])).toEqual([
      'direction-control title',
      'direction-control authors[0].name',
    ])
  })
})

test('a message shows such characters, and its line is never turned', () => {
  const message = finding('article-empty', `The file a${rlo}b`, { file: `c${rli}d\u001b[2J.md` })
  expect(formatMessage(message, stylesFor(false))).toBe(
    'c\ufffdd [2J.md  error  The file a\ufffdb  article-empty',
  )
})
