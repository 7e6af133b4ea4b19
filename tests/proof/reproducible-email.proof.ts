import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { compile } from '../../scripts/setup/compile.mjs'
import { projectRoot } from '../support/built-samples.js'
import { temporaryFolder } from '../support/cli.js'

beforeAll(() => compile(), 120_000)

/** The bytes of every file of the samples' emails, built in a process of its own. */
function emailsIn(environment: Readonly<Record<string, string>>, flags: readonly string[] = []) {
  const folder = temporaryFolder()
  const main = join(projectRoot, 'build/bundle/trifold.js')
  const { status, stderr } = spawnSync(
    process.execPath,
    [...flags, main, 'build', '-c', join(projectRoot, 'trifold.yaml'), '-f', 'email', '-o', folder],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
      encoding: 'utf8',
    },
  )
  expect(stderr).not.toContain('error')
  expect(status).toBe(0)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  return new Map(files.map(file => [relative(folder, file), readFileSync(file).toString('base64')]))
}

test('an email is the same bytes in processes of other time zones, locales and sizes of memory', () => {
  const usual = emailsIn({ TZ: 'UTC', LANG: 'C' })
  expect([...usual.keys()].filter(name => name.endsWith('email.eml'))).toHaveLength(4)
  const others = [
    emailsIn({ TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }),
    emailsIn({ TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
    emailsIn({ TZ: 'Asia/Kolkata', LANG: 'th_TH.UTF-8', NODE_ENV: 'production' }, [
      '--max-old-space-size=512',
    ]),
  ]
  for (const other of others) {
    expect([...other.keys()].sort()).toEqual([...usual.keys()].sort())
    expect([...usual].filter(([name, bytes]) => other.get(name) !== bytes).map(([name]) => name)).toEqual([])
  }
}, 120_000)
