import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/cli.js'
import { type Compiled, compiled } from '../support/compiled.js'
import { groupOf, processes, type Running, renderersOf } from '../support/processes.js'

let program: Compiled
beforeAll(() => {
  program = compiled()
})
afterAll(() => program.remove())

const words = (paragraphs: number) =>
  'Some words of a paragraph, and more. '.repeat(12).concat('\n\n').repeat(paragraphs)

/** A long article and two short ones, in the order of their names. */
function publication(paragraphs: number): string {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  writeFileSync(join(cwd, 'trifold.yaml'), 'name: N\nlang: en\naddress: 1 Street\n')
  for (const [slug, count] of [
    ['a', paragraphs],
    ['b', 3],
    ['c', 3],
  ] as const)
    writeFileSync(
      join(cwd, `content/${slug}.md`),
      `---\ntitle: ${slug}\ndate: 2026-05-31\n---\n\n${words(count)}`,
    )
  return cwd
}

interface Building {
  readonly child: ChildProcess
  /** What it has said up to now. */
  said(): string
  /** Its code or signal, and what it said. */
  readonly ended: Promise<{ readonly code: number | string | null; readonly said: string }>
}

function build(cwd: string, ...flags: string[]): Building {
  const temporary = join(cwd, 'tmp')
  mkdirSync(temporary)
  const child = spawn(process.execPath, [program.command, 'build', '-f', 'pdf', ...flags], {
    cwd,
    env: { ...process.env, TMPDIR: temporary },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk
    })
  const ended = new Promise<{ code: number | string | null; said: string }>(resolve => {
    child.once('close', (code, signal) => resolve({ code: code ?? signal, said }))
  })
  return { child, ended, said: () => said }
}

/** The browser of a build, by the group that it leads, once it draws something. */
async function browserOf(building: Building): Promise<number> {
  while (building.child.exitCode === null) {
    const drawing = browsersOf(building).find(({ pid }) => renderersOf(pid).some(isBusy))
    if (drawing) return drawing.pid
    await setTimeout(10)
  }
  throw new Error('It ended before its browser drew')
}

/** The leaders of the browsers that a build started: nobody else's are ever touched. */
const browsersOf = ({ child }: Building) =>
  processes().filter(({ pid, group }) => pid === group && numberIn(pid, 1) === child.pid)

/** A renderer that has done more than to start. */
const isBusy = (renderer: Running) => workOf(renderer) > 30

/** How long a process has worked, in hundredths of a second. */
const workOf = ({ pid }: Running) => numberIn(pid, 11)

/** A field of a process's state, counted from the one after its name; -1 where it is gone. */
function numberIn(pid: number, field: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[field])
  } catch {
    return -1
  }
}

const pdfs = (cwd: string) =>
  ['a', 'b', 'c'].filter(slug => existsSync(join(cwd, `dist/${slug}/${slug}.pdf`)))

describe.skipIf(process.platform !== 'linux')('a build whose browser', () => {
  test.each([
    [
      'is killed by its id',
      (leader: number) =>
        killAll(
          groupOf(leader).filter(({ command }) => !command.includes('--type=')),
          'SIGKILL',
        ),
    ],
    ['loses its renderers', (leader: number) => killAll(renderersOf(leader), 'SIGKILL')],
    ['stops for good', (leader: number) => killAll(groupOf(leader), 'SIGSTOP')],
  ])('%s makes every PDF all the same', async (_, strike) => {
    const cwd = publication(2500)
    const building = build(cwd)
    const leader = await browserOf(building)
    strike(leader)
    const { code, said } = await building.ended
    expect(said).not.toMatch(/\n\s+at |did not expect|ECONNRESET/)
    expect(code, said).toBe(0)
    expect(pdfs(cwd)).toEqual(['a', 'b', 'c'])
    await expect.poll(() => groupOf(leader), { timeout: 10_000 }).toEqual([])
    expect(leftBehind(cwd)).toEqual([])
  })

  test('dies at the same article each time fails that alone, in words', async () => {
    const cwd = publication(6000)
    const building = build(cwd)
    const struck = new Set<number>()
    while (building.child.exitCode === null) {
      // Only the long article keeps a renderer at work for so long: what prints the others is let be.
      const printing = browsersOf(building).filter(({ pid }) =>
        renderersOf(pid).some(renderer => workOf(renderer) > 100),
      )
      for (const { pid } of printing) {
        struck.add(pid)
        killAll(groupOf(pid), 'SIGKILL')
      }
      await setTimeout(10)
    }
    const { code, said } = await building.ended
    expect(said).not.toMatch(/\n\s+at |did not expect|ECONNRESET/)
    expect(struck.size, said).toBe(2)
    expect(code, said).toBe(1)
    expect(said).toMatch(
      /content\/a\.md {2}error {2}The .* another browser fared no better; .* {2}browser-failed/,
    )
    expect(said.match(/browser-failed/g)).toHaveLength(1)
    expect(pdfs(cwd)).toEqual(['b', 'c'])
    expect(leftBehind(cwd)).toEqual([])
  })
})

describe.skipIf(process.platform !== 'linux')('a build that is ended', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    'by %s leaves no process behind',
    async signal => {
      const cwd = publication(4000)
      const building = build(cwd)
      const leader = await browserOf(building)
      building.child.kill(signal)
      const { said } = await building.ended
      expect(said).not.toMatch(/\n\s+at |did not expect/)
      await expect.poll(() => groupOf(leader), { timeout: 10_000 }).toEqual([])
      // Nobody is left to clear up after the last two.
      if (signal === 'SIGINT' || signal === 'SIGTERM') expect(leftBehind(cwd)).toEqual([])
      expect(pdfs(cwd)).not.toContain('a')
    },
  )

  test('while its browser hangs leaves none either', async () => {
    const cwd = publication(4000)
    const building = build(cwd)
    const leader = await browserOf(building)
    killAll(groupOf(leader), 'SIGSTOP')
    building.child.kill('SIGTERM')
    expect((await building.ended).code).toBe(130)
    await expect.poll(() => groupOf(leader), { timeout: 10_000 }).toEqual([])
  })
})

describe.skipIf(process.platform !== 'linux')('a watch that waits', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('ends by %s, done, with its browser', async signal => {
    const cwd = publication(3)
    const building = build(cwd, '--watch')
    await expect.poll(building.said, { timeout: 60_000 }).toContain('Waiting for changes')
    const leaders = browsersOf(building).map(({ pid }) => pid)
    expect(leaders).not.toEqual([])
    building.child.kill(signal)
    const { code, said } = await building.ended
    expect(code, said).toBe(0)
    expect(said).not.toMatch(/\n\s+at |did not expect/)
    for (const leader of leaders) await expect.poll(() => groupOf(leader), { timeout: 10_000 }).toEqual([])
    expect(leftBehind(cwd)).toEqual([])
    expect(pdfs(cwd)).toEqual(['a', 'b', 'c'])
  })

  test('prints with another browser when its own has died', async () => {
    const cwd = publication(3)
    const building = build(cwd, '--watch')
    await expect.poll(building.said, { timeout: 60_000 }).toContain('Waiting for changes')
    for (const { pid } of browsersOf(building)) killAll(groupOf(pid), 'SIGKILL')
    writeFileSync(join(cwd, 'content/b.md'), `---\ntitle: b\ndate: 2026-05-31\n---\n\n${words(4)}`)
    await expect.poll(building.said, { timeout: 60_000 }).toContain('content/b.md built again')
    building.child.kill('SIGINT')
    const { code, said } = await building.ended
    expect(code, said).toBe(0)
    expect(said).not.toMatch(/error/)
  })
})

/** Only processes of a browser that a build of this file started. */
function killAll(running: readonly Running[], signal: NodeJS.Signals): void {
  for (const { pid } of running)
    try {
      process.kill(pid, signal)
    } catch {
      // It was gone already.
    }
}

/** Profiles that a browser did not take with it. */
const leftBehind = (cwd: string) =>
  execFileSync('ls', [join(cwd, 'tmp')], { encoding: 'utf8' })
    .split('\n')
    .filter(name => name.startsWith('puppeteer'))

test.each([
  ['stdout', ['--help'], 0],
  ['stderr', ['build', '--no-such-flag'], 2],
] as const)('goes on without a word where nobody reads its %s', async (closed, flags, code) => {
  const child = spawn(process.execPath, [program.command, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  child[closed].destroy()
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk
    })
  const ended = await new Promise(resolve => child.once('close', resolve))
  expect({ ended, said }).toEqual({ ended: code, said: '' })
})
