import { strToU8, zipSync } from 'fflate'
import type { VFileMessage } from 'vfile-message'
import { describe, expect, test } from 'vitest'
import { reporter } from '../../../../pipeline/messages.js'
import { readDocx } from '../../../../pipeline/read/docx/read-docx.js'
import { transform } from '../../../../pipeline/transform/transform.js'
import { worded } from '../../../support/article.js'
import { type DocxParts, docx, noteCall, paragraph } from '../../../support/docx.js'
import { outline } from '../../../support/outline.js'

async function read(bytes: Uint8Array) {
  const messages: VFileMessage[] = []
  const report = reporter('a.docx', messages)
  const options = { mergeTags: new Map(), lang: 'en', slug: 'a' }
  const parsed = await readDocx(bytes, options, report)
  const article = parsed && (await transform(parsed, { key: 'a1', file: 'a.docx' }, report))
  return { meta: article?.meta, tree: article && outline(article.tree), messages: messages.map(worded) }
}

const readBody = (body: string, parts?: DocxParts) => read(docx(body, parts))

describe('a Word document', () => {
  test('has its title, subtitle, headings and paragraphs from the styles of Word', async () => {
    const { meta, tree, messages } = await readBody(
      [
        paragraph('The weir', 'Title'),
        paragraph('What it holds', 'Subtitle'),
        paragraph('The gate', 'heading 1'),
        paragraph('It is shut.'),
        paragraph('A hinge', 'heading 2'),
        paragraph('Water waits.', 'Quote'),
      ].join(''),
      { styles: ['Normal', 'Title', 'Subtitle', 'heading 1', 'heading 2', 'Quote'] },
    )
    expect(meta).toMatchObject({ title: 'The weir', subtitle: 'What it holds' })
    expect(tree).toBe(
      'h2 id="the-gate"\n  "The gate"\np\n  "It is shut."\nh3 id="a-hinge"\n  "A hinge"\nblockquote\n  p\n    "Water waits."\n',
    )
    expect(messages).toEqual([])
  })

  test('has its footnotes, with ways back', async () => {
    const call = `<w:p><w:r><w:t>It is shut.</w:t></w:r>${noteCall(1)}</w:p>`
    const { tree, messages } = await readBody(paragraph('T', 'Title') + call, {
      styles: ['Normal', 'Title'],
      notes: ['Since 1804.'],
    })
    expect(tree).toContain('noteref id="fnref-1" note="fn-1" number=1')
    expect(tree).toMatch(
      /notes\n {2}note id="fn-1" number=1 refs=\["fnref-1"\]\n {4}p\n {6}"Since 1804\."\n$/,
    )
    expect(messages).toEqual([])
  })

  test('says what its properties say, but for dates, and for names that programs put there', async () => {
    const { meta } = await readBody(paragraph('Words.'), {
      core: '<dc:title>The &amp; weir</dc:title><dc:creator>Hester Quayle; Niall</dc:creator><cp:keywords>tides, mills</cp:keywords><dc:language>en-GB</dc:language><dcterms:created xmlns:dcterms="x">2013-12-23T23:15:00Z</dcterms:created>',
    })
    expect(meta).toMatchObject({
      title: 'The & weir',
      authors: [{ name: 'Hester Quayle' }, { name: 'Niall' }],
      tags: ['tides', 'mills'],
      lang: 'en-GB',
    })
    expect(meta?.date).toBeUndefined()
    const { meta: bare } = await readBody(paragraph('Words.'), {
      core: '<dc:creator>Microsoft Office User</dc:creator>',
    })
    expect(bare?.authors).toEqual([])
  })

  test('keeps the text of a style that has no place, and names the style once', async () => {
    const { tree, messages } = await readBody(
      paragraph('T', 'Title') + paragraph('One.', 'House Style') + paragraph('Two.', 'House Style'),
      { styles: ['Title', 'House Style'] },
    )
    expect(tree).toBe('p\n  "One."\np\n  "Two."\n')
    expect(messages).toEqual([
      'warning import-style Unexpected Word styles “House Style”, which have no place in an article; their text is kept as paragraphs',
    ])
  })
})

describe('what is no Word document, or none that is to be opened', () => {
  const bomb = () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 1 })
    expect(bytes.byteLength).toBeLessThan(3 * 1024 * 1024)
    return bytes
  }
  test.each<[what: string, bytes: () => Uint8Array, says: RegExp]>([
    ['a text', () => strToU8('Words.'), /no Word document; expected \.docx/],
    ['a PDF', () => strToU8('%PDF-1.7'), /no Word document/],
    ['a document of Word 97', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /before 2007/],
    ['a ZIP of something else', () => zipSync({ 'a.txt': strToU8('a') }), /ZIP without a Word document/],
    [
      'one with macros',
      () => docx(paragraph('W.'), { files: { 'word/vbaProject.bin': strToU8('x') } }),
      /with macros/,
    ],
    ['a damaged one', () => docx(paragraph('Words.')).slice(0, 400), /damaged|ZIP without/],
    ['one that is not XML', () => docx('<w:p><w:oops'), /cannot be read|damaged/],
    ['a bomb', bomb, /more than 256 MB/],
  ])('%s is told of, and gives nothing', async (_, bytes, says) => {
    const { tree, messages } = await read(bytes())
    expect(tree).toBeUndefined()
    expect(messages).toEqual([expect.stringMatching(/^error article-unreadable Unexpected/)])
    expect(messages[0]).toMatch(says)
  })
})
