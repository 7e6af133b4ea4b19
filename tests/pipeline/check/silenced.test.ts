import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkIssues } from '../../../pipeline/check-issues.js'
import { loadConfig } from '../../../pipeline/config/load.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { worded } from '../../support/article.js'
import { expectFile } from '../../support/expectation.js'

const fixtures = join(import.meta.dirname, '../../fixtures/silenced')

const config =
  'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nformats: [web]\nmergeTags: [name]\n'

async function checked(article: string, more = '', name = 'the-mill.md') {
  const files = { '/p/trifold.yaml': config + more, [`/p/content/${name}`]: article }
  const world = memoryWorld({ files })
  const { config: loaded } = await loadConfig(world, { folder: '/p' })
  const request = {
    config: loaded,
    paths: [`/p/content/${name}`],
    formats: loaded.formats,
    cwd: '/p',
    keep: true,
  }
  const { issues, messages } = await checkIssues(request, world)
  const page = issues[0]?.kept?.renditions[0]?.files.find(({ path }) => path === 'index.html')
  return {
    said: messages.map(worded),
    silenced: issues.flatMap(({ silenced }) =>
      silenced.map(({ message, because }) => `${worded(message)} (${because})`),
    ),
    page: new TextDecoder().decode(page?.bytes),
  }
}

const lines = (all: readonly string[]) => all.map(line => `${line}\n`).join('')

/** A folder is a case: an article, what is said of it, and what its comments silence. */
describe('comments silence', () => {
  it.each(readdirSync(fixtures))('%s', async name => {
    const file = (part: string) => join(fixtures, name, part)
    const { said, silenced, page } = await checked(readFileSync(file('input.md'), 'utf8'))
    expectFile(file('messages.txt'), lines(said))
    expectFile(file('silenced.txt'), lines(silenced))
    if (name !== 'code') expect(page).not.toContain('trifold-ignore')
  })

  it('in an HTML page', async () => {
    const page = `<h1>The mill</h1><p>Words and words.</p>
<!-- trifold-ignore image-missing: it comes later -->
<p><img src="gone.png" alt="A mill"></p>
<p><img src="gone-too.png" alt="A mill"> <!-- trifold-ignore-file date-missing: it has none --></p>`
    const { said, silenced } = await checked(page, '', 'the-mill.html')
    expect(said.filter(line => /image-missing|date-missing|ignore/.test(line))).toEqual([
      expect.stringMatching(/^4:4 warning image-missing .*gone-too/),
    ])
    expect(silenced).toEqual([
      expect.stringContaining('date-missing'),
      expect.stringMatching(/gone\.png.*\(it comes later\)$/),
    ])
  })

  it('what the config turned off, without being told that they are not needed', async () => {
    const article = readFileSync(join(fixtures, 'block/input.md'), 'utf8')
    const { said, silenced } = await checked(article, "check: { rules: { image-alt: 'off' } }\n")
    expect(said.filter(line => !line.includes('image-missing'))).toEqual([])
    expect(silenced).toEqual([])
  })
})
