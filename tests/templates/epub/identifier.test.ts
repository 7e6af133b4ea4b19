import { describe, expect, test } from 'vitest'
import type { ArticleMeta, Publication } from '../../../pipeline/article.js'
import { furtherIdentifiers, identifierOf } from '../../../templates/epub/identifier.js'
import { joined, publication, renderingOf } from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'

const book = (meta: Partial<ArticleMeta>) => issue(article([paragraph('Text.')], { meta }))
const rendering = (meta: Partial<ArticleMeta>, of: Publication = publication) =>
  renderingOf(book(meta), 'epub', { publication: of })
const identifier = (meta: Partial<ArticleMeta>, of?: Publication) => identifierOf(rendering(meta, of))
const further = (meta: Partial<ArticleMeta>, of?: Publication) => furtherIdentifiers(rendering(meta, of))

const { url: _, ...nowhere } = publication
const onix = 'onix:codelist5'

describe('what else identifies it stands beside the UUID, with its kind', () => {
  test.each<[Partial<ArticleMeta>, object[]]>([
    [{ isbn: '9783161484100' }, [{ value: 'urn:isbn:9783161484100', type: '15', scheme: onix }]],
    [
      { identifier: 'urn:isbn:9783161484100' },
      [{ value: 'urn:isbn:9783161484100', type: '15', scheme: onix }],
    ],
    [{ issn: '1234-5679' }, [{ value: 'urn:issn:1234-5679', type: 'ISSN' }]],
    [{ identifier: 'urn:issn:1234-5679' }, [{ value: 'urn:issn:1234-5679', type: 'ISSN' }]],
    [{ doi: '10.1000/182' }, [{ value: 'https://doi.org/10.1000/182', type: '06', scheme: onix }]],
    [
      { doi: '10.1000/18<2>?#' },
      [{ value: 'https://doi.org/10.1000/18%3C2%3E%3F%23', type: '06', scheme: onix }],
    ],
    [
      { identifier: 'urn:nbn:de:101:1-201102033592' },
      [{ value: 'urn:nbn:de:101:1-201102033592', type: '22', scheme: onix }],
    ],
    [{ identifier: 'https://example.org/a b' }, [{ value: 'https://example.org/a%20b' }]],
    [
      { isbn: '9783161484100', identifier: 'urn:isbn:9783161484100', doi: '10.1000/182', issn: '1234-5679' },
      [
        { value: 'urn:isbn:9783161484100', type: '15', scheme: onix },
        { value: 'https://doi.org/10.1000/182', type: '06', scheme: onix },
        { value: 'urn:issn:1234-5679', type: 'ISSN' },
      ],
    ],
  ])('%j', (meta, expected) => {
    expect(further(meta)).toEqual(expected)
    expect(identifier(meta)).toBe(identifier({}))
  })

  test('the newsletter’s ISSN, but not in a series of another name', () => {
    const numbered = { ...publication, epub: { issn: '2049-3630' } }
    expect(further({}, numbered)).toEqual([{ value: 'urn:issn:2049-3630', type: 'ISSN' }])
    expect(further({ series: 'Tides' }, numbered)).toEqual([])
  })

  test('none of it where one article of several gives it', () => {
    expect(furtherIdentifiers(renderingOf(joined(book({ doi: '10.1000/182' }), book({})), 'epub'))).toEqual(
      [],
    )
  })
})

describe('what identifies no book does not', () => {
  const fromAddress = identifier({})
  test.each([
    'urn:isbn:97',
    'urn:issn:1234',
    'urn:uuid:not-one',
    'urn:',
    'javascript:alert(1)',
    'A book',
    '',
  ])('%j', given => {
    expect(identifier({ identifier: given })).toBe(fromAddress)
    expect(further({ identifier: given })).toEqual([])
  })
})

describe('the same article is the same book wherever it is built', () => {
  const uuid = /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

  test('by its canonical address', () => {
    const canonicalUrl = 'https://example.org/a'
    expect(identifier({ canonicalUrl })).toMatch(uuid)
    expect(identifier({ canonicalUrl }, nowhere)).toBe(identifier({ canonicalUrl, slug: 'other' }))
  })

  test('by the publication’s address and its slug', () => {
    expect(identifier({})).toMatch(uuid)
    expect(identifier({}, { ...publication, url: `${publication.url}/`, name: 'Renamed' })).toBe(
      identifier({}),
    )
    expect(identifier({ slug: 'other' })).not.toBe(identifier({}))
  })

  test('by the publication’s name and its slug', () => {
    expect(identifier({}, nowhere)).toMatch(uuid)
    expect(identifier({}, { ...nowhere, name: 'Another' })).not.toBe(identifier({}, nowhere))
  })

  test('by the UUID that the front matter gives', () => {
    const given = 'urn:uuid:1b671a64-40d5-491e-99b0-da01ff1f3341'
    expect(identifier({ identifier: given })).toBe(given)
    expect(further({ identifier: given })).toEqual([])
  })

  test('but not an issue of several, by what one of them gives', () => {
    const one = book({ doi: '10.1000/182', canonicalUrl: 'https://example.org/a' })
    expect(identifierOf(renderingOf(joined(one, book({})), 'epub'))).toBe(identifier({}))
  })
})
