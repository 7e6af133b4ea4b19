import { describe, expect, it } from 'vitest'
import { valuesOf } from '../../../../pipeline/send/compose/reader-values.js'

const unsubscribeUrl = 'https://letters.example.org/u/1'
const values = (name: string | undefined, attributes: Record<string, string> = {}) =>
  valuesOf(
    { email: 'a@example.org', attributes, ...(name === undefined ? {} : { name }) },
    { unsubscribeUrl },
  )

describe('what a reader’s message is filled with', () => {
  it('is what the list knows', () => {
    expect(values('Åsa Ebb', { town: 'Lynn' })).toEqual({
      name: 'Åsa Ebb',
      first_name: 'Åsa',
      email: 'a@example.org',
      town: 'Lynn',
      unsubscribe_url: unsubscribeUrl,
      view_url: undefined,
    })
  })

  it.each([
    ['Åsa Ebb', { first_name: 'Ås' }, 'Ås'],
    ['Åsa Ebb', { first_name: ' ' }, 'Åsa'],
    [' Åsa  Ebb', {}, 'Åsa'],
    ['Åsa', {}, 'Åsa'],
    ['Ebb, Åsa', {}, undefined],
    ['', {}, ''],
    [undefined, {}, ''],
    [undefined, { first_name: 'Ås' }, 'Ås'],
  ])('%j with %j is called %j', (name, attributes, first) => {
    expect(values(name, attributes).first_name).toBe(first)
  })

  it('is not what an attribute of the same name says', () => {
    const hostile = {
      unsubscribe_url: 'https://evil.example',
      view_url: 'https://evil.example',
      email: 'x',
      name: 'x',
    }
    expect(values(undefined, hostile)).toMatchObject({
      unsubscribe_url: unsubscribeUrl,
      view_url: undefined,
      email: 'a@example.org',
      name: undefined,
    })
  })

  it('has an attribute of any name', () => {
    const own = JSON.parse('{ "__proto__": "x", "constructor": "y" }')
    expect(Object.entries(values('a', own))).toContainEqual(['__proto__', 'x'])
  })
})
