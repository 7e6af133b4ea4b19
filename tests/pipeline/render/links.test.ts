import { expect, test } from 'vitest'
import type { Issue, Publication } from '../../../pipeline/article.js'
import type { ImageAsset } from '../../../pipeline/assets/assets.js'
import { linksFor } from '../../../pipeline/render/links.js'
import { defaultTokens } from '../../../templates/tokens.js'

const issue = { slug: 'tides' } as Issue
const picture = { path: 'images/a.png' } as ImageAsset
const all = ['email', 'pdf', 'epub', 'web'] as const
const publication = (more: Partial<Publication> = {}): Publication => ({
  name: 'N',
  lang: 'en',
  email: {},
  tokens: defaultTokens,
  ...more,
})
const url = 'https://example.org/letters'

test('with an address, editions are linked to under it and a mail loads its pictures from there', () => {
  const { image, ...links } = linksFor('email', issue, publication({ url }), all)
  expect(links).toEqual({
    web: `${url}/tides/`,
    pdf: `${url}/tides/tides.pdf`,
    epub: `${url}/tides/tides.epub`,
  })
  expect(image(picture)).toBe(`${url}/tides/images/a.png`)
})

test('pictures that travel inside a mail are named beside it', () => {
  const { image } = linksFor('email', issue, publication({ url, email: { images: 'embedded' } }), all)
  expect(image(picture)).toBe('images/a.png')
  expect(linksFor('email', issue, publication(), all).image(picture)).toBe('images/a.png')
})

test('without an address no edition is promised, but the page offers what lies beside it', () => {
  const { image, ...links } = linksFor('email', issue, publication(), all)
  expect(links).toEqual({})
  expect(linksFor('web', issue, publication(), all)).toMatchObject({ pdf: 'tides.pdf', epub: 'tides.epub' })
  expect(linksFor('web', issue, publication(), ['web', 'pdf'])).not.toHaveProperty('epub')
  expect(linksFor('pdf', issue, publication(), all).image(picture)).toBe('/images/a.png')
})
