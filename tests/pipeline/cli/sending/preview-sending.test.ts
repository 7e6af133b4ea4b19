import { expect, test } from 'vitest'
import { lacks } from '../../../../pipeline/cli/sending/preview-sending.js'
import { resolveConfig } from '../../../../pipeline/config/resolve.js'
import type { ConfigInput } from '../../../../pipeline/config/schema.js'

const lacking = (given: ConfigInput) =>
  lacks(resolveConfig({ name: 'Slack Water', ...given }, '/letters/trifold.yaml', () => {}))

test('sending waits for a sender and a way out', () => {
  expect(lacking({})).toEqual([
    expect.stringContaining('`email.from`'),
    expect.stringContaining('`sending.smtp`'),
  ])
  expect(lacking({ email: { from: 'letters@example.org' } })).toEqual([
    expect.stringContaining('`sending.smtp`'),
  ])
  const from = { email: { from: 'letters@example.org' } }
  expect(lacking({ ...from, sending: { outbox: 'outbox' } })).toEqual([])
  expect(lacking({ ...from, sending: { smtp: { host: 'smtp.example.org' } } })).toEqual([])
})
