import { expect } from 'vitest'
import { memoryCache } from '../../pipeline/world/memory-cache.js'
import { memoryPublication } from './memory-publication.js'
import { changes, type Edit, firstSources, randomEdit } from './random-edits.js'
import { seeded } from './seeded.js'

/** How many issues were up to date in so many steps. */
export interface Spared {
  readonly issues: number
  readonly upToDate: number
}

/**
 * Edits a publication in memory and builds it after each edit, and holds every build against one that knows of no earlier
 * ones: it leaves the same bytes where the same files lie, and says the same.
 */
export async function editedAndBuilt(seed: number, steps: number): Promise<Spared> {
  const random = seeded(seed)
  const sources = await firstSources()
  const before: Edit[] = [{ what: 'all', sources, damaged: new Map(), formats: ['email', 'epub', 'web'] }]
  const publication = memoryPublication(Object.fromEntries(sources), { cache: memoryCache() })
  let [issues, upToDate] = [0, 0]
  for (let step = 0; step < steps; step++) {
    const last = before.at(-1)
    const next = step > 0 && last ? await randomEdit(random, before, publication.files('dist')) : last
    if (!last || !next) break
    for (const [path, content] of changes(last.sources, next.sources))
      await (content === undefined ? publication.remove(path) : publication.write(path, content))
    for (const [path, content] of next.damaged)
      await (content === undefined
        ? publication.remove(`dist/${path}`)
        : publication.write(`dist/${path}`, content))
    before.push(next)
    const files = [...publication.world.files.all()].map(([path, bytes]) => [path.slice('/p/'.length), bytes])
    const anew = memoryPublication(Object.fromEntries(files))
    const made = await publication.build([], next.formats)
    const expected = await anew.build([], next.formats)
    const about = `seed ${seed}, step ${step}: ${before.map(({ what }) => what).join(', ')}`
    expect(publication.built(), about).toEqual(anew.built())
    expect(made.messages.map(String), about).toEqual(expected.messages.map(String))
    issues += made.issues.length
    upToDate += made.issues.filter(issue => issue.upToDate).length
  }
  return { issues, upToDate }
}
