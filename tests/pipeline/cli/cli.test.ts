import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { version } from '../../../pipeline/version.js'
import { temporaryFolder, trifold } from '../../support/cli.js'

const article = '---\ntitle: T\ndate: 2026-05-31\n---\n\n![](data:image/png;base64,AAAA)\n\n# Shifted\n'

function publication(): string {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, 'trifold.yaml'), 'name: N\nlang: en\naddress: 1 Street\n')
  mkdirSync(join(cwd, 'content'))
  writeFileSync(join(cwd, 'content/a.md'), article)
  writeFileSync(join(cwd, 'content/b.md'), '---\ntitle: B\ndraft: true\n---\n\nNot yet.\n')
  writeFileSync(join(cwd, 'content/_c.md'), 'Not published.\n')
  return cwd
}

describe('trifold', () => {
  test('says its version, and its help with every command', async () => {
    const cwd = temporaryFolder()
    expect(await trifold(['--version'], { cwd })).toEqual({ code: 0, stdout: `${version()}\n`, stderr: '' })
    const help = await trifold(['--help'], { cwd })
    expect(help).toMatchObject({ code: 0, stderr: '' })
    for (const command of ['build', 'doctor', 'browser']) expect(help.stdout).toContain(`\n  ${command}`)
  })

  test('builds the content folder: what was written on one stream, what was found on the other', async () => {
    const cwd = publication()
    const called = await trifold(['build', '-f', 'epub,web'], { cwd })
    expect(called.code).toBe(0)
    expect(called.stdout).toMatch(
      /^content\/a\.md → dist\/a\n {2}a\.epub {2}[\d.]+ KB\n {2}index\.html {2}[\d.]+ KB\n {2}images\/ {2}1 picture\nN → dist\n {2}index\.html\n$/,
    )
    expect(called.stderr).toMatch(/^content\/a\.md:6:1 {2}warning {2}.* {2}image-alt$/m)
    expect(called.stderr).toContain('content/b.md is a draft and was left out')
    expect(called.stderr).toMatch(/1 issue built, 1 draft left out in [\d.]+ s; 2 warnings\n$/)
    expect(called.stderr).not.toContain('heading-shifted')
    expect(called.stderr).not.toContain('\u001B')
    expect(existsSync(join(cwd, 'dist/b'))).toBe(false)
    expect(existsSync(join(cwd, 'dist/_c'))).toBe(false)
  })

  test('is told to say less, or more', async () => {
    const cwd = publication()
    expect(await trifold(['build', '-f', 'web', '--quiet'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    expect((await trifold(['build', '-f', 'web', '--verbose'], { cwd })).stderr).toMatch(
      /info {2}.* {2}heading-shifted/,
    )
  })

  test('with --strict a warning stops the renditions', async () => {
    const cwd = publication()
    const called = await trifold(['build', '-f', 'web', '--strict'], { cwd })
    expect(called.code).toBe(1)
    expect(called.stderr).toMatch(/error {2}.* {2}image-alt/)
    expect(existsSync(join(cwd, 'dist/a/index.html'))).toBe(false)
  })

  test('with --json messages are lines of JSON, and nothing else is on standard output', async () => {
    const cwd = publication()
    const called = await trifold(['build', '-f', 'web', '--json'], { cwd })
    const messages = called.stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(messages).toContainEqual({
      file: 'content/a.md',
      line: 6,
      column: 1,
      severity: 'warning',
      reason: expect.stringContaining('alternative text'),
      rule: 'image-alt',
      url: 'docs/rules.md#image-alt',
    })
    expect(called.stderr).toBe('')
  })

  test('leaves what it found as SARIF where that is asked for', async () => {
    const cwd = publication()
    const called = await trifold(['build', '-f', 'web', '--sarif', 'out/found.sarif'], { cwd })
    expect(called).toMatchObject({ code: 0, stdout: expect.stringMatching(/\nout\/found\.sarif\n$/) })
    const [run] = JSON.parse(readFileSync(join(cwd, 'out/found.sarif'), 'utf8')).runs
    expect(run.results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('image-alt')
    writeFileSync(join(cwd, 'trifold.yaml'), 'name: N\nlnag: en\n')
    expect((await trifold(['build', '--sarif', 'config.sarif'], { cwd })).code).toBe(2)
    expect(JSON.parse(readFileSync(join(cwd, 'config.sarif'), 'utf8')).runs[0].results).toMatchObject([
      {
        ruleId: 'config-key',
        locations: [
          { physicalLocation: { artifactLocation: { uri: 'trifold.yaml' }, region: { startLine: 2 } } },
        ],
      },
    ])
    writeFileSync(join(cwd, 'trifold.yaml'), 'name: N\n')
    const refused = await trifold(['build', '-f', 'web', '--sarif', 'content/a.md/found.sarif'], { cwd })
    expect(refused.code).toBe(2)
    expect(refused.stderr).toMatch(/error {2}Cannot write .*a folder above it is a file {2}output-unwritable/)
  })

  test('reads standard input, and writes where it is told', async () => {
    const cwd = publication()
    const called = await trifold(['build', '-', '-f', 'web', '-o', 'out'], {
      cwd,
      input: '---\nslug: piped\ntitle: T\n---\n\nWords.\n',
    })
    expect(called.code).toBe(0)
    expect(readFileSync(join(cwd, 'out/piped/index.html'), 'utf8')).toContain('Words.')
    expect(existsSync(join(cwd, 'dist'))).toBe(false)
  })

  test('finds the config from a folder below, and takes one by name', async () => {
    const cwd = publication()
    writeFileSync(join(cwd, 'other.yaml'), 'name: Other\nlang: de\naddress: 1 Weg\noutput: anders\n')
    expect((await trifold(['build', 'a.md', '-f', 'web'], { cwd: join(cwd, 'content') })).code).toBe(0)
    expect(existsSync(join(cwd, 'dist/a/index.html'))).toBe(true)
    expect((await trifold(['build', 'content/a.md', '-f', 'web', '-c', 'other.yaml'], { cwd })).code).toBe(0)
    expect(readFileSync(join(cwd, 'anders/a/index.html'), 'utf8')).toContain('lang="de"')
  })

  test('a config with a fault is told with its place, and nothing is built', async () => {
    const cwd = publication()
    writeFileSync(join(cwd, 'trifold.yaml'), 'name: N\nlnag: en\n')
    const called = await trifold(['build', '-f', 'web'], { cwd })
    expect(called.code).toBe(2)
    expect(called.stderr).toMatch(/trifold\.yaml:2:1 {2}error {2}.*lang.* {2}config-key/)
    expect(existsSync(join(cwd, 'dist'))).toBe(false)
    const told = await trifold(['build', '--json'], { cwd })
    expect(JSON.parse(told.stdout)).toMatchObject({ line: 2, severity: 'error', rule: 'config-key' })
    expect(told.stderr).toBe('')
  })

  test('outside a publication an article is built by our defaults, with a warning for the address', async () => {
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, 'a.md'), '---\ntitle: T\ndate: 2026-05-31\n---\n\nWords.\n')
    const called = await trifold(['build', 'a.md', '-f', 'web'], { cwd })
    expect(called.code).toBe(0)
    expect(called.stderr).toMatch(/warning {2}.* {2}postal-address/)
    expect(existsSync(join(cwd, 'dist/a/index.html'))).toBe(true)
  })

  test('stopped by its person, it says so and leaves nothing half-made', async () => {
    const cwd = publication()
    const stop = new AbortController()
    stop.abort(new Error('stopped'))
    const called = await trifold(['build', '-f', 'epub'], { cwd, signal: stop.signal })
    expect(called).toMatchObject({ code: 130, stderr: expect.stringContaining('Stopped.') })
    expect(existsSync(join(cwd, 'dist'))).toBe(false)
  })

  test('what an article says cannot write to the terminal', async () => {
    const cwd = publication()
    writeFileSync(
      join(cwd, 'content/a.md'),
      '---\ntitle: T\n---\n\n[x](javascript:\\u001b[31m)\n\n![a](\u001b[31mred.png)\n',
    )
    expect((await trifold(['build', '-f', 'web'], { cwd })).stderr).not.toContain('\u001B')
  })

  test('the doctor says what is there', async () => {
    const called = await trifold(['doctor'], { cwd: publication() })
    expect(called.stdout).toMatch(/✓ node +Node \d+/)
    expect(called.stdout).toMatch(/✓ publication +N \(/)
    expect(called.stdout).toMatch(/✓ browser +.*Chrom/)
    expect(called.code).toBe(0)
  })

  test('the doctor says what is missing, and how to mend it', async () => {
    const called = await trifold(['doctor', '--browser', '/no/such/browser'], { cwd: temporaryFolder() })
    expect(called.stdout).toMatch(/✗ browser +.*\/no\/such\/browser.*\n.*→/)
    expect(called.code).toBe(2)
  })
})
