import { expect, test } from 'vitest'
import { confirmLetter, knownLetter } from '../../../pipeline/serve/letters.js'
import { servingOf } from '../../../pipeline/serve/serving.js'
import { pageFaults } from '../../support/page-faults.js'
import { aServer } from '../../support/readers-server.js'

const reader = {
  id: 12,
  email: 'hester@example.org',
  name: 'Hester <script>',
  state: 'active',
  since: 0,
  attributes: {},
  tags: [],
  softBounces: 0,
} as const

const serving = servingOf(aServer())
const { confirm, preferences } = serving.addresses
const own = preferences({ reader: 12, launch: 0 })

test('the letter that asks says from whom it is, why it came and what to do', async () => {
  const { to, subject, text, html } = confirmLetter(serving, reader)
  const link = confirm(12, serving.time())
  expect({ to, subject }).toEqual({
    to: 'hester@example.org',
    subject: 'Confirm your subscription to Slack Water',
  })
  expect(text.split('\n')).toEqual([
    'Somebody, most likely you, wants Slack Water to be sent to this address.',
    '',
    'Confirm the subscription:',
    link,
    '',
    'The link is good for seven days.',
    '',
    'If it was not you, do nothing, and nothing is sent to you.',
    '',
    'What is known of you:',
    own,
    '',
    '-- ',
    'Slack Water',
    'The Saltmere Press, Staithe House, 4 Custom House Lane, Saltmere, Norfolk, England',
  ])
  expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to]) => to)).toEqual([link, own])
  expect(await pageFaults(html)).toEqual([])
})

test('the letter to who is on the list leads to the reader’s own page and confirms nothing', () => {
  const { text, html } = knownLetter(serving, reader)
  expect(text).toContain('It is already: you need do nothing.')
  expect(text + html).not.toContain('/confirm/')
  expect(new Set([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to))).toEqual(new Set([own]))
})
