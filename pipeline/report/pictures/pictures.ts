import type { Picture } from '../../../templates/report/account.js'
import type { Rendition } from '../../render/rendition.js'
import { BrowserUnavailable, type World } from '../../world.js'
import { chapters } from './chapters.js'
import { pages } from './pages.js'
import { screens } from './screens.js'

/** What an issue looks like in each format, and why something of that is missing. */
export interface IssuePictures {
  readonly pictures: readonly Picture[]
  /** Sentences. */
  readonly missing: readonly string[]
}

/** Pictures of every rendition that was made. What cannot be drawn is said; nothing fails for it. */
export async function picturesOf(renditions: readonly Rendition[], world: World): Promise<IssuePictures> {
  const pictures: Picture[] = []
  const missing = new Set<string>()
  for (const rendition of renditions) {
    if (rendition.files.length === 0) continue
    try {
      const drawn = await drawnOf(rendition, world)
      if (drawn) pictures.push(...drawn)
      else
        missing.add(
          'No pictures of the PDF: pdftoppm is not there. It comes with poppler (Debian: apt-get install poppler-utils).',
        )
    } catch (error) {
      missing.add(reasonOf(error))
    }
  }
  return { pictures, missing: [...missing] }
}

async function drawnOf(rendition: Rendition, world: World): Promise<Picture[] | undefined> {
  const { format } = rendition
  if (format === 'pdf') return pages(rendition, world)
  const browser = await world.browser()
  return format === 'epub' ? chapters(browser, rendition) : screens(browser, format, rendition)
}

function reasonOf(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return error instanceof BrowserUnavailable
    ? `No pictures of what a browser draws: ${first}`
    : `Pictures are missing, for the browser failed: ${first}`
}
