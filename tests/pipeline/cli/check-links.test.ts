import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../../support/cli.js'

/** Nobody is asked: the address is of this machine, which is told of before. */
function publication(): string {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  writeFileSync(join(cwd, 'trifold.yaml'), 'name: S\nlang: en\naddress: A\nformats: [web]\n')
  const article = '---\ntitle: The mill\ndate: 2026-03-20\n---\n\nGo to http://127.0.0.1:9/.\n'
  writeFileSync(join(cwd, 'content/the-mill.md'), article)
  return cwd
}

test('links are looked at where they are asked for', async () => {
  const cwd = publication()
  const { code, stderr } = await trifold(['check', '--links', '--verbose'], { cwd })
  expect({ code, isTold: stderr.includes('link-unknown') }).toEqual({ code: 0, isTold: true })
})

test('and not otherwise', async () => {
  const { stderr } = await trifold(['check', '--verbose'], { cwd: publication() })
  expect(stderr).not.toContain('link-unknown')
})
