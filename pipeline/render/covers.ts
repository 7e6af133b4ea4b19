import { coverChoice } from '../../templates/cover/choice.js'
import type { Rendering } from '../../templates/rendering.js'
import { pageUrl } from '../../templates/web/addresses.js'
import type { Format } from '../article.js'
import type { Drawing, DrawnCover } from './cover.js'
import type { RenderJob } from './rendition.js'

interface Wanted {
  readonly drawing: Drawing
  /** Whether a rendition has one. */
  isWanted(rendering: Rendering): boolean
}

/** The covers of the formats that have one drawn. */
const covers: Partial<Readonly<Record<Format, Wanted>>> = {
  epub: { drawing: 'book', isWanted: rendering => coverChoice(rendering) === 'drawn' },
  web: {
    drawing: 'preview',
    // The archive shows it too, which needs no address.
    isWanted: rendering => pageUrl(rendering) !== undefined || rendering.links.site !== undefined,
  },
}

/** What drawing takes of a job. */
type Drawer = Pick<RenderJob, 'world' | 'studio' | 'templates' | 'file' | 'texts' | 'signal'>

/** The cover of a format: the one that was begun, or drawn now; undefined where the rendition has none. */
export async function coverOf(
  format: Format,
  { rendering, drawn, ...drawer }: Drawer & Pick<RenderJob, 'rendering' | 'drawn'>,
): Promise<DrawnCover | undefined> {
  const wanted = covers[format]
  if (!wanted?.isWanted(rendering)) return undefined
  if (drawn) return drawn
  const { drawCover } = await import('./cover.js')
  return drawCover(rendering, wanted.drawing, drawer)
}

/** Covers that are being drawn. */
export type BegunCovers = Partial<Readonly<Record<Format, Promise<DrawnCover>>>>

/**
 * Begins the covers of all formats, before their templates are filled: the browser draws meanwhile. Resolves as soon as it
 * has been asked to.
 */
export async function beginCovers(
  formats: readonly Format[],
  renderingOf: (format: Format) => Rendering,
  drawer: Drawer,
): Promise<BegunCovers> {
  const begun: { -readonly [format in Format]?: Promise<DrawnCover> } = {}
  const asked: Promise<unknown>[] = []
  for (const format of formats) {
    const wanted = covers[format]
    const rendering = wanted && renderingOf(format)
    if (!wanted || !rendering || !wanted.isWanted(rendering)) continue
    const { drawCover } = await import('./cover.js')
    const asking = new Promise<void>(resolve => {
      const drawing = drawCover(rendering, wanted.drawing, drawer, resolve)
      // Whoever waits for it is told.
      drawing.then(
        () => resolve(),
        () => resolve(),
      )
      begun[format] = drawing
    })
    asked.push(asking)
  }
  await Promise.all(asked)
  return begun
}
