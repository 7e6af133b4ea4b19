import { describe, expect, test } from 'vitest'
import {
  contentStreams,
  readStream,
  replaceStream,
} from '../../../../../pipeline/bind/pdf/content/streams.js'
import { type Finished, finishPdf } from '../../../../../pipeline/bind/pdf/finish/finish.js'
import {
  annotations,
  dictAt,
  name,
  nameAt,
  numberAt,
  textAt,
} from '../../../../../pipeline/bind/pdf/objects.js'
import { ParentTree } from '../../../../../pipeline/bind/pdf/parent-tree.js'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFNumber,
  type PDFObject,
} from '../../../../../pipeline/bind/pdf/pdf-lib.js'
import { serialise } from '../../../../../pipeline/bind/pdf/serialise.js'
import { structureElements } from '../../../../../pipeline/bind/pdf/structure-tree.js'
import { poppler } from '../../../../support/poppler.js'
import { page, realisticBody, realisticMeta, resources } from '../document.js'
import { opened } from '../opened.js'

const on = opened()

async function print(body: string): Promise<Uint8Array> {
  return (await on.printer.print(serialise(page(body)), resources)).bytes
}

async function finish(body: string, headings: readonly string[] = []): Promise<PDFDocument> {
  return load((await finishPdf(await print(body), { ...realisticMeta, headings })).bytes)
}

const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false })

describe('the outline', () => {
  /** The titles, indented by their depth. */
  const titles = (item: PDFDict | undefined, depth = 0): string[] =>
    item
      ? [
          `${'  '.repeat(depth)}${textAt(item, 'Title')}`,
          ...titles(dictAt(item, 'First'), depth + 1),
          ...titles(dictAt(item, 'Next'), depth),
        ]
      : []
  const outline = (pdf: PDFDocument) => titles(dictAt(dictAt(pdf.catalog, 'Outlines'), 'First'))
  const wrapped =
    'A heading that is long enough to be wrapped at the end of the line, and once more after that'

  test('has our titles, where a heading wraps too', async () => {
    const pdf = await finish(realisticBody, realisticMeta.headings)
    expect(outline(pdf)).toEqual([
      'On the patience that a loaf of bread asks of the baker who is in a hurry',
      '  Kneading',
      '    Salt',
      '  Time',
      '  Notes',
    ])
    expect(nameAt(pdf.catalog, 'PageMode')).toBe('UseOutlines')
  })

  test.each<[what: string, body: string, headings: string[], titles: string[]]>([
    [
      'a heading that is not printed',
      `<h1>${wrapped}</h1><h2 hidden>Gone</h2><h2>Here</h2>`,
      [wrapped, 'Gone', 'Here'],
      [wrapped, '  Here'],
    ],
    ['a heading with a note', '<h1>Title<sup>1</sup></h1>', ['Title'], ['Title']],
    ['a heading nobody named', '<h1>So\u00ADft</h1><h2>Named</h2>', ['Named'], ['Soft', '  Named']],
    ['one title twice', '<h1>A</h1><h2>B</h2><h2>B</h2>', ['A', 'B', 'B'], ['A', '  B', '  B']],
    ['no heading', '<p>Text</p>', [], []],
  ])('%s', async (_, body, headings, titles) => {
    expect(outline(await finish(body, headings))).toEqual(titles)
  })
})

test('links say where they lead, and a relative one stays relative', async () => {
  const body = `<h1 id="top">Links</h1><p><a href="https://example.org/salt?a=1&b=(2)">one</a> <a href="#top">two</a>
    <a href="more/other.html">three</a> <a href="mailto:ada@example.org">four</a></p>`
  const pdf = await finish(body)
  const links = annotations(pdf).map(({ annotation }) => [
    textAt(annotation, 'Contents'),
    textAt(dictAt(annotation, 'A'), 'URI') ?? nameAt(annotation, 'Dest'),
  ])
  expect(links).toEqual([
    ['https://example.org/salt?a=1&b=(2)', 'https://example.org/salt?a=1&b=(2)'],
    ['Within this article', 'top'],
    ['more/other.html', 'more/other.html'],
    ['mailto:ada@example.org', 'mailto:ada@example.org'],
  ])
})

describe('the structure', () => {
  test('puts what follows a label into a body, list in list', async () => {
    const pdf = await finish(
      '<ul><li>One</li><li style="background: #eee">Two<ol><li>Deep</li></ol></li></ul>',
    )
    const items = structureElements(pdf).filter(({ type }) => type === 'LI')
    expect(items.map(({ kids }) => kids.map(({ type }) => type))).toEqual(Array(3).fill(['Lbl', 'LBody']))
  })

  test('leads from all content back to the element that holds it', async () => {
    const body = `${realisticBody}<ul><li style="background: #eee">Boxed</li></ul><p style="opacity: .5">In a <a href="#time">group</a></p>`
    const pdf = await finish(body)
    const parents = new ParentTree(pdf)
    let content = 0
    for (const element of structureElements(pdf)) {
      for (const kid of element.kids) expect(kid.dict.lookup(name('P'))).toBe(element.dict)
      for (const object of element.content) {
        expect(holderOf(pdf, parents, element.dict, object)).toBe(element.dict)
        content++
      }
    }
    expect(content).toBeGreaterThan(100)
  })

  /** The element that the parent tree gives for a piece of an element's content. */
  function holderOf(pdf: PDFDocument, parents: ParentTree, element: PDFDict, content: PDFObject): unknown {
    const object = pdf.context.lookup(content)
    const own = element.lookup(name('Pg'))
    if (object instanceof PDFNumber) return at(parents.lookup(own, 'StructParents'), object.asNumber())
    if (!(object instanceof PDFDict)) return undefined
    if (nameAt(object, 'Type') === 'OBJR') return parents.lookup(object.lookup(name('Obj')), 'StructParent')
    const holder = object.lookup(name('Stm')) ?? object.lookup(name('Pg')) ?? own
    return at(parents.lookup(holder, 'StructParents'), numberAt(object, 'MCID') ?? -1)
  }
  const at = (list: PDFObject | undefined, index: number) =>
    list instanceof PDFArray ? list.lookup(index) : undefined

  test('numbers its ids, and headers and the tree of ids with them', async () => {
    const pdf = await finish(realisticBody)
    const text = pdf.context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join('\n')
    expect(text).not.toContain('node0')
    expect(text).toMatch(/\/Headers \[ \(id000001\) \(id000002\) \]/)
    expect(text).toMatch(/\/Names \[ \(id000001\) \d+ 0 R \(id000002\) \d+ 0 R \(id000003\) \d+ 0 R \]/)
  })
})

describe('a content stream that would not come out right', () => {
  const damage = async (change: (source: string) => string): Promise<[Uint8Array, Finished]> => {
    const pdf = await load(await print('<h1>One</h1><p style="break-before: page">Tw\u00ADo</p>'))
    const [, second] = contentStreams(pdf)
    if (second) replaceStream(pdf, second, change(readStream(second.stream)))
    const damaged = await pdf.save({ useObjectStreams: false, updateFieldAppearances: false })
    return [damaged, await finishPdf(damaged, realisticMeta)]
  }
  const second = async (bytes: Uint8Array) =>
    contentStreams(await load(bytes)).map(({ stream }) => readStream(stream))[1]

  test.each<[string, (source: string) => string]>([
    ['has a mark without its end', source => source.replace(/EMC\s*$/, '')],
    ['has an end too many', source => `EMC\n${source}`],
    ['has an inline image', source => `${source}\nBI /W 1 ID x EI`],
  ])('%s: it stays as it was, and the file says so', async (_, change) => {
    const [damaged, finished] = await damage(change)
    expect(await second(finished.bytes)).toBe(await second(damaged))
    expect(finished.unfinished).toContain('page 2 stays as the browser wrote it')
    expect(finished.pages).toBe(2)
    expect(poppler('pdfinfo', finished.bytes, '-meta')).not.toContain('pdfuaid:part')
  })

  test('but a sound one is rewritten', async () => {
    const [damaged, finished] = await damage(source => source)
    expect(await second(damaged)).toContain('FEFF00AD')
    expect(await second(finished.bytes)).not.toContain('FEFF00AD')
    expect(await second(finished.bytes)).toContain('/Artifact BMC')
    expect(finished.unfinished).toBeUndefined()
  })
})

test('object streams make the file smaller', async () => {
  const printed = await print(realisticBody)
  const { bytes } = await finishPdf(printed, realisticMeta)
  expect(bytes.length).toBeLessThan(printed.length * 0.85)
})
