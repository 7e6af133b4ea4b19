import { expect } from 'vitest'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../pipeline/check/epub.js'
import { randomBook } from './random-book.js'

/** Of the random books; the tests check the first 60, the proof the others. */
export const seeds = Array.from({ length: 180 }, (_, index) => index + 1)

/** Seeds in so many parts, each with every so-manieth. */
export const batches = (of: readonly number[], many: number): number[][] =>
  Array.from({ length: many }, (_, batch) => of.filter((_, index) => index % many === batch))

/** Checks the books of the seeds by EPUBCheck's rules. */
export async function expectValid(of: readonly number[]): Promise<void> {
  expect(of.length).toBeGreaterThan(0)
  for (const seed of of) expect(await checkEpub(await bindEpub(randomBook(seed))), `seed ${seed}`).toEqual([])
}
