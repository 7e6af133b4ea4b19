import { expect, test } from 'vitest'
import type { Publication } from '../../../pipeline/article.js'
import type { EmailParts } from '../../../pipeline/render/email/parts.js'
import { setupFaults } from '../../../pipeline/send/setup-faults.js'
import { someParts } from './compose/some-parts.js'

const report = { trifold: '1', slug: 'tides', title: 'Tides', formats: {}, messages: [] }
const text: EmailParts['text'] = ['High water.\n\n4 Custom House\nLane, Saltmere\n']
const parts: EmailParts = { ...someParts, text }

/** What is wrong with a build of `parts` under a config. */
const faults = (config: { from?: string; address?: string }, given = parts): string =>
  setupFaults(
    { report, parts: given },
    // Nothing else of a publication is looked at.
    {
      url: 'https://slackwater.example.org',
      address: '4 Custom House Lane, Saltmere',
      ...config,
      email: { from: config.from ?? 'Slack Water <letters@example.org>' },
    } as unknown as Publication,
    {
      url: 'https://letters.example.org',
      folder: '/readers',
      pace: { connections: 1, perConnection: 1 },
      countLinks: false,
    },
  ).faults.join('\n')

test('a build that says what the config says has no fault', () => {
  expect(faults({})).toBe('')
})

test('what the config has become since the build is not in what is sent', () => {
  expect(faults({ from: 'Slack Water <post@example.org>' })).toContain('built with another sender')
  expect(faults({ address: '5 Custom House Lane, Saltmere' })).toContain('without the postal address')
})
