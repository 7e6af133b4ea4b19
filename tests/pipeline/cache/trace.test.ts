import { describe, expect, it } from 'vitest'
import { traced } from '../../../pipeline/cache/trace.js'
import { observer } from '../../../pipeline/cache/unchanged.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a trace', () => {
  it.each<[string, (files: ReturnType<typeof memoryWorld>['files']) => Promise<unknown>]>([
    ['a file', files => files.read('/p/a')],
    ['a folder', files => files.list('/p')],
    ['what a path names', files => files.kind('/p/b')],
    ['where a link leads', files => files.resolve('/p/b')],
  ])('is none of %s that was seen twice, and otherwise the second time', async (_, look) => {
    const world = memoryWorld({ files: { '/p/a': 'One' } })
    const seen = traced(world)
    await look(seen.world.files as typeof world.files)
    expect(seen.trace()).toBeDefined()
    await world.files.write('/p/a', bytes('Two'))
    await world.files.write('/p/b', bytes('New'))
    await look(seen.world.files as typeof world.files)
    expect(seen.trace()).toBeUndefined()
  })

  it('holds an error against what is there later, whatever is done', async () => {
    let code: string | undefined = 'EACCES'
    const world = memoryWorld({ files: { '/p/a': 'One' }, failOn: () => code })
    const seen = traced(world)
    const { files } = seen.world
    for (const look of [files.read, files.list, files.kind, files.resolve])
      await expect(look('/p/a')).rejects.toThrow('EACCES')
    const trace = seen.trace()?.own ?? []
    expect(trace.map(([what, , was]) => [what, was])).toEqual(
      ['read', 'list', 'kind', 'resolve'].map(what => [what, 'EACCES']),
    )
    expect(await observer(world).unchanged(trace)).toEqual(trace)
    code = undefined
    for (const thing of trace) expect(await observer(world).unchanged([thing])).toBeUndefined()
  })
})
