import { describe, expect, test } from 'vitest'
import { repeated } from '../../scripts/bench/long-article.mjs'
import { pdfSection, pdfTables } from '../../scripts/bench/pdf-page.mjs'
import { run } from '../../scripts/bench/process.mjs'
import { withSections } from '../../scripts/bench/sections.mjs'

test('an article three times over has its front matter once, and notes of different names', () => {
  expect(repeated('---\ntitle: T\n---\nWords.[^a]\n\n[^a]: A note.\n', 3)).toBe(
    '---\ntitle: T\n---\n\nWords.[^a]\n\n[^a]: A note.\n\nWords.[^a-2]\n\n[^a-2]: A note.\n\nWords.[^a-3]\n\n[^a-3]: A note.\n',
  )
})

describe('sections of a page', () => {
  const page = '# P\n\nFirst.\n\n## A\n\na\n\n## B\n\nb\n'

  test.each([
    ['one of the same title is replaced', '## B\n\nnew\n', '# P\n\nFirst.\n\n## A\n\na\n\n## B\n\nnew\n'],
    ['a new one comes last', '## C\n\nc\n', '# P\n\nFirst.\n\n## A\n\na\n\n## B\n\nb\n\n## C\n\nc\n'],
    ['what stands first is replaced too', '# Q\n\n## A\n\nnew', '# Q\n\n## A\n\nnew\n\n## B\n\nb\n'],
  ])('%s', (_, made, whole) => {
    expect(withSections(page, made)).toBe(whole)
  })
})

describe('a process', () => {
  const node = (script: string, memory = false) =>
    run(process.execPath, ['-e', script], { cwd: process.cwd(), memory })

  test('tells how it ended', async () => {
    expect(await node('console.error("no"); process.exit(3)')).toMatchObject({ code: 3, stderr: 'no\n' })
    expect(await run('/no/such/program', [], { cwd: '/' })).toMatchObject({ code: null })
  })

  test.skipIf(process.platform !== 'linux')('tells how long a processor worked for it', async () => {
    const busy = 'const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end);'
    expect((await node(busy)).processor).toBeGreaterThanOrEqual(300)
    expect((await node('setTimeout(() => 0, 600)')).processor).toBeLessThan(590)
  })

  test.skipIf(process.platform !== 'linux')('tells the memory of what it starts, too', async () => {
    const hold = 'const b = Buffer.alloc(120e6, 1); setTimeout(() => b, 400)'
    const child = `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(hold)}])`
    const { peak, ownPeak } = await node(child, true)
    expect(peak).toBeGreaterThan(120e6)
    // Pages that other processes of Node have too count in parts.
    expect(ownPeak).toBeGreaterThan(4e6)
    expect(ownPeak).toBeLessThan(120e6)
    expect((await node('0')).peak).toBeUndefined()
  })
})

describe('the figures of the PDF', () => {
  const tables = [
    {
      title: 'One article',
      runs: 5,
      figures: [
        { name: 'Ours', milliseconds: 1234.5, pages: 4, bytes: 56_789, peak: 123_456_789 },
        { name: 'Theirs', version: '1.2', missing: 'not installed: apt-get install theirs' },
      ],
    },
  ]

  test('are a table on a terminal, with what is not installed', () => {
    expect(pdfTables(tables)).toBe(
      [
        'One article, medians of 5',
        '              milliseconds  pages   bytes  peak MB',
        'Ours                 1,235      4  56,789      123',
        'Theirs (1.2)  not installed: apt-get install theirs',
      ].join('\n'),
    )
  })

  test('are a section of the page, with the machine', () => {
    const circumstances = {
      processor: 'A processor',
      cores: 2,
      system: 'linux x64',
      node: 'v20.0.0',
      date: '2026-01-02',
      runs: 5,
      browser: 'Chromium 1',
      load: 1.6,
    }
    const section = pdfSection('an-article', tables, circumstances)
    expect(section).toContain('| Ours | 1,235 | 4 | 56,789 | 123 |')
    expect(section).toContain('| Theirs (1.2) | not installed: apt-get install theirs |  |  |  |')
    expect(section).toContain(
      '2026-01-02, A processor, 2 cores, linux x64, Node v20.0.0, Chromium 1; the ways take turns. On average 2 processes',
    )
  })
})
