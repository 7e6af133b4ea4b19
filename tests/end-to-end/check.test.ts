import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkIssues } from '../../pipeline/check-issues.js'
import { loadConfig } from '../../pipeline/config/load.js'
import { nodeWorld } from '../../pipeline/world-node.js'
import { openBrowser } from '../support/browser.js'
import { projectRoot } from '../support/built-samples.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const fixtures = join(projectRoot, 'tests/fixtures/elements')

/** What a check of the emails says that is a finding of the email's own rules. */
async function findings(article: { paths: readonly string[]; input?: Uint8Array }): Promise<string[]> {
  const world = nodeWorld({ browser, env: {}, log: { info() {}, progress() {}, message() {} } })
  const { config } = await loadConfig(world, { folder: projectRoot })
  const formats = ['email'] as const
  const result = await checkIssues({ config, ...article, formats, cwd: projectRoot }, world)
  await world.close()
  expect(result.skipped).toEqual([])
  expect(result.issues.every(({ formats }) => formats[0]?.files.length)).toBe(true)
  return result.messages
    .filter(({ ruleId }) => /^(?:email|subject|preheader|unsubscribe)-/.test(ruleId ?? ''))
    .map(({ file, line, column, ruleId, reason }) => `${file}:${line}:${column} ${ruleId} ${reason}`)
}

test('nothing is wrong with the emails of the samples', async () => {
  expect(await findings({ paths: [join(projectRoot, 'content')] })).toEqual([])
})

test.each(['en', 'ar'])('nothing is wrong with what any element becomes in an email in %s', async lang => {
  const bodies = readdirSync(fixtures).map(name => readFileSync(join(fixtures, name, 'input.md'), 'utf8'))
  const head = `---\ntitle: All\nlang: ${lang}\ntoc: true\npreheader: Every element there is.\n---\n\n## First\n\n`
  // Each fixture may have front matter of its own, and headings that skip none of their own levels.
  const text = head + bodies.map(body => body.replace(/^---\n.*?\n---\n/s, '')).join('\n\n## Next\n\n')
  expect(await findings({ paths: [], input: new TextEncoder().encode(text) })).toEqual([])
})
