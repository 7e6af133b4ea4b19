import type { VFileMessage } from 'vfile-message'
import type { Typeface } from '../../templates/tokens.js'
import type { Format, Issue } from '../article.js'
import type { FormatAssets } from './assets.js'
import { pickBookFonts } from './book-fonts.js'
import { type PickedFonts, pickFonts } from './fonts.js'
import { type DrawnFormulas, drawFormulas, hasFormulaPictures, noFormulas } from './formulas.js'
import { byPath, type ImageOptions, prepareImages } from './images.js'
import { hasMath, issueText } from './issue-text.js'
import type { Studio } from './studio.js'

export interface AssetOptions extends ImageOptions {
  /** What the interface says beside the articles, in any order: its characters need fonts too. */
  readonly extraText?: readonly string[]
  /** Whether the EPUB embeds the theme's typefaces. */
  readonly bookFonts?: boolean | undefined
  /** What draws formulas; by default the world's browser. */
  readonly studio?: Studio | undefined
}

/** What was made of an issue's assets. */
export interface PreparedAssets {
  /**
   * @throws TypefaceMissing where the format embeds a typeface that is not installed; other formats go on
   * @throws Error for a format that was not asked for
   */
  for(format: Format): FormatAssets
  /** Typefaces that the EPUB was to embed and that are not installed. */
  readonly missingInBook: readonly Typeface[]
  readonly messages: readonly VFileMessage[]
}

/** A typeface of the theme is not installed. The message says what to do. */
export class TypefaceMissing extends Error {
  override name = 'TypefaceMissing'

  constructor(readonly faces: readonly Typeface[]) {
    const list = faces.map(face => `${face.family} (package ${face.package})`).join(', ')
    super(
      `The theme's typefaces are not all installed: ${list}. Install the package in the publication's folder, or name another`,
    )
  }
}

/**
 * Makes everything that the templates may use, before any of them runs: pictures, fonts and formulas, for each of the
 * formats.
 *
 * @throws the signal's reason when it is aborted
 */
export async function prepareAssets(
  issue: Issue,
  formats: readonly Format[],
  options: AssetOptions,
): Promise<PreparedAssets> {
  const drawnIn = formats.filter(hasFormulaPictures)
  const [images, picked, inBook, formulas] = await Promise.all([
    prepareImages(issue, formats, options),
    formats.includes('pdf') ? pickIssueFonts(issue, options) : noFonts,
    formats.includes('epub') && options.bookFonts
      ? pickBookFonts(issue, options.tokens, options.extraText ?? [], options.world.packageFile)
      : noFonts,
    drawnIn.length > 0 ? drawFormulas(issue, options, drawnIn) : noDrawings,
  ])
  return {
    for(format) {
      if (!formats.includes(format)) throw new Error(`Assets for ${format} were not prepared`)
      if (format === 'pdf' && picked.missing.length > 0) throw new TypefaceMissing(picked.missing)
      const drawn = formulas[format] ?? noFormulas
      return {
        image: (article, src, use = 'picture') => images.image(format, article, src, use),
        logo: images.logo(format),
        formula: drawn.formula,
        images: byPath([...images.all(format), ...drawn.all]),
        fonts: format === 'pdf' ? picked.fonts : format === 'epub' ? inBook.fonts : [],
      }
    },
    missingInBook: inBook.missing,
    messages: images.messages,
  }
}

const noDrawings: DrawnFormulas = {}

const noFonts: PickedFonts = { fonts: [], missing: [] }

function pickIssueFonts(issue: Issue, { tokens, world, extraText = [] }: AssetOptions): Promise<PickedFonts> {
  return pickFonts({
    text: [issueText(issue), ...extraText].join('\n'),
    math: hasMath(issue),
    lang: issue.lang,
    fonts: tokens.fonts,
    packageFile: world.packageFile,
  })
}
