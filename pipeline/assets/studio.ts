import type { World } from '../world.js'
import type { CoverPhoto, CoverSheet } from './cover-photo.js'
import type { ElementPicture } from './formula-page.js'

/** What the browser draws. All that goes in and comes out can be copied, so that the browser may be another thread's. */
export interface Studio {
  /** See `photograph`. @throws BrowserUnavailable */
  photograph(sheet: CoverSheet): Promise<CoverPhoto>
  /** See `drawElements`. @throws BrowserUnavailable */
  drawElements(
    html: string,
    ids: readonly string[],
    fonts: ReadonlyMap<string, Uint8Array>,
    scale: number,
  ): Promise<ReadonlyMap<string, ElementPicture>>
}

/** A studio with the world's own browser. */
export const studioOf = (world: Pick<World, 'browser'>): Studio => ({
  async photograph(sheet) {
    const [browser, photos] = await Promise.all([world.browser(), import('./cover-photo.js')])
    return photos.photograph(browser, sheet)
  },
  async drawElements(...drawing) {
    const [browser, pages] = await Promise.all([world.browser(), import('./formula-page.js')])
    return pages.drawElements(browser, ...drawing)
  },
})
