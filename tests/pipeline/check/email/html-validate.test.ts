import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { bound } from '../../../templates/email/bound.js'
import { renderingFrom } from '../../../templates/email/rendering.js'

const root = join(import.meta.dirname, '../../../..')
const articles = [
  ...readdirSync(join(root, 'tests/fixtures/elements')).map(
    name => `tests/fixtures/elements/${name}/input.md`,
  ),
  ...readdirSync(join(root, 'content')).flatMap(name => (name.endsWith('.md') ? `content/${name}` : [])),
]

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Outlook draws with Word, which reads the attributes of HTML 3.2 and little of CSS.
    'no-deprecated-attr': 'off',
    // MJML puts `role="article"` on a `div`: clients throw `article` away, not the role.
    'prefer-native-element': ['error', { exclude: ['article'] }],
  },
})

/**
 * html-validate knows HTML's content models and WCAG's techniques. It is no part of `trifold check`: what it could find is
 * in our shell and in what elements become, which are the same in each letter.
 */
describe('the HTML of an email, by html-validate', () => {
  it('would say what is wrong', async () => {
    const { valid } = await validator.validateString('<p><p id="a"><div id="a"><img src="a.png"></div></p>')
    expect(valid).toBe(false)
  })

  it.each(articles)('%s', async article => {
    const { html } = await bound(await renderingFrom(readFileSync(join(root, article), 'utf8')))
    const { results } = await validator.validateString(html)
    const said = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
    )
    expect(said).toEqual([])
  })
})
