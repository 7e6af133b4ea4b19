import { describe, expect, it } from 'vitest'
import type { RunFindings } from '../../../pipeline/report/run.js'
import { sarifLog } from '../../../pipeline/report/sarif/sarif.js'
import { writeSarif } from '../../../pipeline/report/write-reports.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { sarifFaults } from '../../support/sarif-faults.js'
import { checkedPublication } from './checked-publication.js'

const config = `name: Slack Water
lang: en
address: 4 Custom House Lane
formats: [web]
check: { rules: { image-alt: error, title-long: 'off', heading-shifted: warning } }
`
const front = '---\ntitle: The mill\ndate: 2026-03-20\n---\n\n'
const picture = '![](data:image/png;base64,AAAA)'
const text = `${front}<!-- trifold-ignore image-alt: the words say it -->\n\n${picture}\n\nWords.\n\n  ${picture}\n\n${picture}\n\n# Shifted\n\nWords with <input> in them.\n`

const found = async (article: string, name = 'the-mill.md'): Promise<RunFindings> =>
  (await checkedPublication({ [name]: article }, { config })).run

const logOf = (run: RunFindings) => sarifLog(run, { cwd: '/p', root: '/p' }).runs[0]

describe('a SARIF log', () => {
  it('is valid by the schema, and the schema finds faults', async () => {
    const log = sarifLog(await found(text), { cwd: '/p', root: '/p' })
    expect(sarifFaults(log)).toEqual([])
    expect(sarifFaults({ ...log, version: '3' })).not.toEqual([])
  })

  it('has a finding at its line, by the severity that it has here', async () => {
    const { results, tool } = logOf(await found(text))
    const dropped = results.find(({ ruleId }) => ruleId === 'html-dropped')
    expect(dropped).toMatchObject({
      level: 'warning',
      message: { text: expect.stringContaining('<input>') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/the-mill.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 18, startColumn: 12, endLine: 18, endColumn: 19 },
          },
        },
      ],
    })
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    expect(results.find(({ ruleId }) => ruleId === 'image-alt')?.level).toBe('error')
    expect(results.find(({ ruleId }) => ruleId === 'heading-shifted')?.level).toBe('warning')
  })

  it('says what the config changed of the rules', async () => {
    const { invocations, tool } = logOf(await found(text))
    const at = (id: string) => tool.driver.rules.findIndex(rule => rule.id === id)
    expect(invocations[0].ruleConfigurationOverrides).toEqual([
      { descriptor: { id: 'title-long', index: at('title-long') }, configuration: { enabled: false } },
      {
        descriptor: { id: 'heading-shifted', index: at('heading-shifted') },
        configuration: { level: 'warning' },
      },
      { descriptor: { id: 'image-alt', index: at('image-alt') }, configuration: { level: 'error' } },
    ])
  })

  it('keeps what a comment silences, with the reason and the place of the comment', async () => {
    const { results } = logOf(await found(text))
    const silenced = results.filter(({ suppressions }) => suppressions && suppressions.length > 0)
    expect(silenced).toHaveLength(1)
    expect(silenced[0]).toMatchObject({
      ruleId: 'image-alt',
      suppressions: [
        {
          kind: 'inSource',
          justification: 'the words say it',
          location: { physicalLocation: { region: { startLine: 6 } } },
        },
      ],
    })
    // All have the property where one has (3.27.23).
    expect(results.every(({ suppressions }) => suppressions !== undefined)).toBe(true)
  })

  it('knows a finding again when lines are put in above it', async () => {
    const fingerprints = async (article: string) =>
      logOf(await found(article)).results.map(({ partialFingerprints }) => partialFingerprints)
    const before = await fingerprints(text)
    expect(await fingerprints(text.replace('Words.\n', 'Words.\n\nMore of them.\n\nAnd more.\n'))).toEqual(
      before,
    )
    expect(new Set(before.map(each => JSON.stringify(each))).size).toBe(before.length)
  })

  it('has addresses from the repository, and no other path', async () => {
    const run = await found(text, 'the mill, in 619.md')
    const world = memoryWorld({ files: { '/repository/.git/HEAD': 'ref' } })
    await writeSarif('/out/a.sarif', run, '/repository/letters', world.files)
    const written = new TextDecoder().decode(world.files.all().get('/out/a.sarif'))
    expect(written).toContain('"uri": "letters/content/the%20mill%2C%20in%20619.md"')
    expect(written).not.toMatch(/"\/|file:/)
    await writeSarif(
      '/out/b.sarif',
      await found(text, 'the mill, in 619.md'),
      '/repository/letters',
      world.files,
    )
    expect(world.files.all().get('/out/b.sarif')).toEqual(world.files.all().get('/out/a.sarif'))
  })

  it('tells of checks that could not be made, and of what has no place', async () => {
    const run = await found(text)
    const [message] = run.messages
    if (!message) throw new Error('Nothing was found')
    const skipped = Object.assign(message, { ruleId: 'check-skipped', file: '<stdin>' })
    const log = sarifLog({ ...run, messages: [skipped], skipped: [skipped] }, { cwd: '/p', root: '/p' })
    expect(sarifFaults(log)).toEqual([])
    expect(log.runs[0].results[0]?.locations).toEqual([])
    expect(log.runs[0].invocations[0].toolExecutionNotifications).toHaveLength(1)
  })
})
