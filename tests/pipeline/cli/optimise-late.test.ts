import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { lateFlags } from '../../../pipeline/cli/optimise-late.js'

test('a V8 is given no flag that it does not know: it would print so at every build', () => {
  expect(lateFlags('11.3.244.8-node.38')).toHaveLength(1)
  expect(lateFlags('12.4.254.21-node.33')).toEqual([])
  expect(lateFlags('13.6.233.17-node.53')).toEqual([])
})

test('the V8 of this Node prints nothing of the flags that it is given', () => {
  const program = `for (const flag of ${JSON.stringify(lateFlags(process.versions.v8))}) require('v8').setFlagsFromString(flag)`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' })
  expect([stdout, stderr]).toEqual(['', ''])
})
