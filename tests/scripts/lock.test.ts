import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { missingForOtherSystems, systemOf } from '../../scripts/lock/complete.mjs'

test.each([
  ['@biomejs/cli-darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
  ['@oxc-parser/binding-linux-x64-musl', { cpu: ['x64'], os: ['linux'], libc: ['musl'] }],
  ['@oxc-parser/binding-linux-s390x-gnu', { cpu: ['s390x'], os: ['linux'], libc: ['glibc'] }],
  ['@oxc-parser/binding-linux-arm-gnueabihf', { cpu: ['arm'], os: ['linux'] }],
  ['@oxc-parser/binding-win32-x64-msvc', { cpu: ['x64'], os: ['win32'] }],
  ['@rolldown/binding-wasm32-wasi', { cpu: ['wasm32'] }],
  ['fsevents', undefined],
])('%s is for %j', (name, system) => {
  expect(systemOf(name)).toEqual(system)
})

test('what is not listed is added beside its package', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': {
        dev: true,
        optionalDependencies: { 'a-linux-x64': '1.0.0', 'a-win32-x64': '1.0.0' },
      },
      'node_modules/a-linux-x64': { version: '1.0.0', optional: true },
      'node_modules/b': { optionalDependencies: { 'c-darwin-x64': '2.0.0', fsevents: '~2.3.0' } },
      'node_modules/b/node_modules/c-darwin-x64': { version: '2.0.0' },
    },
  }
  expect(missingForOtherSystems(lock)).toEqual({
    'node_modules/a-win32-x64': { version: '1.0.0', cpu: ['x64'], os: ['win32'], dev: true, optional: true },
  })
})

test("the project's lock file lists every system: else npm ci refuses it", async () => {
  const text = await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8')
  expect(Object.keys(missingForOtherSystems(JSON.parse(text)))).toEqual([])
})
