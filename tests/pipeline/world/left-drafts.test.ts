import { spawnSync } from 'node:child_process'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { diskFiles } from '../../../pipeline/world/disk.js'
import { temporaryFolder } from '../../support/cli.js'

it('takes away what a process that was killed left half written, and nothing else', async () => {
  const folder = temporaryFolder()
  const { pid: gone } = spawnSync(process.execPath, ['--version'])
  const old = new Date(Date.now() - 120_000)
  const put = (name: string, time?: Date) => {
    writeFileSync(join(folder, name), 'half')
    if (time) utimesSync(join(folder, name), time, time)
  }
  put(`.trifold-${gone}-1`, old)
  put(`.trifold-${gone}-2`)
  put(`.trifold-${process.pid}-999`, old)
  put(`.trifold-${gone}`, old)
  put('.trifold-notes', old)
  await diskFiles().write(join(folder, 'a.txt'), new Uint8Array([1]))
  const left = [
    `.trifold-${gone}-2`,
    `.trifold-${process.pid}-999`,
    `.trifold-${gone}`,
    '.trifold-notes',
    'a.txt',
  ]
  expect(readdirSync(folder).sort()).toEqual(left.sort())
})
