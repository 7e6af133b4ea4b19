import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('what is set up already is left alone, and nothing is said', () => {
  const again = spawnSync(process.execPath, ['scripts/setup.mjs'], { cwd: root, encoding: 'utf8' })
  expect(again).toMatchObject({ status: 0, stdout: '', stderr: '' })
})

test('a browser that is named and not there stops the set-up with code 2 and the reason', () => {
  const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' }
  const stopped = spawnSync(process.execPath, ['scripts/setup.mjs'], { cwd: root, encoding: 'utf8', env })
  expect(stopped.status).toBe(2)
  expect(stopped.stderr).toBe(
    'There is no browser at /nowhere/chrome, which PUPPETEER_EXECUTABLE_PATH names. Correct the path, or leave it out.\n',
  )
})
