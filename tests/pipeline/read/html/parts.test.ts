import { describe, expect, test } from 'vitest'
import { embedded, isIdle } from '../../../../pipeline/read/html/markup/providers.js'
import { largestOf } from '../../../../pipeline/read/html/markup/srcset.js'
import { pictureName } from '../../../../pipeline/read/html/meta/cover.js'
import { licenceAt, licenceIn } from '../../../../pipeline/read/html/meta/licences.js'
import { withoutSite } from '../../../../pipeline/read/html/meta/title.js'

test.each([
  ['a.jpg 300w, b.jpg 1200w, c.jpg 600w', 'b.jpg'],
  ['a.jpg 800w, b.jpg 5000w', 'a.jpg'],
  ['b.jpg 5000w, c.jpg 4000w', 'c.jpg'],
  ['a.jpg, b.jpg 2x', 'b.jpg'],
  [
    'https://x.example/w_1,h_2/a.jpg 400w, https://x.example/w_3,h_4/b.jpg 900w',
    'https://x.example/w_3,h_4/b.jpg',
  ],
  ['data:image/gif;base64,R0lGOD 1w', undefined],
  ['', undefined],
])('the picture of %s', (srcset, address) => {
  expect(largestOf(srcset)).toBe(address)
})

test.each([
  ['Eleven days | The Courier', 'The Courier', [], 'Eleven days'],
  ['The Courier: Eleven days', 'The Courier', [], 'The Courier: Eleven days'],
  ['Eleven days - News - The Courier', 'The Courier', [], 'Eleven days - News'],
  ['War - and peace', 'The Courier', [], 'War - and peace'],
  ["Bram's note – Site", 'Site', ['Bram’s note'], 'Bram’s note'],
  ['Eleven days « Blog', '', ['Eleven days'], 'Eleven days « Blog'],
  ['The Courier', 'The Courier', ['The Courier'], 'The Courier'],
])('the title of %s', (written, site, headings, title) => {
  expect(withoutSite(written, site, headings)).toBe(title)
})

describe('licences', () => {
  test.each([
    ['https://creativecommons.org/licenses/by-nd/4.0/deed.de', 'CC BY-ND 4.0'],
    ['http://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
    ['https://example.org/terms', undefined],
  ])('at %s', (address, name) => {
    expect(licenceAt(address)).toBe(name)
  })

  test.each([
    ['Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International', 'CC BY-NC-ND 4.0'],
    ['under a CC BY-SA licence', 'CC BY-SA'],
    ['Creative Commons Attribution 4.0', 'CC BY 4.0'],
    ['© 2026, all rights reserved, with attribution', undefined],
  ])('in %s', (text, name) => {
    expect(licenceIn(text)).toBe(name)
  })
})

test.each([
  [
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'YouTube',
  ],
  ['//player.vimeo.com/video/76979871?h=1', 'https://vimeo.com/76979871', 'Vimeo'],
  ['https://open.spotify.com/embed/episode/abc123', 'https://open.spotify.com/episode/abc123', 'Spotify'],
  ['https://datawrapper.dwcdn.net/abc/1/', 'https://datawrapper.dwcdn.net/abc/1/', 'Datawrapper'],
  ['https://example.org/player', 'https://example.org/player', undefined],
])('%s leads to %s', (address, url, provider) => {
  expect(embedded(address)).toEqual(provider ? { url, provider } : { url })
})

test('frames that count or sell are idle', () => {
  expect(['https://www.googletagmanager.com/ns.html?id=1', 'about:blank', 'javascript:0'].every(isIdle)).toBe(
    true,
  )
  expect(isIdle('https://player.vimeo.com/video/76979871')).toBe(false)
})

test('a picture has one name in every size', () => {
  const sizes = [
    'a/hive.jpg',
    'b/hive-1024x683.jpg?w=2',
    'hive-scaled.jpg',
    'https://cdn.example/w_9/https%3A%2F%2Fx.example%2Fhive.jpg',
  ]
  expect(new Set(sizes.map(pictureName))).toEqual(new Set(['hive.jpg']))
})
