import { afterAll, expect, vi } from 'vitest'

/**
 * What the files of a run share, because they run in one process. A file that leaves it changed fails, not the one that
 * comes after it. What packages add when they are loaded is theirs: sharp's is a variable.
 */
function shared() {
  const { VIPSHOME, ...environment } = process.env
  return {
    folder: process.cwd(),
    environment,
    exitCode: process.exitCode,
    mask: process.umask(),
    fakeTimers: vi.isFakeTimers(),
    fetch: globalThis.fetch,
    date: globalThis.Date,
    random: Math.random,
    write: process.stdout.write,
    console: { ...console },
    onPrototypes: [Object, Array, String].map(({ prototype }) => Reflect.ownKeys(prototype)),
  }
}

const found = shared()
afterAll(() => expect(shared()).toEqual(found))

/** A module in another's place would be there for the files after it, too. */
const apart = (name: string) => () => {
  throw new Error(`Unexpected vi.${name}, expected the file in the list \`apart\` of vitest.config.ts`)
}
Object.assign(vi, {
  mock: apart('mock'),
  doMock: apart('doMock'),
  resetModules: apart('resetModules'),
})
