import { expect, test } from 'vitest'
import { qrFindings } from '../../../pipeline/render/pdf-qr.js'
import { publication, renderingOf } from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'

const said = (canonicalUrl: string | undefined, qr: boolean, url: string | undefined) => {
  const meta = canonicalUrl === undefined ? {} : { canonicalUrl }
  const of = issue(article([paragraph('Text.')], { meta }))
  const { url: _, ...rest } = publication
  const owner = { ...rest, ...(url === undefined ? {} : { url }), pdf: { qr } }
  const rendering = renderingOf(of, 'pdf', { publication: owner })
  return qrFindings({ rendering, file: 'a.md' }).map(({ ruleId }) => ruleId)
}

test.each([
  ['no address', undefined, true, undefined, ['pdf-qr']],
  [
    'an address of more than 300 characters',
    `https://example.org/${'a'.repeat(300)}`,
    true,
    undefined,
    ['pdf-qr'],
  ],
  ['an address', 'https://example.org/a', true, undefined, []],
  ['the web page', undefined, true, 'https://example.org', []],
  ['no code wanted', undefined, false, undefined, []],
])('what is said of a QR code: %s', (_, canonicalUrl, qr, url, rules) => {
  expect(said(canonicalUrl, qr, url)).toEqual(rules)
})
