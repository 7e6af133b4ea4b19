import type { Cache } from '../world.js'
import { digestOf } from './digest.js'

/** The log of what was built into a folder. */
export const logOf = (place: string): string => digestOf('builds', place)

/** Whether something was built into a folder before, so that it may be up to date. */
export const hasRecords = async (cache: Cache, place: string): Promise<boolean> =>
  (await cache.lines(logOf(place))).length > 0
