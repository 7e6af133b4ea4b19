import { describe, expect, it } from 'vitest'
import { missingValues, requiredSlots } from '../../../../pipeline/send/compose/missing-values.js'
import { unsubscribeIsPerReader } from '../../../../pipeline/send/compose/one-click.js'
import { someParts } from './some-parts.js'

describe('what a reader must have a value for', () => {
  const required = requiredSlots(someParts)
  const leave = 'https://example.org/u'

  it('is each name and context without a default, once', () => {
    expect(required.map(({ name, context }) => `${name} ${context}`)).toEqual([
      'unsubscribe_url address',
      'name text',
      'name html',
      'unsubscribe_url href',
    ])
  })

  it('is told of by name', () => {
    expect(missingValues(required, { name: 'Åsa', unsubscribe_url: leave })).toEqual([])
    expect(missingValues(required, { name: ' ', unsubscribe_url: leave })).toEqual(['name'])
    expect(missingValues(required, {})).toEqual(['unsubscribe_url', 'name'])
  })

  it('is missing where the value may not stand, or where the default may not', () => {
    expect(missingValues(required, { name: 'Å', unsubscribe_url: 'javascript:alert(1)' })).toEqual([
      'unsubscribe_url',
    ])
    const html = [{ name: 'shop', default: 'example.org', context: 'href' as const }]
    expect(missingValues(requiredSlots({ ...someParts, headers: [], text: [], html }), {})).toEqual(['shop'])
  })
})

describe('one click is enough to leave', () => {
  const withHeaders = (change: (headers: typeof someParts.headers) => typeof someParts.headers) =>
    unsubscribeIsPerReader({ headers: change(someParts.headers) })
  const way = (value: (typeof someParts.headers)[number]['value']) =>
    withHeaders(headers =>
      headers.map(each => (each.name === 'List-Unsubscribe' ? { ...each, value } : each)),
    )

  it('where the way out is the reader’s own address alone', () => {
    expect(unsubscribeIsPerReader(someParts)).toBe(true)
    expect(way(['<https://example.org/unsubscribe>'])).toBe(false)
    expect(way(['<https://example.org/?u=', { name: 'unsubscribe_url', context: 'url' }, '>'])).toBe(false)
    expect(way(['<', { name: 'leave', context: 'address' }, '>'])).toBe(false)
    expect(withHeaders(headers => headers.filter(({ name }) => name !== 'List-Unsubscribe-Post'))).toBe(false)
    expect(withHeaders(() => [])).toBe(false)
  })
})
