import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { temporaryFolder } from '../support/cli.js'
import { type Compiled, compiled } from '../support/compiled.js'
import { editedAndBuilt } from '../support/edited-and-built.js'
import { issueOfMany } from '../support/issue-of-many.js'
import { anArticle } from '../support/memory-publication.js'
import { changes, type Edit, firstSources, randomEdit, type Sources } from '../support/random-edits.js'
import { seeded } from '../support/seeded.js'

let program: Compiled
beforeAll(() => {
  program = compiled()
})
afterAll(() => program.remove())

/** How a build ended. */
interface Built {
  readonly code: number | string | null
  readonly said: string
}

interface Building {
  readonly child: ChildProcess
  readonly ended: Promise<Built>
}

function start(cwd: string, cache: string, ...flags: string[]): Building {
  const child = spawn(process.execPath, [program.command, 'build', ...flags], {
    cwd,
    env: { ...process.env, TRIFOLD_CACHE_DIR: cache },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk
    })
  const ended = new Promise<Built>(resolve => {
    child.once('close', (code, signal) => resolve({ code: code ?? signal, said }))
  })
  return { child, ended }
}

async function build(cwd: string, cache: string, ...flags: string[]): Promise<string> {
  const { code, said } = await start(cwd, cache, ...flags).ended
  expect(code, said).toBe(0)
  expect(said).not.toMatch(/\n\s+at |did not expect/)
  return said
}

function write(cwd: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), content)
}

async function publication(sources?: Sources): Promise<string> {
  const cwd = temporaryFolder()
  for (const [path, content] of sources ?? (await firstSources())) write(cwd, path, content)
  return cwd
}

/** Every file below a folder, as text that holds each byte; drafts apart. */
function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return new Map(
    paths
      .filter(path => !isDraft(path))
      .sort()
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  )
}

const isDraft = (path: string) => basename(path).startsWith('.trifold-')

/** What a build makes of the sources of a publication that knows of no earlier one. */
async function madeAnew(cwd: string, ...flags: string[]): Promise<Map<string, string>> {
  const anew = temporaryFolder()
  cpSync(join(cwd, 'trifold.yaml'), join(anew, 'trifold.yaml'))
  cpSync(join(cwd, 'content'), join(anew, 'content'), { recursive: true })
  await build(anew, 'off', ...flags)
  return filesIn(join(anew, 'dist'))
}

describe('a build that is killed', () => {
  test.each([
    [3, 25, 1],
    [14, 8, 3],
  ])(
    'at any moment leaves nothing that the next takes for whole: %i issues, %i times, %i threads',
    async (issues, rounds, threads) => {
      const random = seeded(9 + threads)
      const cwd = await publication()
      for (let more = 3; more < issues; more++) write(cwd, `content/n${more}.md`, anArticle(`N${more}`))
      const flags = ['-j', String(threads)]
      const cache = join(temporaryFolder(), 'cache')
      const texts = ['First', 'Second', 'Third'].map(title =>
        anArticle(title).replace('---\n\n', '---\n\nOnce. '),
      )
      const expected: Map<string, string>[] = []
      const began = performance.now()
      for (const text of texts) {
        write(cwd, 'content/a.md', text)
        expected.push(await madeAnew(cwd, ...flags))
      }
      const long = (performance.now() - began) / texts.length
      const codes = new Set<Built['code']>()
      const struck = new Set<string>()
      for (let round = 0; round < rounds; round++) {
        const at = round % texts.length
        write(cwd, 'content/a.md', texts[at] ?? '')
        // What is written again must be written somewhere: now and then all of it.
        if (random() < 0.4) rmSync(join(cwd, 'dist'), { recursive: true, force: true })
        if (random() < 0.3) rmSync(cache, { recursive: true, force: true })
        const { child, ended } = start(cwd, cache, ...flags)
        const gone = setTimeout(random() * long).then(() => child.kill('SIGKILL'))
        const { code } = await ended
        codes.add(code)
        if (code === 'SIGKILL') struck.add(String(child.pid))
        await gone
        await build(cwd, cache, ...flags)
        expect(filesIn(join(cwd, 'dist')), `round ${round}`).toEqual(expected[at])
        expect(await build(cwd, cache, ...flags)).toContain(`0 issues built, ${issues} up to date`)
      }
      expect(codes).toContain('SIGKILL')
      // A build that was killed while it wrote, and no other, may leave a draft there for a minute.
      const drafts = readdirSync(join(cwd, 'dist'), { recursive: true }).map(String).filter(isDraft)
      expect(drafts.filter(path => !struck.has(basename(path).split('-')[1] ?? ''))).toEqual([])
    },
  )
})

describe('builds at once', () => {
  test.each([2, 4])('of one publication, %i of them, make what one makes', async count => {
    const cwd = await publication()
    const cache = join(temporaryFolder(), 'cache')
    const expected = await madeAnew(cwd)
    for (let round = 0; round < 2; round++) {
      if (round === 1) rmSync(join(cwd, 'dist'), { recursive: true })
      const builds = Array.from({ length: count }, () => build(cwd, cache))
      await Promise.all(builds)
      expect(filesIn(join(cwd, 'dist'))).toEqual(expected)
    }
    await build(cwd, cache)
    expect(filesIn(join(cwd, 'dist'))).toEqual(expected)
    expect(await build(cwd, cache)).toContain('0 issues built, 3 up to date')
  })

  test('of two publications with one cache do not meet', async () => {
    const [one, other] = [await publication(), await publication()]
    write(other, 'content/a.md', anArticle('Of the other'))
    write(other, 'trifold.yaml', `${readFileSync(join(one, 'trifold.yaml'), 'utf8')}description: Another\n`)
    const cache = join(temporaryFolder(), 'cache')
    const both = [one, other]
    const expected = await Promise.all(both.map(cwd => madeAnew(cwd)))
    await Promise.all(both.map(cwd => build(cwd, cache)))
    expect(both.map(cwd => filesIn(join(cwd, 'dist')))).toEqual(expected)
    // In each other's place nothing of one is taken for the other's.
    const elsewhere = ['-o', join(temporaryFolder(), 'out')]
    await build(one, cache, ...elsewhere)
    await build(other, cache, ...elsewhere)
    for (const [path, bytes] of expected[1] ?? [])
      expect(readFileSync(join(elsewhere[1] ?? '', path), 'latin1'), path).toBe(bytes)
  })
})

describe('a build after any edit', () => {
  test.each([2, 3, 4])('is as if there had been none before, by the random numbers of %i', async seed => {
    const { issues, upToDate } = await editedAndBuilt(seed, 60)
    // A cache that is never right proves nothing; an edit of the config touches every issue.
    expect(upToDate).toBeGreaterThan(issues / 6)
  })

  test('is so on a disk, with the command and a browser', async () => {
    const random = seeded(5)
    const sources = await firstSources()
    const cwd = await publication(sources)
    const cache = join(temporaryFolder(), 'cache')
    const before: Edit[] = [
      { what: 'all', sources, damaged: new Map(), formats: ['email', 'pdf', 'epub', 'web'] },
    ]
    await build(cwd, cache)
    let upToDate = 0
    for (let step = 0; step < 16; step++) {
      const last = before.at(-1)
      const dist = join(cwd, 'dist')
      const next = await randomEdit(random, before, [...filesIn(dist).keys()])
      for (const [path, content] of changes(last?.sources ?? new Map(), next.sources))
        if (content === undefined) rmSync(join(cwd, path), { force: true })
        else write(cwd, path, content)
      for (const [path, content] of next.damaged)
        if (content === undefined) rmSync(join(dist, path), { force: true })
        else write(dist, path, content)
      before.push(next)
      const anew = temporaryFolder()
      cpSync(cwd, anew, { recursive: true })
      const flags = ['-f', next.formats.join(',')]
      const about = before.map(({ what }) => what).join(', ')
      const made = await start(cwd, cache, ...flags).ended
      const expected = await start(anew, 'off', ...flags).ended
      expect(made.code, `${about}\n${made.said}`).toBe(expected.code)
      expect(filesIn(dist), about).toEqual(filesIn(join(anew, 'dist')))
      upToDate += Number(/(\d+) up to date/.exec(made.said)?.[1] ?? 0)
    }
    expect(upToDate).toBeGreaterThan(10)
  })
})

test('one article of sixty that changes has only the issue printed, and drawn nothing', async () => {
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const { publication, build } = await issueOfMany(60, browser)
  const formats = ['email', 'pdf', 'epub', 'web'] as const
  expect(await build(formats)).toEqual({
    built: ['alone', 'whole'],
    read: 61,
    taken: {},
    made: { picture: 60, cover: 4, thumbnail: 2, PDF: 2, EPUBCheck: 2 },
  })
  await publication.write(
    'content/whole/n7.md',
    `${anArticle('N7')}More.\n\n![A mill by the water](n7.png)\n`,
  )
  expect(await build(formats)).toEqual({
    built: ['whole'],
    read: 60,
    taken: { picture: 60, cover: 2, thumbnail: 1 },
    made: { PDF: 1, EPUBCheck: 1 },
  })
})

test('a build without a cache keeps nothing anywhere', async () => {
  const cwd = await publication()
  const home = temporaryFolder()
  const child = spawn(process.execPath, [program.command, 'build', '-f', 'email,web'], {
    cwd,
    env: { ...process.env, HOME: home, XDG_CACHE_HOME: join(home, 'caches'), TRIFOLD_CACHE_DIR: 'off' },
  })
  expect(await new Promise(resolve => child.once('close', resolve))).toBe(0)
  expect(readdirSync(home, { recursive: true }).filter(name => String(name).includes('trifold'))).toEqual([])
  expect(readdirSync(cwd).sort()).toEqual(['content', 'dist', 'trifold.yaml'])
})
