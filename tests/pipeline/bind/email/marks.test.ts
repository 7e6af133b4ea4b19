import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { markedHtml, markOf } from '../../../../pipeline/bind/email/marks.js'
import { emailTemplate } from '../../../../templates/email/email.js'
import { bound } from '../../../templates/email/bound.js'
import { all, parsed } from '../../../templates/email/html-rules.js'
import { renderingFrom } from '../../../templates/email/rendering.js'

const fixtures = join(import.meta.dirname, '../../../fixtures/elements')

/** Tag names of the shipped HTML and of the marked one, with the marks. */
async function both(markdown: string) {
  const rendering = await renderingFrom(markdown)
  const shipped = (await bound(rendering)).html
  const marked = all(parsed(await markedHtml(emailTemplate(rendering))))
  return { shipped, marked }
}

describe('the marked HTML', () => {
  it.each(readdirSync(fixtures))('of %s is the shipped one, element for element', async name => {
    const { shipped, marked } = await both(readFileSync(join(fixtures, name, 'input.md'), 'utf8'))
    expect(shipped).not.toMatch(/data-source|source-a1/)
    expect(all(parsed(shipped)).map(({ tagName }) => tagName)).toEqual(marked.map(({ tagName }) => tagName))
    expect(marked.some(({ properties }) => markOf(properties) !== undefined)).toBe(true)
  })

  it('says where HTML and components are from, the front matter too, and nothing of the frame', async () => {
    const markdown =
      '---\ntitle: T\n---\n\nOne *two*.\n\n:button[Go]{href="https://example.org/"}\n\n- item\n'
    const { marked } = await both(markdown)
    const placeOf = (name: string) => {
      const found = marked.find(({ tagName, properties }) => tagName === name && markOf(properties))
      return found && markOf(found.properties)
    }
    expect(placeOf('em')).toEqual({ article: 'a1', line: 5, column: 5 })
    // A component's mark is on the cell that MJML puts around it.
    expect(placeOf('td')).toEqual({ article: 'a1', line: 7, column: 1 })
    expect(placeOf('li')).toEqual({ article: 'a1', line: 9, column: 1 })
    expect(placeOf('h1')).toEqual({ article: 'a1', line: 2, column: 8 })
    expect(placeOf('body')).toBeUndefined()
  })
})
