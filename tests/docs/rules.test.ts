import { describe, expect, test } from 'vitest'
import { type RuleId, rules, ruleUrl } from '../../pipeline/check/rules.js'
import { anImage } from '../support/rendering.js'
import { messagesOf } from './build.js'
import { examplesOf, headingsOf, readPage } from './page.js'
import { faults } from './rule-faults.js'

const page = readPage('docs/rules.md')
const sections = headingsOf(page, 2)
const examples = examplesOf(page).filter(({ language }) => language !== 'text')
const notYet = 'This version does not give the message yet.'

/** What each example is: an article, or a config. */
const files = {
  markdown: 'content/the-mill.md',
  yaml: 'trifold.yaml',
}
const images = {
  'content/images/mill.png': anImage.bytes,
  'content/images/torn.png': anImage.bytes.slice(0, 40),
}
/** With a title, where the example has nothing to say of front matter. */
const whole = (text: string, section: string) =>
  text.startsWith('---') || section === 'title-missing' ? text : `---\ntitle: The mill\n---\n\n${text}`

describe('docs/rules.md', () => {
  test('has a section for each rule, in the order of the table, and no other', () => {
    expect(sections).toEqual(Object.keys(rules))
  })

  test.each(Object.entries(rules))(
    'says of %s what the table says',
    (id, { severity, description, fixed }) => {
      const word =
        severity.charAt(0).toUpperCase() + severity.slice(1) + (fixed === undefined ? '' : ', always')
      expect(page).toContain(`## ${id}\n\n*${word}.* ${description}\n`)
    },
  )

  test('is where the address of a rule leads', () => {
    expect(sections.map(id => ruleUrl(id as RuleId))).toEqual(sections.map(id => `docs/rules.md#${id}`))
  })

  test.each(examples)('$section is what its example breaks', async ({ section, language, text }) => {
    const file = files[language as keyof typeof files]
    const content = language === 'markdown' ? whole(text, section) : text
    const formats = ['email', 'web'] as const
    const said = await messagesOf({ files: { ...images, [file]: content }, formats })
    expect(said.map(message => message.ruleId)).toContain(section)
  })

  test.each(Object.entries(faults))('%s is given, though no example can break it', async (id, fault) => {
    expect((await fault()).map(message => message.ruleId)).toContain(id)
  })

  test('has an example, or a fault beside these tests, for each rule that is given', () => {
    const proven = [...examples.map(({ section }) => section), ...Object.keys(faults)]
    const pending = sections.filter(id => page.split(`## ${id}\n`)[1]?.split('\n## ')[0]?.includes(notYet))
    expect([...proven, ...pending].sort()).toEqual([...sections].sort())
  })
})
