import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { serviceNames, services } from '../../../pipeline/readers/services/services.js'
import { expectFile } from '../../support/expectation.js'
import { rowsOf } from './csv/rows.js'

const cases = fileURLToPath(new URL('../../fixtures/readers/', import.meta.url))
const csvIn = (folder: string) => readdirSync(`${cases}${folder}`).find(name => name.endsWith('.csv')) ?? ''

/** A folder holds a list as it was exported, under the name that it was exported with, and what is read in it. */
describe('a list', () => {
  it.each(readdirSync(cases))('%s', async name => {
    const file = csvIn(name)
    const rows = await rowsOf(readFileSync(`${cases}${name}/${file}`), { file })
    const expected = `${cases}${name}/expected.json`
    expectFile(expected, `${JSON.stringify(rows, null, 2)}\n`)
    expect(existsSync(expected)).toBe(true)
  })
})

test('each service has a list', async () => {
  const heads = await Promise.all(
    readdirSync(cases).map(async name => {
      const [head] = await rowsOf(readFileSync(`${cases}${name}/${csvIn(name)}`))
      return head?.kind === 'head' ? head.service : undefined
    }),
  )
  expect(new Set(heads.filter(Boolean))).toEqual(new Set(serviceNames.map(name => services[name].name)))
})
