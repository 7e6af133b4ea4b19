import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findProgram, startProgram } from '../../../pipeline/world/start-program.js'
import { temporaryFolder } from '../../support/cli.js'

const write = (path: string, body: string) => {
  writeFileSync(path, `#!${process.execPath}\n${body}\n`)
  chmodSync(path, 0o755)
}

test('hands over a list, which no shell reads', async () => {
  const folder = temporaryFolder()
  const told = join(folder, 'told')
  const program = join(folder, 'an editor')
  write(
    program,
    `require('fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.argv.slice(2)))`,
  )
  await startProgram(program, ['a b', '$(touch x)', '; ls'], { PATH: process.env.PATH })
  expect(JSON.parse(readFileSync(told, 'utf8'))).toEqual(['a b', '$(touch x)', '; ls'])
})

test('says what went wrong', async () => {
  const program = join(temporaryFolder(), 'faulty')
  write(program, 'process.exit(3)')
  await expect(startProgram(program, [], {})).rejects.toThrow('ended at once, with exit code 3')
  await expect(startProgram('/no/such/editor', [], {})).rejects.toThrow(
    'There is no program /no/such/editor here.',
  )
})

test('finds the first that can be run', async () => {
  const folder = temporaryFolder()
  write(join(folder, 'subl'), '')
  writeFileSync(join(folder, 'code'), '')
  const env = { PATH: `relative:/nowhere:${folder}` }
  expect(await findProgram(['code', 'subl'], env)).toBe(join(folder, 'subl'))
  expect(await findProgram(['zed'], env)).toBeUndefined()
})
