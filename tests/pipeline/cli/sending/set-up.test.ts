import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../../../support/cli.js'

let cwd: string
beforeEach(() => {
  cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  writeFileSync(
    join(cwd, 'content/tides.md'),
    '---\ntitle: Between tides\ndate: 2026-11-28\n---\n\nDear {{ name }},\n\nThe water is slack.\n',
  )
})

const config = (more: string) =>
  writeFileSync(
    join(cwd, 'trifold.yaml'),
    `name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nformats: [email]\nemail:\n  from: Slack Water <letters@example.org>\n${more}`,
  )
const build = () => trifold(['build'], { cwd })
const plan = async () => (await trifold(['send', 'tides'], { cwd })).stdout
const sending = 'sending:\n  url: https://127.0.0.1:9\n  outbox: outbox\n'

test('where readers cannot leave, the address to leave at is what is missing', async () => {
  config('sending:\n  outbox: outbox\n')
  await build()
  const said = await plan()
  expect(said).toContain('There is no address where readers can leave')
  expect(said).not.toContain('to unsubscribe')
  config(sending)
  expect(await plan()).toContain('The email has no link to leave by')
  await build()
  expect(await plan()).not.toMatch(/leave by|to unsubscribe/)
})

test('an address that is the same for all is told with what to write', async () => {
  config(`  unsubscribe: https://example.org/leave\n${sending}`)
  await build()
  expect(await plan()).toContain('✗ The email leads every reader to the same page to unsubscribe')
})

test('braces that are no tag are told before every reader sees them', async () => {
  config(sending)
  await build()
  expect(await plan()).toMatch(/– content\/tides\.md:6: Unexpected merge tag `name`.*readers see the braces/)
  config(`mergeTags: [name]\n${sending}`)
  await build()
  expect(await plan()).not.toContain('braces')
})
