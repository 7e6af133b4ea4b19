import type { VFileMessage } from 'vfile-message'
import type { Typeface } from '../../templates/tokens.js'
import type { Format, Issue } from '../article.js'
import { finding } from '../messages.js'
import type { FormatAssets } from './assets.js'
import { type PickedFonts, pickFonts } from './fonts.js'
import { type ImageOptions, prepareImages } from './images.js'
import { hasMath, issueText } from './issue-text.js'

export interface AssetOptions extends ImageOptions {
  /** What the interface says beside the articles, in any order: its characters need fonts too. */
  readonly extraText?: readonly string[]
}

/** What was made of an issue's assets. */
export interface PreparedAssets {
  /** @throws Error for a format that was not asked for */
  for(format: Format): FormatAssets
  readonly messages: readonly VFileMessage[]
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
  const images = await prepareImages(issue, formats, options)
  const picked = formats.includes('pdf') ? await pickIssueFonts(issue, options) : undefined
  const assets = new Map(
    formats.map((format): [Format, FormatAssets] => [
      format,
      {
        image: (article, src) => images.image(format, article, src),
        formula: () => undefined,
        images: images.all(format),
        fonts: format === 'pdf' && picked ? picked.fonts : [],
      },
    ]),
  )
  return {
    for(format) {
      const found = assets.get(format)
      if (!found) throw new Error(`Assets for ${format} were not prepared`)
      return found
    },
    messages: [...images.messages, ...(picked?.missing ?? []).map(face => notInstalled(face, issue))],
  }
}

function pickIssueFonts(issue: Issue, { tokens, world, extraText = [] }: AssetOptions): Promise<PickedFonts> {
  return pickFonts({
    text: [issueText(issue), ...extraText].join('\n'),
    math: hasMath(issue),
    fonts: tokens.fonts,
    packageFile: world.packageFile,
  })
}

function notInstalled(face: Typeface, issue: Issue): VFileMessage {
  const reason = `The typeface ${face.family} is not installed: add the package ${face.package} beside the publication`
  return finding('glyph-missing', reason, { file: issue.articles[0].file })
}
