import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../../../pipeline/check/rules.js'
import { worded } from '../../../support/article.js'
import { expectFile } from '../../../support/expectation.js'
import { fixtures, messagesOfFixture } from './fixture.js'

describe('what a build says of its email', () => {
  it.each(readdirSync(fixtures))('%s', async name => {
    const said = await messagesOfFixture(name)
    expectFile(join(fixtures, name, 'messages.txt'), said.map(message => `${worded(message)}\n`).join(''))
  })

  it('has a fixture for each rule', () => {
    const given = readdirSync(fixtures).flatMap(name => {
      const messages = join(fixtures, name, 'messages.txt')
      return existsSync(messages) ? readFileSync(messages, 'utf8') : ''
    })
    const proven = Object.keys(rules).filter(id => given.some(lines => lines.includes(` ${id} `)))
    const others = [
      ...['email-size', 'email-cut', 'email-digest', 'email-overflow', 'link-broken'],
      // Rules of the source and of other hosts have examples beside them: check/source, check/links.
      ...[
        'link-address',
        'link-text',
        'link-ambiguous',
        'link-tracked',
        'link-dead',
        'link-moved',
        'link-unknown',
      ],
      'subject-spam',
      // What no template can break has a test in rules.test.ts.
      'email-language',
      // What `check` alone looks for is in check-issues.test.ts.
      'email-accessibility',
      'email-html',
    ]
    const own = Object.keys(rules).filter(id => /^(?:email|link|subject|preheader|unsubscribe)-/.test(id))
    expect(own.filter(id => !proven.includes(id) && !others.includes(id))).toEqual([])
  })
})
