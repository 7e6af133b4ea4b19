import type { Format, Publication } from '../article.js'
import { type Studio, studioOf } from '../assets/studio.js'
import type { Printer } from '../bind/pdf/bind.js'
import { steadyPrinter } from '../bind/pdf/steady-printer.js'
import type { World } from '../world.js'
import { renderers } from './renderers.js'

/** What is opened once and serves every issue of a run. */
export interface Engine {
  readonly world: World
  /**
   * The printer of the world's browser, which is started at the first call, and again after it died.
   * @throws BrowserUnavailable
   */
  printer(): Promise<Printer>
  readonly studio: Studio
  /** Starts what takes long to start, while the text is still being read. */
  warmUp(formats: readonly Format[], publication: Publication): void
}

/**
 * An engine in a world. It opens nothing by itself; the world closes what it opened.
 *
 * @param pages how many the browser prints at a time
 */
export function startEngine(world: World, pages?: number): Engine {
  const steady = steadyPrinter(world, undefined, pages)
  async function printer(): Promise<Printer> {
    await world.browser()
    return steady
  }
  // A failure to start is met again, and told, where the thing is used.
  const ignore = () => undefined
  return {
    world,
    printer,
    studio: studioOf(world),
    warmUp(formats, { epub }) {
      // The library that finishes a print is read while the browser starts.
      if (formats.includes('pdf'))
        void Promise.all([steady.warmUp(), import('../bind/pdf/finish/finish.js')]).catch(ignore)
      // So is the text, while a cover is likely to be drawn.
      if (formats.includes('epub') && (epub?.cover ?? 'generated') === 'generated')
        void Promise.all([world.browser(), import('./cover.js'), import('../assets/cover-photo.js')]).catch(
          ignore,
        )
      for (const format of formats) renderers[format]().catch(ignore)
    },
  }
}
