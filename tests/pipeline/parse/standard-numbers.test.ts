import { describe, expect, test } from 'vitest'
import { readIdentifier, readIsbn, readIssn } from '../../../pipeline/parse/standard-numbers.js'

describe('ISBN', () => {
  test.each([
    ['978-3-16-148410-0', '9783161484100'],
    ['ISBN 978 3 16 148410 0', '9783161484100'],
    ['ISBN-13: 9783161484100', '9783161484100'],
    ['urn:isbn:9783161484100', '9783161484100'],
    ['3-16-148410-X', '9783161484100'],
    ['0-8044-2957-X', '9780804429573'],
    ['978‑3‑16‑148410‑0', '9783161484100'],
  ])('%s', (written, value) => {
    expect(readIsbn(written)).toEqual({ value })
  })

  test.each([
    ['978-3-16-148410-1', 'is wrong, expected 0 at its end'],
    ['0-8044-2957-0', 'is wrong, expected X at its end'],
    ['0-8044-2958-0', 'is wrong, expected 8 at its end'],
    ['12345', 'expected an ISBN of 13 digits'],
    ['979', 'expected an ISBN of 13 digits'],
  ])('%s is none', (written, fault) => {
    expect(readIsbn(written)).toEqual({ fault: expect.stringContaining(fault) })
  })
})

describe('ISSN', () => {
  test.each([
    ['1234-5679', '1234-5679'],
    ['12345679', '1234-5679'],
    ['ISSN 2049-3630', '2049-3630'],
    ['eISSN: 2434-561x', '2434-561X'],
  ])('%s', (written, value) => {
    expect(readIssn(written)).toEqual({ value })
  })

  test.each([
    ['1234-5678', 'is wrong, expected 9 at its end'],
    ['1234', 'expected an ISSN such as 1234-5679'],
  ])('%s is none', (written, fault) => {
    expect(readIssn(written)).toEqual({ fault: expect.stringContaining(fault) })
  })
})

describe('an identifier is a URI', () => {
  test.each([
    ['978-3-16-148410-0', 'urn:isbn:9783161484100'],
    ['ISBN 0-8044-2957-X', 'urn:isbn:9780804429573'],
    ['1234-5679', 'urn:issn:1234-5679'],
    ['ISSN 1234-5679', 'urn:issn:1234-5679'],
    ['10.1000/182', 'https://doi.org/10.1000/182'],
    ['doi: 10.1000/182', 'https://doi.org/10.1000/182'],
    ['https://dx.doi.org/10.1000/18<2>?#', 'https://doi.org/10.1000/18%3C2%3E%3F%23'],
    ['urn:UUID:1B671A64-40D5-491E-99B0-DA01FF1F3341', 'urn:uuid:1b671a64-40d5-491e-99b0-da01ff1f3341'],
    ['urn:nbn:de:101:1-201102033592', 'urn:nbn:de:101:1-201102033592'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
  ])('%s', (written, value) => {
    expect(readIdentifier(written)).toEqual({ value })
  })

  test.each(['978-3-16-148410-1', 'ISBN 12', 'urn:uuid:not-one', 'urn:', 'javascript:alert(1)', 'A book'])(
    '%s is none',
    written => {
      expect(readIdentifier(written)).toHaveProperty('fault')
    },
  )
})
