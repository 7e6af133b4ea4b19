import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { reportedSilenced } from '../../pipeline/write/report.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { anImage } from '../support/rendering.js'
import { messagesOf } from './build.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/check.md')
const examples = examplesOf(page)
const of = (language: string) => examples.filter(example => example.language === language)
const [changed, refused] = of('yaml').map(({ text }) => text)
const [refusal, silencedLine] = of('text').map(({ text }) => text)
const markdown = of('markdown').map(({ text }) => text)
const head = '---\ntitle: The mill\ndate: 2026-03-20\n---\n\n'
const sound = 'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\n'

/** A publication with an article, and one picture. */
function publication(article: string, config = `${sound}formats: [web]\n`): string {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content/images'), { recursive: true })
  writeFileSync(join(cwd, 'trifold.yaml'), config)
  writeFileSync(join(cwd, 'content/the-mill.md'), article)
  writeFileSync(join(cwd, 'content/images/mill.png'), anImage.bytes)
  return cwd
}

describe('docs/check.md', () => {
  test('changes severities by its config', async () => {
    const said = await messagesOf({
      files: {
        'trifold.yaml': changed ?? '',
        'content/images/mill.png': anImage.bytes,
        'content/the-mill.md': `${head}![](images/mill.png)\n\n[A link](http://example.org/).\n`,
      },
      formats: ['email'],
    })
    const severities = new Map(said.map(({ ruleId, fatal }) => [ruleId, fatal]))
    expect(severities.get('image-alt')).toBe(true)
    expect(severities.has('preheader-missing')).toBe(false)
  })

  test('is refused what cannot be changed, in those words', async () => {
    const cwd = publication(head, refused)
    const { code, stderr } = await trifold(['check'], { cwd })
    expect({ code, stderr }).toEqual({ code: 2, stderr: refusal })
  })

  test.each(markdown)('silences: %s', async text => {
    const files = {
      'trifold.yaml': `${sound}email: { unsubscribe: https://slackwater.example.org/u }\n`,
      'content/images/mill.png': anImage.bytes,
      'content/the-mill.md':
        (text.includes('date-missing')
          ? head.replace(/^date.*\n/m, '')
          : head.replace('date', 'description: About it.\ndate')) + text,
    }
    const bare = text.replaceAll(/<!--.*?-->\n?/gs, '')
    const build = (article: string) =>
      messagesOf({ files: { ...files, 'content/the-mill.md': article }, formats: ['email'] })
    const article = files['content/the-mill.md']
    expect(await build(article.replace(text, bare))).not.toEqual([])
    expect((await build(article)).map(({ reason }) => reason)).toEqual([])
  })

  test('has a line of what is silenced as it is, and as JSON', async () => {
    const cwd = publication(head + markdown[0])
    const { stderr } = await trifold(['check', '--verbose'], { cwd })
    expect(stderr).toContain(silencedLine)
    expect(stderr).toMatch(/1 silenced\n$/)
    const { stdout } = await trifold(['check', '--verbose', '--json'], { cwd })
    const silenced = stdout.split('\n').find(line => line.includes('because'))
    const example = JSON.parse(of('json')[0]?.text ?? '')
    expect(JSON.parse(silenced ?? '')).toEqual({
      ...example,
      reason: expect.stringContaining('Unexpected image'),
    })
    expect((await trifold(['check'], { cwd })).stderr).not.toContain('silenced  ')
  })

  test('keeps what is silenced in report.json', async () => {
    const cwd = publication(head + markdown[0])
    expect((await trifold(['build'], { cwd })).code).toBe(0)
    const report = JSON.parse(readFileSync(join(cwd, 'dist/the-mill/report.json'), 'utf8'))
    expect(report.messages).toEqual([])
    expect(report.silenced).toMatchObject([
      { rule: 'image-alt', because: 'the map is described in the text' } satisfies Partial<
        ReturnType<typeof reportedSilenced>
      >,
    ])
  })

  test.each(of('sh').flatMap(({ text }) => text.trimEnd().split('\n')))('%s', async line => {
    const cwd = publication(`${head}Words.\n`)
    const argv = line.split(' ').slice(1)
    // One format, and no browser: the pictures have a proof of their own.
    expect((await trifold([...argv, '--browser', '/none'], { cwd })).code).toBe(0)
    const asked = argv.filter(word => /\.(?:sarif|html)$/.test(word))
    for (const file of asked) expect(existsSync(join(cwd, file))).toBe(true)
    expect(existsSync(join(cwd, 'dist'))).toBe(false)
  })
})
