import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { temporaryFolder, trifold } from '../support/cli.js'

const before = process.cwd()
afterEach(() => {
  process.chdir(before)
  vi.restoreAllMocks()
})

test('a build runs nothing that a .mjmlconfig names, wherever it lies', async () => {
  const folder = temporaryFolder()
  const content = join(folder, 'content')
  mkdirSync(content)
  const ran = join(folder, 'ran')
  for (const place of [folder, content]) {
    writeFileSync(
      join(place, '.mjmlconfig'),
      JSON.stringify({
        packages: ['./evil.js', join(place, 'evil.js')],
        options: { filePath: '/etc', keepComments: true },
      }),
    )
    writeFileSync(
      join(place, 'evil.js'),
      `require('fs').writeFileSync(${JSON.stringify(ran)}, 'x'); module.exports = {}`,
    )
  }
  writeFileSync(join(folder, 'trifold.yaml'), 'name: N\naddress: 1 Street\n')
  writeFileSync(
    join(content, 'a.md'),
    '---\ntitle: T\n---\n\n<mj-include path="evil.js"></mj-include> `<mj-include path="../trifold.yaml" />`\n',
  )
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const cwd of [content, folder]) {
    // MJML looks in the folder of the process; the command is told its own.
    process.chdir(cwd)
    const called = await trifold(['build', '-f', 'email'], { cwd })
    expect(called.code).toBe(0)
  }
  expect(existsSync(ran)).toBe(false)
  expect(complaint).not.toHaveBeenCalled()
  expect(readFileSync(join(folder, 'dist/a/email.html'), 'utf8')).not.toContain('1 Street</mj')
})
