import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../support/built-samples.js'

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program and says how it ended. */
const run = (program: string, args: readonly string[], cwd: string): Promise<Ended> =>
  new Promise(resolve => {
    execFile(program, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr }),
    )
  })

const node = (args: readonly string[], cwd: string) => run(process.execPath, args, cwd)

const hasPython = spawnSync('python3', ['-c', 'import pty'], { stdio: 'ignore' }).status === 0

/** Runs a program in a pseudo-terminal, where each text is typed once a question stands there. */
const inTerminal = (argv: readonly string[], typed: readonly string[]): Promise<Ended> =>
  run(
    'python3',
    [join(import.meta.dirname, '../support/terminal.py'), JSON.stringify({ argv, typed })],
    folder,
  )

/** The package as it is packed, installed in an empty folder. */
let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trifold-package-'))
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder], projectRoot)
  expect(packed.code, packed.stderr).toBe(0)
  const tarball = readdirSync(folder).find(name => name.endsWith('.tgz')) ?? ''
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const installed = await run(
    'npm',
    ['install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', `./${tarball}`],
    folder,
  )
  expect(installed.code, installed.stderr).toBe(0)
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package, installed in an empty folder', () => {
  test('brings the command, which builds an article in every format', async () => {
    const command = join(folder, 'node_modules/.bin/trifold')
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
    expect(await run(command, ['--version'], folder)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
    mkdirSync(join(folder, 'content'))
    writeFileSync(join(folder, 'trifold.yaml'), 'name: N\nlang: en\naddress: 1 Street\n')
    writeFileSync(
      join(folder, 'content/tides.md'),
      '---\ntitle: Tides\ndate: 2026-05-31\n---\n\nTwice a *month*, $$x^2$$.\n',
    )
    const built = await run(command, ['build'], folder)
    expect(built.code, built.stderr).toBe(0)
    const files = [
      'email.eml',
      'email.html',
      'email.txt',
      'index.html',
      'report.json',
      'tides.epub',
      'tides.pdf',
    ]
    expect(readdirSync(join(folder, 'dist/tides'))).toEqual(expect.arrayContaining(files))
  })

  test('brings the page that its messages name', () => {
    expect(existsSync(join(folder, 'node_modules/trifold/docs/rules.md'))).toBe(true)
  })

  test('reads a config in TypeScript that imports it', async () => {
    const other = join(folder, 'other')
    mkdirSync(join(other, 'content'), { recursive: true })
    const config =
      "import { defineConfig } from 'trifold'\nexport default defineConfig({ name: 'Typed', lang: 'en' as string, address: 'A' })\n"
    writeFileSync(join(other, 'trifold.config.ts'), config)
    writeFileSync(join(other, 'content/a.md'), '---\ntitle: T\ndate: 2026-05-31\n---\n\nWords.\n')
    const built = await run(join(folder, 'node_modules/.bin/trifold'), ['build', '-f', 'web'], other)
    expect(built.code, built.stderr).toBe(0)
    expect(readFileSync(join(other, 'dist/a/index.html'), 'utf8')).toContain('Typed')
  })

  test('compiles in a strict project, every way in', async () => {
    const ways = ['', '/email', '/pdf', '/epub', '/web', '/unified'].map(
      (way, index) => `import * as way${index} from 'trifold${way}'\nvoid way${index}\n`,
    )
    const use =
      "import { createPress, type Press } from 'trifold'\nexport const press: Press = createPress({ config: { name: 'N' } })\n"
    writeFileSync(join(folder, 'consumer.ts'), ways.join('') + use)
    const compilerOptions = {
      module: 'nodenext',
      target: 'es2023',
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }))
    const tsc = join(projectRoot, 'node_modules/typescript/bin/tsc')
    expect((await node([tsc, '-p', folder], folder)).stdout).toBe('')
  })

  describe('trifold new', () => {
    const command = () => join(folder, 'node_modules/.bin/trifold')

    test('makes a publication that lacks an address and nothing else', async () => {
      const made = await run(command(), ['new', 'my-letter'], folder)
      expect(made.code, made.stderr).toBe(0)
      expect(made.stderr).toContain('Nothing was asked.')
      const letter = join(folder, 'my-letter')
      const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
      expect(JSON.parse(readFileSync(join(letter, 'package.json'), 'utf8'))).toMatchObject({
        devDependencies: { trifold: version },
      })
      for (const script of ['build', 'check']) {
        const { code, stdout, stderr } = await run('npm', ['run', '--silent', script, '--', '--json'], letter)
        const found = `${stdout}`
          .split('\n')
          .flatMap(line => (line.startsWith('{') ? [JSON.parse(line)] : []))
        expect({ script, code, stderr }).toEqual({ script, code: 0, stderr: '' })
        expect(
          found.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
          script,
        ).toEqual(['postal-address'])
      }
      expect(readdirSync(join(letter, 'dist/first-letter'))).toEqual(
        expect.arrayContaining([
          'email.eml',
          'email.html',
          'first-letter.epub',
          'first-letter.pdf',
          'index.html',
        ]),
      )
    })

    test('makes one in which nothing is to be found, where all is said', async () => {
      const said = [
        '--publisher',
        'The "Press": & <Sons>',
        '--address',
        '4 Custom House Lane',
        '--language',
        'de',
      ]
      const made = await run(command(), ['new', 'other-letter', '--name', '# *Ö* 🌊', ...said], folder)
      expect(made.code, made.stderr).toBe(0)
      const letter = join(folder, 'other-letter')
      const built = await run(command(), ['build', '--strict'], letter)
      expect(built).toMatchObject({ code: 0, stderr: expect.stringMatching(/^1 issue built in [\d.]+ s\n$/) })
      const checked = await run(command(), ['check', '--strict'], letter)
      // What it could not check for want of Java is said too.
      expect(checked.stderr).toMatch(/^(?:Not checked: .*\n)*1 issue checked in [\d.]+ s; nothing wrong\n$/)
    })

    test.skipIf(!hasPython)('asks in a terminal, and makes nothing when stopped there', async () => {
      const answers = ['Slack "Water"', '', '4 Custom House Lane', 'german', 'en-GB', '']
      const typed = answers.map(answer => `${answer}\r`)
      const asked = await inTerminal([command(), 'new', 'asked'], typed)
      expect(asked.stdout).toContain('CAN-SPAM')
      expect(asked.stdout).toContain('"german" is not a language code (BCP 47); write de')
      expect(asked.code).toBe(0)
      expect(readFileSync(join(folder, 'asked/trifold.yaml'), 'utf8')).toMatch(
        /^name: Slack "Water"\n.*^lang: en-GB\n.*^address: 4 Custom House Lane\n/ms,
      )
      const stopped = await inTerminal([command(), 'new', 'stopped'], ['N\r', '\u0003'])
      expect({ code: stopped.code, there: existsSync(join(folder, 'stopped')) }).toEqual({
        code: 130,
        there: false,
      })
      expect(stopped.stdout).toContain('Stopped.')
      const ended = await inTerminal([command(), 'new', 'ended'], ['N\r', '\u0004'])
      expect({ code: ended.code, there: existsSync(join(folder, 'ended')) }).toEqual({
        code: 2,
        there: false,
      })
    })
  })

  // Last, since it takes parts of the installation away.
  // MJML is in the bundle, and what few trees need of its packages is loaded for those alone.
  test('makes an EPUB, a web page and an email without the packages of MJML and puppeteer', async () => {
    const modules = join(folder, 'node_modules')
    for (const name of readdirSync(modules)) {
      if (/^(?:mjml.*|puppeteer|@puppeteer)$/.test(name)) rmSync(join(modules, name), { recursive: true })
    }
    const script = `
      import { createPress } from 'trifold'
      import { bindEpub } from 'trifold/epub'
      import 'trifold/web'
      const press = createPress({ config: { name: 'N', lang: 'en', address: 'A' } })
      const read = await press.fromMarkdown('---\\ndate: 2026-05-31\\n---\\n\\n# Tides\\n\\nWords.')
      const made = await Promise.all(['epub', 'web', 'email'].map(format => press.render(read, format)))
      await press.close()
      console.log(JSON.stringify([typeof bindEpub, ...made.map(({ files }) => files.length)]))
    `
    writeFileSync(join(folder, 'light.mjs'), script)
    const ended = await node(['light.mjs'], folder)
    expect(ended.stderr).toBe('')
    expect(JSON.parse(ended.stdout)).toEqual(['function', 1, 1, 4])
  })
})
