import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { Stopped } from '../../../pipeline/cli/exit.js'
import { temporaryFolder, trifold } from '../../support/cli.js'

/** Gives these answers, then presses Ctrl-C; remembers what was asked. */
function person(...answers: string[]) {
  const asked: string[] = []
  let closed = false
  return {
    asked,
    isClosed: () => closed,
    asker: async () => ({
      async ask(question: string) {
        asked.push(question)
        const answer = answers.shift()
        if (answer === undefined) throw new Stopped('stopped')
        return answer
      },
      close() {
        closed = true
      },
    }),
  }
}

const configOf = (folder: string) => parse(readFileSync(join(folder, 'trifold.yaml'), 'utf8'))

describe('trifold new', () => {
  test('in a terminal asks, and says what it made and what comes next', async () => {
    const cwd = temporaryFolder()
    const ada = person('Slack "Water"', 'The Press', '4 Custom House Lane', 'en-GB', 'https://example.org')
    const called = await trifold(['new', 'my-letter'], { cwd, asker: ada.asker })
    expect({ code: called.code, stderr: called.stderr }).toEqual({ code: 0, stderr: '' })
    expect(ada.asked).toEqual([
      'Name of the publication [My letter]: ',
      'Who publishes it: ',
      'Postal address, on one line: ',
      'Language, as a code [en]: ',
      'Web address: ',
    ])
    expect(ada.isClosed()).toBe(true)
    expect(configOf(join(cwd, 'my-letter'))).toMatchObject({
      name: 'Slack "Water"',
      publisher: 'The Press',
      address: '4 Custom House Lane',
      lang: 'en-GB',
      url: 'https://example.org',
    })
    expect(called.stdout).toMatch(/^Anti-spam law .*CAN-SPAM/m)
    expect(called.stdout).toMatch(/^Slack "Water" → my-letter\n {2}trifold\.yaml {2,}name/m)
    expect(called.stdout).toMatch(/Next:\n {2}cd my-letter\n {2}npm install\n {2}npx trifold build\n/)
    expect(called.stdout).not.toContain('no postal address')
  })

  test('asks again for what the config does not take, and not for what a flag says', async () => {
    const cwd = temporaryFolder()
    const ada = person('german', 'de')
    const flags = ['--name', 'N', '--publisher', '', '--address', 'A', '--url', '']
    const called = await trifold(['new', 'a', ...flags], { cwd, asker: ada.asker })
    expect(ada.asked).toEqual(['Language, as a code [en]: ', 'Language, as a code [en]: '])
    expect(called.stderr).toBe('"german" is not a language code (BCP 47); write de\n')
    expect(configOf(join(cwd, 'a'))).toMatchObject({ name: 'N', lang: 'de' })
  })

  test('stopped at a question, makes nothing', async () => {
    const cwd = temporaryFolder()
    const ada = person('N')
    const called = await trifold(['new', 'a'], { cwd, asker: ada.asker })
    expect(called).toMatchObject({ code: 130, stderr: '\nStopped.\n' })
    expect(ada.isClosed()).toBe(true)
    expect(readdirSync(cwd)).toEqual([])
  })

  test.each([
    ['without a terminal', [], undefined],
    ['with --yes', ['--yes'], person().asker],
  ])('%s asks nothing, and says what it took', async (_, flags, asker) => {
    const cwd = temporaryFolder()
    const called = await trifold(['new', 'my-letter', ...flags], { cwd, ...(asker ? { asker } : {}) })
    expect(called.code).toBe(0)
    expect(called.stderr).toMatch(/^Nothing was asked\. .*name "My letter", no publisher, no postal address,/)
    expect(called.stdout).toContain('There is no postal address yet.')
    expect(configOf(join(cwd, 'my-letter'))).toMatchObject({ name: 'My letter', lang: 'en' })
  })

  test('with --json asks nothing and names the files as a line of JSON', async () => {
    const cwd = temporaryFolder()
    const called = await trifold(['new', 'a', '--json'], { cwd, asker: person().asker })
    const { folder, files } = JSON.parse(called.stdout)
    expect(folder).toBe('a')
    for (const path of files) expect(existsSync(join(cwd, 'a', path))).toBe(true)
  })

  test('makes one where it stands, and leaves out the way there', async () => {
    const cwd = join(temporaryFolder(), "it's my letter")
    mkdirSync(cwd)
    expect((await trifold(['new', '.', '-y'], { cwd })).stdout).not.toContain('  cd ')
    const other = await trifold(['new', '../another letter', '-y'], { cwd })
    expect(other.stdout).toContain('  cd "../another letter"\n')
    const costly = await trifold(['new', "../it's $5", '-y'], { cwd })
    expect(costly.stdout).toContain("  cd '../it'\\''s $5'\n")
  })

  test('refuses before it asks', async () => {
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, 'taken'), '')
    const ada = person()
    const called = await trifold(['new', 'taken'], { cwd, asker: ada.asker })
    expect(called).toMatchObject({ code: 2, stderr: expect.stringMatching(/^taken: it is a file/) })
    expect(ada.asked).toEqual([])
    const wrong = await trifold(['new', 'b', '--url', 'b'], { cwd, asker: ada.asker })
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/^--url: expected an address/) })
    expect(await trifold(['new'], { cwd })).toMatchObject({ code: 2 })
    expect(readdirSync(cwd)).toEqual(['taken'])
  })
})

test('what was made builds, and only what is missing is said', async () => {
  const cwd = temporaryFolder()
  await trifold(['new', 'a'], { cwd })
  const built = await trifold(['build', '-f', 'email'], { cwd: join(cwd, 'a') })
  expect(built.code).toBe(0)
  expect(built.stderr).toMatch(
    /^content\/first-letter\.md {2}warning {2}.* {2}postal-address\n1 issue built in [\d.]+ s; 1 warning\n$/,
  )
  expect(readdirSync(join(cwd, 'a/dist/first-letter'))).toContain('email.html')
  appendFileSync(join(cwd, 'a/trifold.yaml'), 'address: 4 Custom House Lane\n')
  const complete = await trifold(['build', '-f', 'email', '--strict'], { cwd: join(cwd, 'a') })
  expect(complete.code).toBe(0)
  expect(complete.stderr).toMatch(/^1 issue built in [\d.]+ s\n$/)
})
