import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findBrowser } from '../../pipeline/browser/find.js'
import { nodeBrowserHost } from '../../pipeline/browser/host.js'
import { createPress } from '../../pipeline/press.js'
import { openBrowser } from '../support/browser.js'
import { temporaryFolder, trifold } from '../support/cli.js'

const article = (words: string, paragraphs: number) =>
  `---\ntitle: T\ndate: 2026-05-31\n---\n\n${`${words} `.repeat(60).concat('\n\n').repeat(paragraphs)}`

/** A browser that is killed some milliseconds after it was started. */
async function mortalBrowser(folder: string, milliseconds: number): Promise<string> {
  const real = await findBrowser(nodeBrowserHost())
  if (!real.found) throw new Error('This needs a browser')
  const name = real.kind === 'headless-shell' ? 'chromium-headless-shell' : 'chromium'
  const path = join(folder, name)
  writeFileSync(path, `#!${process.execPath}\n${killing(real.path, milliseconds)}`)
  chmodSync(path, 0o755)
  return path
}

/** A program that starts another with its pipes to puppeteer, and ends it and its children. */
const killing = (program: string, milliseconds: number) => `
const { spawn } = require('node:child_process')
const child = spawn(${JSON.stringify(program)}, process.argv.slice(2), {
  stdio: ['inherit', 'inherit', 'inherit', 3, 4],
  detached: true,
})
child.on('exit', code => process.exit(code ?? 1))
setTimeout(() => process.kill(-child.pid, 'SIGKILL'), ${milliseconds})
process.on('SIGTERM', () => process.kill(-child.pid, 'SIGKILL'))
`

function publication(): string {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  writeFileSync(join(cwd, 'trifold.yaml'), 'name: N\nlang: en\naddress: 1 Street\n')
  writeFileSync(join(cwd, 'content/a.md'), article('First words.', 5))
  return cwd
}

describe('a browser that dies', () => {
  // Before it answers, while it opens its page, while it prints some hundred pages.
  test.each([0, 50, 120, 250, 400, 700])('after %i ms leaves the earlier PDF, and says so', async delay => {
    const cwd = publication()
    expect((await trifold(['build', '-f', 'pdf,web'], { cwd })).code).toBe(0)
    const pdf = join(cwd, 'dist/a/a.pdf')
    const before = readFileSync(pdf)
    writeFileSync(join(cwd, 'content/a.md'), article('Other words that go on.', 1500))
    const browser = await mortalBrowser(cwd, delay)
    const called = await trifold(['build', '-f', 'pdf,web', '--browser', browser], { cwd })
    expect(called.stderr).not.toMatch(/\n\s+at |did not expect/)
    console.log(called.stderr)
    expect(called.stderr).toMatch(/ {2}error {2}.*[Bb]rowser.* {2}(?:browser-missing|browser-failed)\n/)
    expect([1, 2]).toContain(called.code)
    expect(readFileSync(pdf).equals(before)).toBe(true)
    const { formats } = JSON.parse(readFileSync(join(cwd, 'dist/a/report.json'), 'utf8'))
    expect([formats.pdf.state, formats.web.state]).toEqual(['stale', 'built'])
    expect(readFileSync(join(cwd, 'dist/a/index.html'), 'utf8')).toContain('Other words')
  })

  test('in the hands of its owner is told in the rendition', async () => {
    const browser = await openBrowser()
    const press = createPress({ config: { name: 'N', lang: 'en', address: '1 Street' }, browser })
    const read = await press.fromMarkdown(article('Words.', 1500))
    const rendering = press.render(read, 'pdf')
    const session = await browser.target().createCDPSession()
    // It crashes before it can answer.
    session.send('Browser.crash').catch(() => undefined)
    const { files, messages } = await rendering
    expect(files).toEqual([])
    expect(messages.map(({ fatal, reason }) => [fatal, reason])).toEqual([
      [true, expect.stringMatching(/[Bb]rowser/)],
    ])
    // What needs no browser is made all the same.
    expect((await press.render(read, 'web')).files.length).toBe(1)
    await press.close()
    await browser.close().catch(() => undefined)
  })
})
