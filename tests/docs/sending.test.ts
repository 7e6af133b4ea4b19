import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../support/cli.js'
import { type HealthyServer, healthyServer } from '../support/sending-publication.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/sending.md')
const [, tour = '', rest = ''] = page.split(/^## An issue, from build to readers$|^## What is promised$/m)
const examples = examplesOf(tour)
const [config = '', commands = '', dryRun = ''] = examples.map(({ text }) => text)

let server: HealthyServer
beforeAll(async () => {
  server = await healthyServer()
})
afterAll(() => server.close())

const words = (line: string) =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)]
    .map(([word, double, single]) => double ?? single ?? word)
    .slice(1)

test('the tour in docs/sending.md goes as it says', async () => {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  writeFileSync(
    join(cwd, 'trifold.yaml'),
    `${config.replace('https://letters.example.org', server.url)}formats: [email]\n`,
  )
  writeFileSync(
    join(cwd, 'content/high-water.md'),
    '---\ntitle: High water\ndate: 2026-11-28\n---\n\nWords.\n',
  )
  let digest = ''
  const outputs: string[] = []
  for (const line of commands.trimEnd().split('\n')) {
    const { code, stdout, stderr } = await trifold(words(line.replace('DIGEST', digest)), { cwd })
    expect(`${line}: ${code} ${code === 0 ? '' : stderr}`).toBe(`${line}: 0 `)
    digest = /build\s+([\da-f]{12})/.exec(stdout)?.[1] ?? digest
    outputs.push(stdout)
  }
  const said = (text: string) =>
    text
      .split('\n')
      .filter(line => !/publication has no `url`|no mailbox/.test(line))
      .map(line => line.replace(/[\da-f]{12},/, 'DIGEST,').replace(/through .*/, 'through'))
      .join('\n')
  expect(said(outputs[2] ?? '')).toBe(said(dryRun))
  expect(outputs[5]).toContain('1 sent')
  expect(readdirSync(join(cwd, 'outbox')).length).toBe(2)
})

describe('docs/sending.md', () => {
  const shell = examplesOf(rest)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trimEnd().split('\n'))
    .filter(line => line.startsWith('trifold send'))

  test('has commands that exist', async () => {
    expect(shell.length).toBeGreaterThan(8)
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, 'trifold.yaml'), 'name: Slack Water\nlang: en\n')
    for (const line of shell) {
      const { stderr } = await trifold(words(line), { cwd })
      expect(`${line}: ${stderr}`).not.toMatch(
        /unknown option|unknown command|missing required|did not expect/,
      )
    }
  })
})
