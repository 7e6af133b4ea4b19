import { expect, it } from 'vitest'
import { uuidV5 } from '../../../../pipeline/bind/epub/uuid.js'

it('makes the UUIDs of RFC 9562, appendix A.4, and of Python’s documentation', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
  expect(uuidV5('www.example.com', dns)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  expect(uuidV5('python.org', dns)).toBe('886313e1-3b8a-5372-9b90-0c9aee199e5d')
})

it('names URLs unless told otherwise', () => {
  expect(uuidV5('https://example.org/a')).toBe(
    uuidV5('https://example.org/a', '6ba7b811-9dad-11d1-80b4-00c04fd430c8'),
  )
})
