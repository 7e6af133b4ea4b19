import { expect, test } from 'vitest'
import { creativeCommons, licenceOf } from '../../pipeline/licence.js'

const at = 'https://creativecommons.org'

test.each([
  ['CC BY-ND 4.0', 'CC BY-ND 4.0', `${at}/licenses/by-nd/4.0/`],
  ['cc-by-nc-sa 3.0 AU', 'CC BY-NC-SA 3.0 AU', `${at}/licenses/by-nc-sa/3.0/au/`],
  ['CC-BY 2.5', 'CC BY 2.5', `${at}/licenses/by/2.5/`],
  ['Photo: A. Byron / CC BY SA 4.0', 'CC BY-SA 4.0', `${at}/licenses/by-sa/4.0/`],
  [
    'Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International',
    'CC BY-NC-ND 4.0',
    `${at}/licenses/by-nc-nd/4.0/`,
  ],
  ['http://creativecommons.org/licenses/by-nd/4.0/deed.en', 'CC BY-ND 4.0', `${at}/licenses/by-nd/4.0/`],
  [`${at}/licenses/by/3.0/us/`, 'CC BY 3.0 US', `${at}/licenses/by/3.0/us/`],
  ['CC0', 'CC0 1.0', `${at}/publicdomain/zero/1.0/`],
  [`${at}/publicdomain/mark/1.0/`, 'Public Domain Mark 1.0', `${at}/publicdomain/mark/1.0/`],
  ['CC BY', 'CC BY', undefined],
])('%s is known', (words, name, url) => {
  expect(creativeCommons(words)).toEqual({ name, ...(url ? { url } : {}) })
})

test.each(['All rights reserved', 'MIT', 'Getty Images', 'CC ND 4.0', 'ACC BY 4.0', 'by agreement'])(
  '%s is none of Creative Commons',
  words => expect(creativeCommons(words)).toBeUndefined(),
)

test('a licence keeps the words it was given, with the address that is given or known', () => {
  const source = { name: 'A', republished: true, verbatim: false }
  const of = (more: { license?: string; licenseUrl?: string }, license?: string) =>
    licenceOf({ source: { ...source, ...more }, ...(license ? { license } : {}) })
  expect(of({ license: 'Creative Commons Attribution 4.0' })).toEqual({
    name: 'Creative Commons Attribution 4.0',
    url: `${at}/licenses/by/4.0/`,
  })
  expect(of({ license: 'House terms', licenseUrl: 'https://a.example/t' })).toEqual({
    name: 'House terms',
    url: 'https://a.example/t',
  })
  expect(of({ license: `${at}/licenses/by/4.0/` })?.name).toBe('CC BY 4.0')
  expect(of({ licenseUrl: `${at}/licenses/by/4.0/` })?.name).toBe('CC BY 4.0')
  expect(of({}, 'CC BY 4.0')?.name).toBe('CC BY 4.0')
  expect(of({})).toBeUndefined()
})
