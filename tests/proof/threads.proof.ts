import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/cli.js'
import { type Compiled, compiled } from '../support/compiled.js'
import { processes } from '../support/processes.js'
import { smallPng } from '../support/small-png.js'

let program: Compiled
beforeAll(() => {
  program = compiled()
})
afterAll(() => program.remove())

const config =
  'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nurl: https://example.org/letters\nemail: { unsubscribe: https://example.org/u }\n'

/** Twenty articles of all kinds: with pictures, formulas and covers, with faults, a draft, two of one slug. */
async function publication(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  const files: Record<string, string | Uint8Array> = { 'trifold.yaml': config, ...more }
  files['content/mill.png'] = await smallPng('#336699', 1200)
  for (let number = 1; number <= 20; number++) {
    const keys = number === 7 ? 'draft: true\n' : number > 18 ? 'slug: same\n' : ''
    const body = [
      `Words of ${number}, and more.[^n]`,
      number % 3 === 0 ? '![A mill by the water](mill.png)' : '![](gone.png)',
      number % 4 === 0 ? 'So $x^2 + y_{3}$ it is.' : '## A heading',
      '[^n]: A note.',
    ].join('\n\n')
    files[`content/a${String(number).padStart(2, '0')}.md`] =
      `---\ntitle: Number ${number}\ndate: 2026-03-20\ndescription: About it.\n${keys}---\n\n${body.repeat(1 + (number % 5))}\n`
  }
  for (const [path, content] of Object.entries(files)) writeFileSync(join(cwd, path), content)
  return cwd
}

/** Builds in so many threads, and says what came of it. */
async function build(cwd: string, jobs: number, ...more: string[]) {
  const argv = [program.command, 'build', '-j', String(jobs), '-o', `dist${jobs}`, ...more]
  const child = spawn(process.execPath, argv, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', chunk => {
    stdout += chunk
  })
  child.stderr.on('data', chunk => {
    stderr += chunk
  })
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  return {
    code,
    stdout: stdout.replaceAll(`dist${jobs}`, 'dist'),
    stderr: stderr.replace(/in [\d.]+ s/, 'in 0 s').replaceAll(`dist${jobs}`, 'dist'),
  }
}

/** Every file below a folder, by its path. */
function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(path => statSync(join(folder, path)).isFile())
      .sort()
      .map(path => [path, readFileSync(join(folder, path), 'base64')]),
  )
}

describe('several threads', () => {
  test('write the same bytes and tell the same in the same order as one', async () => {
    const cwd = await publication()
    const one = await build(cwd, 1)
    const four = await build(cwd, 4)
    expect(one.stderr).toContain('slug-taken')
    expect(one.stdout.match(/→ dist/g)?.length).toBeGreaterThan(15)
    expect(four).toEqual(one)
    const files = filesIn(join(cwd, 'dist1'))
    expect(Object.keys(files).filter(path => path.endsWith('.pdf')).length).toBeGreaterThan(15)
    expect(filesIn(join(cwd, 'dist4'))).toEqual(files)
  })

  test('read a config that is a program each for themselves', async () => {
    const cwd = await publication({
      'trifold.config.mjs':
        "export default { name: 'N', lang: 'en', address: '1 Street', formats: ['web'], templates: { web: { layout: { footer: () => [{ type: 'element', tagName: 'footer', properties: {}, children: [{ type: 'text', value: 'Ours' }] }] } } } }\n",
    })
    const argv = ['-c', 'trifold.config.mjs']
    const one = await build(cwd, 1, ...argv)
    expect(await build(cwd, 3, ...argv)).toEqual(one)
    const files = filesIn(join(cwd, 'dist1'))
    expect(Buffer.from(files['a03/index.html'] ?? '', 'base64').toString()).toContain('<footer>Ours</footer>')
    expect(filesIn(join(cwd, 'dist3'))).toEqual(files)
  })

  test('end with their browser when they are stopped', async () => {
    const cwd = await publication()
    const argv = [program.command, 'build', '-j', '3', '-o', 'dist3']
    const temporary = join(cwd, 'tmp')
    mkdirSync(temporary)
    const child = spawn(process.execPath, argv, {
      cwd,
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: temporary },
    })
    const ofIt = () =>
      processes().filter(({ command, state }) => state !== 'Z' && command.includes(temporary))
    const ended = new Promise(resolve => child.once('close', resolve))
    while (!filesThere(cwd)) await setTimeout(20)
    expect(ofIt()).not.toEqual([])
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    await expect.poll(ofIt, { timeout: 10_000 }).toEqual([])
    const left = Object.keys(filesIn(join(cwd, 'dist3')))
    expect(left.filter(path => path.includes('.trifold-'))).toEqual([])
    expect((await build(cwd, 3)).code).toBe(1)
    const whole = filesIn(join(cwd, 'dist3'))
    await build(cwd, 1)
    expect(whole).toEqual(filesIn(join(cwd, 'dist1')))
  })
})

function filesThere(cwd: string): boolean {
  try {
    return readdirSync(join(cwd, 'dist3')).length > 2
  } catch {
    return false
  }
}
