import type { VFileMessage } from 'vfile-message'
import { namedPicture } from '../../templates/cover/choice.js'
import { type CoverText, coverTexts, withoutTexts } from '../../templates/cover/said.js'
import type { Rendering } from '../../templates/rendering.js'
import type { PickedFonts } from '../assets/fonts.js'
import { missingScripts } from '../assets/missing-scripts.js'
import { finding } from '../messages.js'
import type { Drawing } from './cover.js'
import { placeOfCharacter, type SourceTexts } from './place-of-character.js'

/** What of a cover can be drawn in fonts that come along. */
interface Settable {
  /** With the words that can; undefined where the title cannot. */
  readonly words?: Rendering
  /** What there is in place of a drawn cover, or of words, for messages. */
  readonly instead: string
  readonly messages: readonly VFileMessage[]
}

interface Told {
  readonly drawing: Drawing
  readonly file: string
  readonly texts: SourceTexts | undefined
}

/**
 * The words of a cover that the picked fonts have a glyph for. Fonts of the machine do not count: what they lack would be
 * boxes, and the next machine has others. A cover without its title is none: e-readers make one that says it.
 */
export function settable(rendering: Rendering, { fonts, missing }: PickedFonts, told: Told): Settable {
  const { issue, tokens } = rendering
  const { body, heading } = tokens.fonts
  const faces = missing.filter(face => face === body || face === heading)
  const texts = Object.entries(coverTexts(rendering)) as [CoverText, string][]
  const lacking = texts.flatMap(([name, text]) => {
    const characters = missingScripts(text, fonts, issue.lang)
    return characters.length > 0 ? [{ name, characters }] : []
  })
  const bare = faces.length > 0 || lacking.some(({ name }) => name === 'title')
  const instead = bare
    ? insteadOf(rendering, told.drawing)
    : 'the cover goes without the words that have them'
  const words = bare ? {} : { words: withoutTexts(rendering, new Set(lacking.map(({ name }) => name))) }
  const characters = lacking.flatMap(each => each.characters)
  return {
    ...words,
    instead,
    messages: [
      ...faces.map(face =>
        finding(
          'cover-font',
          `Unexpected typeface ${face.family} without its package, expected ${face.package}: ${instead}; run \`npm install ${face.package}\` beside the publication`,
          { file: told.file },
        ),
      ),
      ...(faces.length === 0 && characters.length > 0
        ? [ofCharacters(characters, instead, rendering, told)]
        : []),
    ],
  }
}

function insteadOf(rendering: Rendering, drawing: Drawing): string {
  if (drawing === 'preview') return 'the web page has no preview image'
  return namedPicture(rendering)
    ? 'the cover is the picture that the front matter names'
    : 'the book has no cover'
}

function ofCharacters(
  characters: ReturnType<typeof missingScripts>,
  instead: string,
  { issue }: Rendering,
  { file, texts }: Told,
): VFileMessage {
  const packages = new Set(characters.flatMap(character => character.package ?? []))
  const shown = [...new Set(characters.map(({ character }) => character))].slice(0, 8).join(' ')
  const where = placeOfCharacter(characters[0]?.character ?? '', issue, texts) ?? { file }
  const todo =
    packages.size > 0
      ? `run \`npm install ${[...packages].join(' ')}\` beside the publication`
      : 'add a font for them under `theme.fonts.also`'
  return finding(
    'cover-font',
    `Unexpected ${shown} on the cover, expected characters that a font of the publication has: ${instead}; ${todo}`,
    where,
  )
}
