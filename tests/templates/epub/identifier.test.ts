import { describe, expect, test } from 'vitest'
import type { ArticleMeta, Publication } from '../../../pipeline/article.js'
import { identifierOf } from '../../../templates/epub/identifier.js'
import { joined, publication, renderingOf } from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'

const book = (meta: Partial<ArticleMeta>) => issue(article([paragraph('Text.')], { meta }))
const identifier = (meta: Partial<ArticleMeta>, of: Publication = publication) =>
  identifierOf(renderingOf(book(meta), 'epub', { publication: of }))

const { url: _, ...nowhere } = publication

describe('what the front matter gives identifies the book', () => {
  test.each<[Partial<ArticleMeta>, string]>([
    [{ identifier: '978-3-16-148410-0' }, 'urn:isbn:9783161484100'],
    [{ identifier: 'ISBN 0-8044-2957-X' }, 'urn:isbn:080442957X'],
    [{ identifier: 'urn:isbn:9783161484100' }, 'urn:isbn:9783161484100'],
    [
      { identifier: 'urn:uuid:1b671a64-40d5-491e-99b0-da01ff1f3341' },
      'urn:uuid:1b671a64-40d5-491e-99b0-da01ff1f3341',
    ],
    [{ identifier: 'urn:nbn:de:101:1-201102033592' }, 'urn:nbn:de:101:1-201102033592'],
    [{ identifier: 'https://example.org/a b' }, 'https://example.org/a%20b'],
    [{ identifier: '10.1000/182' }, 'https://doi.org/10.1000/182'],
    [{ doi: 'doi:10.1000/182' }, 'https://doi.org/10.1000/182'],
    [{ doi: 'https://dx.doi.org/10.1000/18<2>?#' }, 'https://doi.org/10.1000/18%3C2%3E%3F%23'],
    [{ doi: '10.1000/182', identifier: '978-3-16-148410-0' }, 'https://doi.org/10.1000/182'],
  ])('%j', (meta, expected) => {
    expect(identifier(meta)).toBe(expected)
  })
})

describe('what identifies no book does not', () => {
  const fromAddress = identifier({})
  test.each([
    '978-3-16-148410-1',
    '0-8044-2957-0',
    'urn:issn:1234-5679',
    '1234-5679',
    'urn:uuid:not-one',
    'urn:',
    'javascript:alert(1)',
    'A book of mine',
    '',
  ])('%j', given => {
    expect(identifier({ identifier: given })).toBe(fromAddress)
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

  test('but not an issue of several, by what one of them gives', () => {
    const one = book({ doi: '10.1000/182', canonicalUrl: 'https://example.org/a' })
    expect(identifierOf(renderingOf(joined(one, book({})), 'epub'))).toBe(identifier({}))
  })
})
