import { toHtml } from 'hast-util-to-html'
import type { VFileMessage } from 'vfile-message'
import { coverTemplate, defaultCoverTemplate } from '../../templates/cover/cover.js'
import { coverPicture } from '../../templates/cover/picture.js'
import { coverTexts } from '../../templates/cover/said.js'
import { bookCover, bookSize, preview, previewSize } from '../../templates/cover/shape.js'
import { overridden } from '../../templates/overrides.js'
import type { Rendering } from '../../templates/rendering.js'
import type { ImageAsset } from '../assets/assets.js'
import { type PickedFonts, pickFonts } from '../assets/fonts.js'
import { withSoftHyphens } from '../assets/hyphenation.js'
import { asset } from '../assets/image-make.js'
import { studioOf } from '../assets/studio.js'
import type { PrintResource } from '../bind/pdf/bind.js'
import { kept, resourceParts } from '../cache/kept.js'
import { BrowserUnavailable, type World } from '../world.js'
import { settable } from './cover-fonts.js'
import { withPickedFaces } from './pdf-fonts.js'
import type { RenderJob } from './rendition.js'

/** A cover that was drawn, and what was found in drawing it. */
export interface DrawnCover {
  /** Undefined where there is no browser, or it failed, or no font has the title; the log says so. */
  readonly asset?: ImageAsset
  readonly messages: readonly VFileMessage[]
}

/** What is drawn: a book's cover, or what other sites show beside a link. */
export type Drawing = 'book' | 'preview'

const drawings = {
  book: { shape: bookCover, size: bookSize, what: 'The EPUB has no cover drawn for it' },
  preview: { shape: preview, size: previewSize, what: 'The web page has no preview image drawn for it' },
} as const

/**
 * Draws a cover by the world's browser, in the publication's typefaces. What it cannot draw is no error: the format goes
 * without.
 *
 * @param asked called when the browser has been asked, and there is nothing to do but wait for it
 * @throws the signal's reason when it is aborted
 */
export async function drawCover(
  given: Rendering,
  drawing: Drawing,
  {
    world,
    studio = studioOf(world),
    templates,
    file,
    texts,
    signal,
  }: Pick<RenderJob, 'world' | 'studio' | 'templates' | 'file' | 'texts' | 'signal'>,
  asked?: () => void,
): Promise<DrawnCover> {
  const { shape, size, what } = drawings[drawing]
  try {
    const build = await world.browserBuild()
    if (build === 'none') throw new BrowserUnavailable('There is no browser')
    const picked = await pickCoverFonts(given, world)
    signal?.throwIfAborted()
    const { words, instead, messages } = settable(given, picked, { drawing, file, texts })
    if (!words) {
      world.log.info(`${what}: ${instead}`)
      return { messages }
    }
    const { rendering, resources } = onVirtualOrigin(words, picked)
    const html = toHtml(
      await withSoftHyphens(
        coverTemplate(rendering, shape, overridden(defaultCoverTemplate, templates.cover)),
      ),
    )
    const sheet = { html, resources, ...size, pictured: coverPicture(rendering) !== undefined }
    const drawn = kept(
      world.cache,
      ['cover', build, html, size, sheet.pictured, ...resourceParts(resources)],
      () => studio.photograph(sheet),
    )
    asked?.()
    const { bytes, type } = await drawn
    signal?.throwIfAborted()
    const shown = { shownWidth: size.width / 2, shownHeight: size.height / 2 }
    return {
      asset: asset(bytes, type, { ...size, ...shown }),
      messages,
    }
  } catch (error) {
    signal?.throwIfAborted()
    const reason = error instanceof BrowserUnavailable ? 'there is no browser' : String(error).split('\n')[0]
    // One that is there may start or draw another time; with none it stays so until there is one.
    world.log.info(`${what}: ${reason}`, (await world.browserBuild()) !== 'none')
    return { messages: [] }
  }
}

function pickCoverFonts({ issue, tokens, publication, ...rest }: Rendering, world: World) {
  const { fonts } = tokens
  return pickFonts({
    text: textOf({ issue, tokens, publication, ...rest }),
    math: false,
    lang: issue.lang,
    // Nothing on a cover is code.
    fonts: { ...fonts, mono: fonts.heading },
    packageFile: world.packageFile,
  })
}

const textOf = (rendering: Rendering): string => Object.values(coverTexts(rendering)).join('\n')

/** The rendering with the typefaces that were picked, its picture where a page of the browser finds it. */
function onVirtualOrigin(given: Rendering, { fonts }: PickedFonts) {
  const rendering = withPickedFaces({
    ...given,
    assets: { ...given.assets, fonts },
    links: { ...given.links, image: ({ path }) => `/${path}` },
  })
  const picture = coverPicture(rendering)?.asset
  const resources = new Map<string, PrintResource>([
    ...fonts.map(font => [`/${font.path}`, { bytes: font.bytes, type: 'font/woff2' }] as const),
    ...(picture ? [[`/${picture.path}`, picture] as const] : []),
  ])
  return { rendering, resources }
}
