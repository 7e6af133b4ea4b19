import type { ElementContent } from 'hast'
import { h, s } from 'hastscript'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { Element } from 'xast'
import type { Book } from '../../../../templates/epub/package/book.js'
import { packageDocument } from '../../../../templates/epub/package/package-document.js'
import { sampleBook } from '../../../pipeline/bind/epub/sample-book.js'

function elements(book: Book, name: string): Element[] {
  const found: Element[] = []
  visit(packageDocument(book), 'element', element => {
    if (element.name === name) found.push(element)
  })
  return found
}

/** The values of a property. */
const values = (book: Book, property: string) =>
  elements(book, 'meta')
    .filter(({ attributes }) => attributes.property === property)
    .map(({ children: [text] }) => (text?.type === 'text' ? text.value : undefined))

const spine = (book: Book) => elements(book, 'itemref').map(({ attributes }) => attributes.idref)

const guide = (book: Book) => elements(book, 'reference').map(({ attributes }) => attributes.type)

describe('the contents', () => {
  const [title, first, second] = sampleBook().documents

  it.each([
    [
      'after cover and title page',
      [title, first, second],
      ['document-1', 'contents', 'document-2', 'document-3'],
    ],
    ['first, without them', [first, second], ['contents', 'document-1', 'document-2']],
    [
      'last, without a body',
      [title, title && { ...title, inContents: true, headings: first?.headings ?? [] }],
      ['document-1', 'document-2', 'contents'],
    ],
  ])('come %s', (_where, documents, expected) => {
    expect(spine({ ...sampleBook(), documents: documents.flatMap(one => one ?? []) })).toEqual(expected)
  })

  it('of a single line are no page', () => {
    const single = { ...sampleBook(), documents: first ? [{ ...first, headings: [] }] : [] }
    expect(spine(single)).toEqual(['document-1'])
    expect(guide(single)).toEqual(['text'])
    expect(
      guide({ ...single, documents: single.documents.map(one => ({ ...one, landmark: 'cover' as const })) }),
    ).toEqual(['cover'])
  })
})

describe('properties of a document', () => {
  it.each<[string, ElementContent[], string | undefined]>([
    ['nothing special', [h('p', 'a')], undefined],
    ['a formula in a paragraph', [h('p', [h('math')])], 'mathml'],
    ['a drawing', [h('figure', [s('svg')])], 'svg'],
    ['both', [s('svg'), h('math'), h('math')], 'mathml svg'],
    [
      'a film elsewhere',
      [h('video', [h('source', { src: 'https://example.org/a.mp4' })])],
      'remote-resources',
    ],
    ['a film inside', [h('video', { src: 'films/a.mp4' })], undefined],
  ])('for %s', (_what, body, expected) => {
    const documents = sampleBook()
      .documents.slice(0, 1)
      .map(one => ({ ...one, body }))
    const item = elements({ ...sampleBook(), documents }, 'item').find(
      ({ attributes }) => attributes.id === 'document-1',
    )
    expect(item?.attributes.properties).toBe(expected)
  })
})

describe('accessibility', () => {
  const book = sampleBook()
  it.each([
    ['described', ['textual', 'visual'], ['textual', 'textual,visual'], true],
    ['undescribed', ['textual', 'visual'], ['textual,visual'], false],
    ['none', ['textual'], ['textual'], false],
  ] as const)('of images: %s', (images, modes, sufficient, alternatives) => {
    const changed = { ...book, accessibility: { ...book.accessibility, images } }
    expect(values(changed, 'schema:accessMode')).toEqual(modes)
    expect(values(changed, 'schema:accessModeSufficient')).toEqual(sufficient)
    expect(values(changed, 'schema:accessibilityFeature').includes('alternativeText')).toBe(alternatives)
  })

  it('of formulas is a feature only where there are some', () => {
    const without = { ...book, accessibility: { ...book.accessibility, math: 'none' as const } }
    expect(values(book, 'schema:accessibilityFeature')).toContain('MathML')
    expect(values(without, 'schema:accessibilityFeature')).not.toContain('MathML')
  })

  it('claims no conformance of itself', () => {
    const { conformsTo: _, certifiedBy: __, ...rest } = book.accessibility
    const unclaimed = { ...book, accessibility: rest }
    expect(values(unclaimed, 'dcterms:conformsTo')).toEqual([])
    expect(values(unclaimed, 'a11y:certifiedBy')).toEqual([])
  })
})

it('leaves out what is empty', () => {
  const empty = ' \u0000'
  const said = {
    subtitle: empty,
    publisher: empty,
    rights: empty,
    description: empty,
    sources: [empty],
    otherIdentifiers: [{ value: empty, type: '15' }],
    titleFileAs: empty,
  }
  const book = {
    ...sampleBook(),
    ...said,
    subjects: [empty],
    creators: [{ name: empty, role: 'aut' }],
    series: { name: empty },
  }
  const names = packageDocument(book).children.flatMap(child => (child.type === 'element' ? child : []))[0]
  expect(
    names?.children.flatMap(child =>
      child.type === 'element' && child.name.startsWith('dc:') ? child.name : [],
    ),
  ).toEqual(['dc:identifier', 'dc:title', 'dc:language', 'dc:language', 'dc:language', 'dc:date'])
})

it('says of what kind each further identifier is', () => {
  const book = {
    ...sampleBook(),
    otherIdentifiers: [
      { value: 'urn:isbn:9783161484100', type: '15', scheme: 'onix:codelist5' },
      { value: 'https://example.org/a' },
    ],
  }
  expect(values(book, 'identifier-type')).toEqual(['15'])
  expect(elements(book, 'dc:identifier').map(({ attributes }) => attributes.id)).toEqual([
    'identifier',
    'identifier-2',
    'identifier-3',
  ])
})

it('says who evaluated it, with what credential, and where the report is', () => {
  const accessibility = {
    ...sampleBook().accessibility,
    certifierCredential: 'A badge',
    certifierReport: 'https://example.org/report',
  }
  const book = { ...sampleBook(), accessibility }
  expect(values(book, 'a11y:certifierCredential')).toEqual(['A badge'])
  expect(elements(book, 'link').map(({ attributes }) => attributes)).toEqual([
    { rel: 'a11y:certifierReport', refines: '#certifier', href: 'https://example.org/report' },
  ])
  const { certifiedBy: _, ...uncertified } = accessibility
  const without = { ...book, accessibility: uncertified }
  expect(values(without, 'a11y:certifierCredential')).toEqual([])
  expect(elements(without, 'link')).toEqual([])
})

it('says that nothing in it is a hazard only where nothing moves', () => {
  const { accessibility } = sampleBook()
  const moving = { ...sampleBook(), accessibility: { ...accessibility, moving: true } }
  expect(values(sampleBook(), 'schema:accessibilityHazard')).toEqual(['none'])
  expect(values(moving, 'schema:accessibilityHazard')).toEqual([
    'noSoundHazard',
    'unknownFlashingHazard',
    'unknownMotionSimulationHazard',
  ])
})

it('keeps a place in a series that is no number to itself', () => {
  const at = (position: string) =>
    values({ ...sampleBook(), series: { name: 'S', position } }, 'group-position')
  expect(at('12.1')).toEqual(['12.1'])
  expect(at('12a')).toEqual([])
})

it('turns its pages from right to left where the book does', () => {
  const [attributes] = elements({ ...sampleBook(), dir: 'rtl' }, 'spine').map(one => one.attributes)
  expect(attributes).toEqual({ toc: 'ncx', 'page-progression-direction': 'rtl' })
})
