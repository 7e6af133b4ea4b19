import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../../pipeline/check/rules.js'
import { type Severities, settle } from '../../../pipeline/check/settle.js'
import { finding, severityOf } from '../../../pipeline/messages.js'
import { createPress } from '../../../pipeline/press.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { temporaryFolder, trifold } from '../../support/cli.js'
import { memoryPublication } from '../../support/memory-publication.js'

const article = '---\ntitle: The mill\ndate: 2026-03-20\n---\n\n# Shifted\n\n![](gone.png)\n'
const config = (said: string) =>
  `name: Slack Water\nlang: en\naddress: 4 Custom House Lane\ncheck:\n  rules: { ${said} }\n`

/** What a build of the web page says and writes where a config changes rules. */
async function built(said: string, options: { readonly strict?: boolean } = {}) {
  const publication = memoryPublication({ 'trifold.yaml': config(said), 'content/the-mill.md': article })
  const { messages } = await publication.build([], ['web'], options)
  const weights = Object.fromEntries(messages.map(message => [message.ruleId, severityOf(message)]))
  return { weights, isBuilt: publication.files('dist').includes('the-mill/index.html') }
}

describe('a config', () => {
  it('leaves what it does not name', async () => {
    expect(await built('title-long: error')).toEqual({
      weights: { 'heading-shifted': 'info', 'image-alt': 'warning', 'image-missing': 'warning' },
      isBuilt: true,
    })
  })

  it('raises a rule of the source, which stops the formats', async () => {
    const { weights, isBuilt } = await built('image-alt: error')
    expect(weights['image-alt']).toBe('error')
    expect(isBuilt).toBe(false)
  })

  it('raises a rule of the pictures, which stops the formats', async () => {
    expect((await built('image-missing: error')).isBuilt).toBe(false)
  })

  it('lowers a rule, which then stops nothing when it is strict, and turns one off', async () => {
    const said = 'image-alt: info, image-missing: off, heading-shifted: warning'
    expect(await built(said, { strict: true })).toEqual({
      weights: { 'image-alt': 'info', 'heading-shifted': 'error' },
      isBuilt: false,
    })
    expect((await built('image-alt: info, image-missing: off', { strict: true })).isBuilt).toBe(true)
  })

  it('lowers an error, and the format is made', async () => {
    const files = {
      'trifold.yaml': config('front-matter-value: warning'),
      'content/the-mill.md': '---\ntitle: The mill\ndate: some day\n---\n\nWords.\n',
    }
    const publication = memoryPublication(files)
    const { messages } = await publication.build([], ['web'])
    expect(messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toContainEqual(['front-matter-value', false])
    expect(publication.files('dist')).toContain('the-mill/index.html')
  })

  it('is heard by the command, in messages, exit code and report.json', async () => {
    const cwd = temporaryFolder()
    mkdirSync(join(cwd, 'content'))
    writeFileSync(join(cwd, 'trifold.yaml'), config('image-alt: error, image-missing: off'))
    writeFileSync(join(cwd, 'content/the-mill.md'), article)
    const raised = await trifold(['build', '-f', 'web'], { cwd })
    expect(raised).toMatchObject({ code: 1, stderr: expect.stringMatching(/ error .* image-alt\n/) })
    expect(raised.stderr).not.toContain('image-missing')
  })

  it('is heard by an import', async () => {
    const cwd = temporaryFolder()
    writeFileSync(
      join(cwd, 'pasted.txt'),
      'The tide mill\n\nBy Ishbel Tarrant\n\nIt stood for a hundred years.\n',
    )
    const said = async (rules: string) => {
      writeFileSync(join(cwd, 'trifold.yaml'), config(rules))
      const { code, stdout } = await trifold(['import', 'pasted.txt', '-o', 'out', '--force', '--json'], {
        cwd,
      })
      return { code, severities: [...new Set(stdout.match(/"severity":"\w+"/g))] }
    }
    expect(await said('title-long: info')).toEqual({ code: 0, severities: ['"severity":"info"'] })
    expect(await said('import-guess: warning')).toEqual({ code: 0, severities: ['"severity":"warning"'] })
    expect(await said('import-guess: off')).toEqual({ code: 0, severities: [] })
    expect((await said('import-guess: error')).code).toBe(1)
  })

  it('is heard by the press', async () => {
    const press = createPress({
      config: { name: 'Slack Water', check: { rules: { 'image-alt': 'error', 'image-missing': 'off' } } },
      world: memoryWorld(),
    })
    const raised = await press.fromMarkdown(article)
    expect((await press.render(raised, 'web')).files).toEqual([])
    const silenced = await press.fromMarkdown(
      article.replace('![]', '<!-- trifold-ignore image-alt: no need -->\n\n![]'),
    )
    expect(silenced.silenced?.map(({ because }) => because)).toEqual(['no need'])
    expect((await press.render(silenced, 'web')).files).not.toEqual([])
    await press.close()
  })
})

describe('settling', () => {
  const at = { file: 'a.md', place: { line: 3, column: 1 } }
  it('leaves a fixed rule alone, whoever asks', () => {
    // The types and the readers of both let no such thing through.
    const severities: Severities = { ['image-outside' as 'image-alt']: 'off' }
    const block = { start: { line: 1, column: 1 }, end: { line: 9, column: 1 } }
    const ignores = [
      { file: 'a.md', rules: ['image-outside' as 'image-alt'], reason: 'no', place: block, block },
    ]
    const { messages, silenced } = settle([finding('image-outside', 'x', at)], { severities, ignores })
    expect(messages).toHaveLength(1)
    expect(silenced).toEqual([])
  })

  it('makes an error of what the config made a warning, where it is strict', () => {
    const terms = { severities: { 'heading-shifted': 'warning' }, strict: true } as const
    const { messages } = settle([finding('heading-shifted', 'x', at)], terms)
    expect(messages.map(severityOf)).toEqual(['error'])
  })

  it('is by the file, so that a comment of one article does not speak for another', () => {
    const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 9 } }
    const ignores = [{ file: 'b.md', rules: ['image-alt'], reason: 'no', place }] as const
    expect(settle([finding('image-alt', 'x', at)], { ignores }).silenced).toEqual([])
  })
})

it('says of every fixed rule why it is', () => {
  const fixed = Object.values(rules).filter(rule => rule.fixed !== undefined)
  expect(fixed.length).toBeGreaterThan(10)
  for (const { severity, fixed: why } of fixed) {
    expect(severity).toBe('error')
    expect(why).toMatch(/^[a-z].*[^.]$/)
  }
})

describe('what is found in several places', () => {
  it('is told once, and a comment silences it in one place only', async () => {
    const body =
      '[A](http://example.org/).\n\n<!-- trifold-ignore link-insecure: no https there -->\n\n[A](http://example.org/).\n\n[A](http://example.org/).\n'
    const head = '---\ntitle: The mill\ndate: 2026-03-20\ndescription: It is.\n---\n\n'
    const publication = memoryPublication({ 'content/the-mill.md': head + body })
    const { messages, issues } = await publication.build([], ['email'])
    const insecure = messages.filter(({ ruleId }) => ruleId === 'link-insecure')
    expect(insecure.map(({ line, reason }) => [line, / \(2 times\)$/.test(reason)])).toEqual([[7, true]])
    expect(issues[0]?.silenced.map(({ message }) => message.line)).toEqual([11])
  })
})
