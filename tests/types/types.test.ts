import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What the compiler says of a project that uses the package as it is built. */
function compile(project: string): Promise<string> {
  const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
  return new Promise(resolve => {
    execFile(process.execPath, [tsc, '-p', join(import.meta.dirname, project)], (_, stdout) =>
      resolve(stdout),
    )
  })
}

test('an added element with its handlers compiles', async () => {
  expect(await compile('added')).toBe('')
}, 60_000)

test('an added element without its handlers, or without one of them, does not; nor does a misspelt tag', async () => {
  const errors = await compile('added-lacks')
  expect(errors).toMatch(/chord\.tsx\(10,1\): error .*/)
  expect(errors).toMatch(/chord\.tsx\(11,15\): error .*/)
  expect(errors).toMatch(/chord\.tsx\(14,5\): error .*epub/)
  expect(errors).toMatch(/chord\.tsx\(18,\d+\): error .*blnk/)
}, 60_000)
