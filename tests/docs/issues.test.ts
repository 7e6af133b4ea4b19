import { describe, expect, test } from 'vitest'
import { messagesOf } from './build.js'
import { examplesOf, readPage } from './page.js'

const examples = examplesOf(readPage('docs/issues.md'))
const of = (language: string) => examples.filter(example => example.language === language)
const article = (title: string, body = 'Words.') =>
  `---\ntitle: ${title}\ndescription: It is.\n---\n\n${body}\n`

describe('docs/issues.md', () => {
  test('has an issue and links that are built without a message', async () => {
    const [manifest] = of('yaml')
    const [links] = of('markdown')
    const said = await messagesOf({
      files: {
        'trifold.yaml':
          'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nurl: https://slackwater.example.org\nemail: { unsubscribe: https://slackwater.example.org/u }\n',
        'content/the-mill.md': article('The mill').replace('description', 'date: 2026-03-20\ndescription'),
        'content/between-tides/issue.yaml': manifest?.text ?? '',
        'content/between-tides/letter.md': article('From the editor', links?.text),
        'content/between-tides/the-eel-at-the-sluice.md': article(
          'The eel',
          '## Half the day on the bottom\n\nWords.',
        ),
        'content/between-tides/the-bell-at-the-bar.md': article('The bell'),
        'content/between-tides/the-moons-of-july.md': article('The moons'),
      },
      formats: ['email', 'web'],
    })
    expect(said.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([])
  })
})
