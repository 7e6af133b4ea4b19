import { describe, expect, it } from 'vitest'
import { keepCompiled } from '../../../pipeline/cli/keep-compiled.js'

describe('what V8 makes of the program', () => {
  it('is kept in the folder of the cache, and nowhere without one', () => {
    const asked: string[] = []
    const node = { enableCompileCache: (folder: string) => asked.push(folder) }
    keepCompiled('/caches/trifold', node)
    keepCompiled(undefined, node)
    expect(asked).toEqual(['/caches/trifold/compiled'])
  })

  it('is not where Node cannot keep it', () => {
    expect(() => keepCompiled('/caches/trifold', {})).not.toThrow()
  })
})
