import { describe, expect, it } from 'vitest'
import { emailElements } from '../../../templates/email/elements/elements.js'
import type { EmailHandlers } from '../../../templates/email/state.js'
import { textElements } from '../../../templates/email/text/elements.js'
import type { TextHandlers } from '../../../templates/email/text/state.js'
import { bound } from './bound.js'
import { elementCases } from './element-cases.js'
import { renderingFrom } from './rendering.js'

describe('each element in email and text', () => {
  it.each(Object.entries(elementCases))('%s', async (_name, { markdown, html, text }) => {
    const made = await bound(await renderingFrom(`---\ntitle: T\n---\n${markdown}`))
    for (const part of html)
      typeof part === 'string' ? expect(made.html).toContain(part) : expect(made.html).toMatch(part)
    for (const part of text)
      typeof part === 'string' ? expect(made.text).toContain(part) : expect(made.text).toMatch(part)
  })
})

describe('the tables of handlers', () => {
  it('do not compile without one of the elements', () => {
    const { ruby: _ruby, ...email } = emailElements
    const { ruby: _text, ...text } = textElements
    // @ts-expect-error a format that does not handle every element does not compile
    const lacksEmail: EmailHandlers = email
    // @ts-expect-error nor does the plain-text part
    const lacksText: TextHandlers = text
    expect(Object.keys(lacksEmail).sort()).toEqual(Object.keys(lacksText).sort())
  })
})
