import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clients } from '../../../../../pipeline/check/email/clients/clients.js'
import { support } from '../../../../../pipeline/check/email/clients/support.js'
import { expectFile } from '../../../../support/expectation.js'
import { supportModule } from './support-source.js'

const require = createRequire(import.meta.url)
const module = join(import.meta.dirname, '../../../../../pipeline/check/email/clients/support.ts')

it('is what the package caniemail says', () => {
  const json = readFileSync(require.resolve('caniemail/caniemail.json'), 'utf8')
  const { version } = require('caniemail/package.json')
  expectFile(module, supportModule(json, version))
})

it('knows nearly everything of every client', () => {
  const rows = Object.values(support)
  expect(rows.length).toBeGreaterThan(290)
  for (const [index, { name }] of clients.entries()) {
    const unknown = rows.filter(([, letters]) => letters[index] === 'u').length
    expect({ name, few: unknown < rows.length / 4 }).toEqual({ name, few: true })
  }
})

it('has the newest version of each client', () => {
  // Of Apple Mail on iOS the data has 10.3 before 11, which JSON.parse would put first.
  const json =
    '{"data":[{"slug":"css-a","title":"a","category":"css","stats":{"apple-mail":{"ios":{"10.3":"n","11":"y"}}}}]}'
  expect(supportModule(json, '1')).toContain("'css-a': ['a', 'uuuuuuuuuyuuuuuuuuu']")
})
