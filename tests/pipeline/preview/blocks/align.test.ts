import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, test } from 'vitest'
import { composeIssue } from '../../../../pipeline/issue/compose.js'
import type { PreviewBlock } from '../../../../pipeline/preview/blocks/block.js'
import { blocksOf } from '../../../../pipeline/preview/blocks/blocks-of.js'
import { align } from '../../../../pipeline/preview/page/blocks/align.js'
import { elementsOf } from '../../../../pipeline/preview/page/blocks/elements.js'
import { lettersOf } from '../../../../pipeline/preview/page/blocks/letters.js'
import { streamOf } from '../../../../pipeline/preview/page/blocks/stream.js'
import { unzip } from '../../../../pipeline/read/zip.js'
import { articleOf } from '../../../support/article.js'
import { projectRoot } from '../../../support/built-samples.js'
import { memoryPublication } from '../../../support/memory-publication.js'
import { smallPng } from '../../../support/small-png.js'

const folder = join(projectRoot, 'tests/fixtures/blocks')
const markdown = readFileSync(join(folder, 'input.md'), 'utf8')

/** The root of a page. linkedom's documents are not walked as those of browsers are. */
const page = (html: string): ParentNode => parseHTML(html).document.documentElement

/** A page as a viewer of PDFs lays it over its picture: an element for each piece of a line. */
function layer(lines: readonly string[]): ParentNode {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  for (const line of lines) {
    const span = document.createElement('span')
    span.textContent = line
    document.body.append(span)
  }
  return document.body
}

const shown: Record<string, readonly ParentNode[]> = {}
let blocks: readonly PreviewBlock[]
beforeAll(async () => {
  const config =
    'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nmergeTags: [name]\nemail: { unsubscribe: https://example.org/u }\n'
  const publication = memoryPublication({
    'trifold.yaml': config,
    'content/slack.md': markdown,
    'content/stair.png': await smallPng('#446688', 60),
  })
  await publication.build([], ['email', 'epub', 'web'])
  const files = publication.world.files.all()
  const book = unzip(files.get('/p/dist/slack/slack.epub') ?? new Uint8Array(), name =>
    name.endsWith('.xhtml'),
  )
  const sections = [...book].filter(([name]) => !/nav|cover/.test(name)).map(([, bytes]) => bytes)
  shown.email = [page(publication.text('dist/slack/email.html'))]
  shown.web = [page(publication.text('dist/slack/index.html'))]
  shown.epub = sections.map(bytes => page(new TextDecoder().decode(bytes)))
  shown.pdf = JSON.parse(readFileSync(join(folder, 'text-layer.json'), 'utf8')).map(layer)
  const { article } = await articleOf(markdown, { slug: 'slack', mergeTags: new Map([['name', undefined]]) })
  blocks = blocksOf(composeIssue(article, {}, () => undefined))
}, 30_000)

/** What shows each block: the names of its elements, and what they say. */
function found(format: string) {
  const stream = streamOf(shown[format] ?? [])
  return align(blocks, stream).map((ranges, index) => {
    const elements = elementsOf(ranges, stream)
    return {
      block: blocks[index] as PreviewBlock,
      names: elements.map(({ localName }) => localName),
      says: elements.map(element => element.textContent ?? '').join(' '),
    }
  })
}

describe('blocks of a text', () => {
  test('have their lines, also those of lists, tables and the front matter', () => {
    const lines = markdown.split('\n')
    for (const { line, endLine, text, kind } of blocks) {
      const source = lettersOf(lines.slice(line - 1, endLine).join(''))
      const [first = ''] = text.split(/\s/)
      expect(source, kind).toContain(lettersOf(first))
    }
    expect(blocks.map(({ kind }) => kind).join(' ')).toBe(
      'title subtitle p h2 p p li li li li li li li tr tr tr p p attribution h3 label p picture figcaption credit pre p h2 p p',
    )
  })
})

describe.each(['email', 'web', 'epub', 'pdf'])('in the %s', format => {
  test('each is found, and what is found says it', () => {
    const lost = found(format).filter(({ names }) => names.length === 0)
    expect(lost.map(({ block }) => block.kind)).toEqual(format === 'pdf' ? ['picture'] : [])
    for (const { block, says } of found(format)) {
      if (says === '') continue
      const [most, all] = [lettersOf(block.text), lettersOf(says)]
      if (block.kind !== 'picture') expect(all, block.text).toContain(most.slice(-8))
      if (block.kind !== 'picture') expect(all.length, block.text).toBeLessThan(2 * most.length + 80)
    }
  })

  test('headings are where they stand, not in the contents', () => {
    const headings = found(format).filter(({ block }) => /^h\d$/.test(block.kind))
    if (format !== 'pdf')
      expect(headings.map(({ names }) => names.join())).toEqual(
        headings.map(() => expect.stringMatching(/^h\d$/)),
      )
  })
})

test('many blocks alike are told apart by their order, in time that grows as the text does', () => {
  const count = 4000
  const same = Array.from({ length: count }, (_, index) => ({
    text: index % 10 ? 'The same words again and again.' : `Entry ${index} of the long register of tides`,
  }))
  const stream = streamOf([layer(same.map(({ text }) => text))])
  const started = process.cpuUsage()
  const ranges = align(same, stream)
  const { user } = process.cpuUsage(started)
  expect(ranges.flat()).toHaveLength(count)
  expect(ranges.flat().map(({ start }) => start)).toEqual(stream.pieces.map(({ start }) => start))
  // Quadratic, this takes minutes.
  expect(user / 1000).toBeLessThan(3000)
})

test('what is not there is not linked, nor is what only begins alike', () => {
  const stream = streamOf([
    layer(['The tide was high at noon, and nobody came to look at it then.', 'Yesterday.']),
  ])
  const texts = [
    'The tide was high at night, when the whole of the town stood on the quay with lanterns.',
    'Yes.',
  ]
  expect(
    align(
      texts.map(text => ({ text })),
      stream,
    ),
  ).toEqual([[], []])
})

test('a note that stands elsewhere is found there, and a formula by its source', () => {
  const note = 'The first readings were by the master of the dock.'
  const stream = streamOf([
    layer([
      'Before it.',
      note,
      'Words of the text that come after the note here, and they are many.',
      'E=mc^2',
    ]),
  ])
  const blocks = [
    { text: 'Words of the text that come after the note here, and they are many.' },
    { text: '𝐸𝑚', orText: 'E=mc^2' },
    { text: note },
  ]
  const said = align(blocks, stream).map(ranges =>
    ranges.map(({ start, end }) => stream.letters.slice(start, end)),
  )
  expect(said).toEqual([[lettersOf(blocks[0]?.text ?? '')], ['emc2'], [lettersOf(note)]])
})
