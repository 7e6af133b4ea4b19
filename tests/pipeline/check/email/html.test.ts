import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emailHtmlRules } from '../../../../pipeline/check/email/html.js'
import { htmlFaults } from '../../../../pipeline/check/html-faults.js'
import { bound } from '../../../templates/email/bound.js'
import { renderingFrom } from '../../../templates/email/rendering.js'

const root = join(import.meta.dirname, '../../../..')
const articles = [
  ...readdirSync(join(root, 'tests/fixtures/elements')).map(
    name => `tests/fixtures/elements/${name}/input.md`,
  ),
  ...readdirSync(join(root, 'content')).flatMap(name => (name.endsWith('.md') ? `content/${name}` : [])),
]

describe('the HTML of an email, by html-validate', () => {
  it('is faulted by element', async () => {
    const faults = await htmlFaults('<p>one</p><ul><div id="a"><img src="a.png"></div></ul>', emailHtmlRules)
    expect(faults).toContainEqual({
      rule: 'wcag/h37',
      words: '<img> is missing required "alt" attribute',
      element: 6,
    })
    expect(faults).toContainEqual(expect.objectContaining({ rule: 'element-permitted-content', element: 5 }))
  })

  it.each(articles)('%s', async article => {
    const { html } = await bound(await renderingFrom(readFileSync(join(root, article), 'utf8')))
    expect(await htmlFaults(html, emailHtmlRules)).toEqual([])
  })
})
