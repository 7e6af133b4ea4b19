import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { held } from '../../../pipeline/cache/record-of.js'
import { traced } from '../../../pipeline/cache/trace.js'
import { observer } from '../../../pipeline/cache/unchanged.js'
import { nodeWorld } from '../../../pipeline/world-node.js'
import { temporaryFolder } from '../../support/cli.js'

describe('stamps of a disk', () => {
  it('do not vouch for a folder whose links may lead to something by now', async () => {
    const root = temporaryFolder()
    const [folder, elsewhere] = [join(root, 'folder'), join(root, 'elsewhere.md')]
    mkdirSync(folder)
    symlinkSync(elsewhere, join(folder, 'new.md'))
    await setTimeout(100)
    const world = nodeWorld()
    const seen = traced(world)
    expect(await seen.world.files.list(folder)).toEqual([])
    const trace = seen.trace()?.own ?? []
    writeFileSync(elsewhere, 'It is there.')
    expect(await observer(world).unchanged(trace)).toBeUndefined()
    rmSync(elsewhere)
    const again = await observer(world).unchanged(trace)
    expect(again).toEqual(trace)
    writeFileSync(elsewhere, 'It is there.')
    expect(await observer(world).unchanged(again ?? [])).toBeUndefined()
  })

  it('do not vouch for what was just written where times are coarse', async () => {
    const root = temporaryFolder()
    const path = join(root, 'a.html')
    const seen = traced(nodeWorld())
    const { world } = seen
    await world.files.write(path, new TextEncoder().encode('One'))
    const stampOf = async () => (await held([path], seen, world.files))?.[0]?.[3]
    expect(await stampOf()).not.toBe('')
    // As a disk has it that knows of whole seconds alone.
    utimesSync(path, 1000, 1000)
    expect(await stampOf()).toBe('')
  })

  it('vouch for one without', async () => {
    const root = temporaryFolder()
    writeFileSync(join(root, 'a.md'), 'A')
    await setTimeout(100)
    const [stamp] = await nodeWorld().files.stamps([root])
    expect(stamp?.isSettled).toBe(true)
  })

  it.skipIf(process.getuid?.() === 0)('are none where nobody may look', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'closed'))
    writeFileSync(join(root, 'closed/a.md'), 'A')
    chmodSync(join(root, 'closed'), 0)
    expect(await nodeWorld().files.stamps([join(root, 'closed/a.md')])).toEqual([undefined])
    chmodSync(join(root, 'closed'), 0o700)
  })
})
