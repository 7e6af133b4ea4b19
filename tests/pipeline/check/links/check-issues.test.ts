import { expect, test } from 'vitest'
import { checkIssues } from '../../../../pipeline/check-issues.js'
import { loadConfig } from '../../../../pipeline/config/load.js'
import { memoryWorld } from '../../../../pipeline/world-memory.js'
import { worded } from '../../../support/article.js'

const article = (title: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-03-20\n${more}---\n\n[The ${title}](https://${title}.example/), [harbour](https://harbour.example/).\n`

/** What a check of two issues and a draft says of links, and whom it asked. */
async function checked(request: { links?: object; strict?: boolean }) {
  const asked: string[] = []
  const world = memoryWorld({
    files: {
      '/p/trifold.yaml': 'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\n',
      '/p/content/bell.md': article('bell'),
      '/p/content/eel.md': article('eel'),
      '/p/content/moon.md': article('moon', 'draft: true\n'),
    },
    ask: async ({ url }) => {
      asked.push(url)
      return { status: url.includes('harbour') ? 404 : 200 }
    },
  })
  const { config } = await loadConfig(world, { folder: '/p' })
  const result = await checkIssues({ config, paths: [], formats: ['web'], cwd: '/p', ...request }, world)
  const ofLinks = (messages: typeof result.messages) =>
    messages.filter(({ ruleId }) => ruleId === 'link-dead').map(each => `${each.file}:${worded(each)}`)
  return { asked, said: ofLinks(result.messages), logged: ofLinks(world.log.messages) }
}

test('a check asks nobody', async () => {
  expect(await checked({})).toEqual({ asked: [], said: [], logged: [] })
})

test('of all issues but drafts each address is asked once, and told of wherever it stands', async () => {
  const { asked, said, logged } = await checked({ links: {} })
  // A HEAD each, and a GET of what is an error to that.
  expect(asked.sort()).toEqual([
    'https://bell.example/',
    'https://eel.example/',
    'https://harbour.example/',
    'https://harbour.example/',
  ])
  expect(said).toEqual([
    expect.stringMatching(/^content\/bell\.md:6:\d+ warning link-dead/),
    expect.stringMatching(/^content\/eel\.md:6:\d+ warning link-dead/),
  ])
  expect(logged).toEqual(said)
})

test('what is gone is an error where warnings are', async () => {
  const { said } = await checked({ links: {}, strict: true })
  expect(said).toEqual([
    expect.stringContaining('error link-dead'),
    expect.stringContaining('error link-dead'),
  ])
})
