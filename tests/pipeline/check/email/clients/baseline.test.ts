import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseEmail } from '../../../../../pipeline/check/email/checked-email.js'
import { accepted, toldElsewhere } from '../../../../../pipeline/check/email/clients/accepted.js'
import { knownCssFeatures } from '../../../../../pipeline/check/email/clients/css-features.js'
import { knownHtmlFeatures } from '../../../../../pipeline/check/email/clients/html-features.js'
import { support } from '../../../../../pipeline/check/email/clients/support.js'
import { unsupportedBy } from '../../../../../pipeline/check/email/clients/unsupported.js'
import { usedFeatures } from '../../../../../pipeline/check/email/clients/used-features.js'
import { readPage } from '../../../../docs/page.js'
import { expectFile } from '../../../../support/expectation.js'
import { bound } from '../../../../templates/email/bound.js'
import { renderingFrom } from '../../../../templates/email/rendering.js'
import { acceptedTable } from './accepted-table.js'

const root = join(import.meta.dirname, '../../../../..')
const articles = [
  ...readdirSync(join(root, 'tests/fixtures/elements')).map(
    name => `tests/fixtures/elements/${name}/input.md`,
  ),
  ...readdirSync(join(root, 'content')).flatMap(name => (name.endsWith('.md') ? `content/${name}` : [])),
]

/** A formula as a build with a browser has it: a picture. */
const formula = 'So $$drawn$$.'

/** Everything that an email of ours uses, of every element, in both directions. */
const used = new Set<string>()
beforeAll(async () => {
  const texts = articles.map(article => readFileSync(join(root, article), 'utf8'))
  for (const markdown of [...texts, formula]) {
    for (const text of [markdown, markdown.replace('lang: en-GB', 'lang: ar')]) {
      // A build makes PNG of the pictures that no client would show.
      const rendering = await renderingFrom(text.replace(/\.(?:svg|webp)\b/g, '.png'))
      const { html } = await bound(rendering)
      for (const feature of usedFeatures(parseEmail(html, rendering.issue, rendering.publication)).keys())
        used.add(feature)
    }
  }
})

describe('what our own email uses', () => {
  it('is found', () => {
    expect(used.size).toBeGreaterThan(70)
    expect([...used].filter(feature => !Object.hasOwn(support, feature))).toEqual([])
  })

  it('every client supports, or it is accepted with a reason', () => {
    const lacking = [...used].filter(feature => unsupportedBy(feature).names.length > 0)
    expect(lacking.filter(feature => !Object.hasOwn(accepted, feature))).toEqual([])
  })

  it('is nothing that another rule forbids', () => {
    expect([...used].filter(feature => toldElsewhere.has(feature))).toEqual([])
  })
})

describe('what is accepted', () => {
  it('is in use, and some client lacks it', () => {
    expect(Object.keys(accepted).filter(feature => !used.has(feature))).toEqual([])
    expect(Object.keys(accepted).filter(feature => unsupportedBy(feature).names.length === 0)).toEqual([])
  })

  it('is in docs/email.md as it is in the code', () => {
    const page = readPage('docs/email.md')
    expectFile(
      join(root, 'docs/email.md'),
      page.replace(/^\| feature \|(?:.*\n)(?:\|.*\n)*/m, () => acceptedTable()),
    )
  })
})

describe('what can be told', () => {
  it('is nearly all that caniemail has', () => {
    const told = [...knownHtmlFeatures, ...knownCssFeatures]
    expect(told.filter(feature => !Object.hasOwn(support, feature))).toEqual([])
    const features = Object.keys(support).filter(feature => !told.includes(feature))
    // The rest are properties of that name, and comments, of which MJML writes those that Outlook reads.
    expect(features.filter(feature => !feature.startsWith('css-'))).toEqual(['html-comments', 'html-doctype'])
  })
})
