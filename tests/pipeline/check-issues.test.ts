import { h } from 'hastscript'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Format } from '../../pipeline/article.js'
import { checkIssues } from '../../pipeline/check-issues.js'
import { loadConfig } from '../../pipeline/config/load.js'
import { packageReader } from '../../pipeline/world/packages.js'
import { BrowserUnavailable } from '../../pipeline/world.js'
import { type MemoryWorldOptions, memoryWorld } from '../../pipeline/world-memory.js'
import type { Templates } from '../../templates/overrides.js'
import { worded } from '../support/article.js'
import { openBrowser } from '../support/browser.js'

const sound = `name: Slack Water
lang: en
address: 4 Custom House Lane
email: { unsubscribe: https://slackwater.example.org/unsubscribe }
`
const article = `---
title: The mill
date: 2026-03-20
preheader: How a mill is driven by the moon.
---

Words, and [a link](https://example.org/).
`

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const noBrowser = () => Promise.reject(new BrowserUnavailable('There is no browser'))

/** What EPUBCheck and Ace leave where they find nothing. */
const noFault = Buffer.from('{ "messages": [], "assertions": [] }')

/** What a check of a publication of one article says. */
async function checked({
  config = sound,
  formats = ['email'],
  strict = false,
  templates,
  ...options
}: MemoryWorldOptions & {
  config?: string
  formats?: readonly Format[]
  strict?: boolean
  templates?: Templates
} = {}) {
  const world = memoryWorld({
    files: { '/p/trifold.yaml': config, '/p/content/the-mill.md': article },
    browser: async () => browser,
    packages: packageReader([]),
    packagePath: path => path,
    runProgram: async () => ({ stdout: '', stderr: '', result: noFault }),
    ...options,
  })
  const { config: loaded } = await loadConfig(world, { folder: '/p' })
  const changed = { ...loaded, ...(templates ? { templates } : {}) }
  const result = await checkIssues({ config: changed, paths: [], formats, cwd: '/p', strict }, world)
  const { messages } = result
  return { messages, said: messages.map(worded), skipped: result.skipped.map(worded), world }
}

describe('a check', () => {
  it('has nothing against a sound article, and writes nothing', async () => {
    const { said, skipped, world } = await checked({ formats: ['email', 'epub', 'web'] })
    expect({ said, skipped }).toEqual({ said: [], skipped: [] })
    expect(await world.files.kind('/p/dist')).toBeUndefined()
  })

  it('looks at contrast in the light and in the dark, and says where', async () => {
    const faint = { light: '#bbbbbb', dark: '#555555' }
    const config = `${sound}theme:\n  light: { ink: "${faint.light}" }\n  dark: { accent: "${faint.dark}" }\n`
    const { said } = await checked({ config })
    expect(said).toContainEqual(
      expect.stringMatching(/^7:1 warning email-accessibility .*contrast of 1\.9.*#bbbbbb.*color-contrast/),
    )
    expect(said).toContainEqual(expect.stringMatching(/^7:12 warning .*in the dark: .*contrast.*#555555/))
    expect(said.filter(line => line.includes('#555555') && !line.includes('in the dark'))).toEqual([])
  })

  it('looks at the HTML that a template of the publication makes, and says where', async () => {
    const templates = { email: { elements: { em: () => [h('ul', h('div', 'and'))] } } }
    const files = { '/p/trifold.yaml': sound, '/p/content/the-mill.md': article.replace(', and', ', *and*') }
    const { said } = await checked({ files, templates })
    expect(said).toContainEqual(
      expect.stringMatching(/^7:8 warning email-html .*<div>.*not permitted.*element-permitted-content/),
    )
  })

  it('says once what it could not do, and does the rest', async () => {
    const files = { '/p/trifold.yaml': sound, '/p/content/a.md': article, '/p/content/b.md': article }
    const { said, skipped } = await checked({ files, browser: noBrowser })
    expect(said).toEqual([])
    expect(skipped).toEqual([
      'info check-skipped Not checked: contrast and names of the email, by axe. There is no browser',
    ])
  })

  it('takes warnings for errors where it is strict', async () => {
    const config = 'name: Slack Water\naddress: 4 Custom House Lane\ntheme: { light: { ink: "#bbbbbb" } }\n'
    const { said, messages } = await checked({ config, strict: true })
    expect(said).toContainEqual(expect.stringMatching(/^error unsubscribe-missing /))
    expect(messages.find(({ ruleId }) => ruleId === 'unsubscribe-missing')?.file).toBe('trifold.yaml')
  })
})
