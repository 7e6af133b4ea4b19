import type { FontAsset } from './assets.js'
import { charactersWithout } from './font-table.js'
import { fontFor } from './script-fonts.js'

/** A character that no embedded font has, with what to do about it. */
export interface MissingCharacter {
  readonly character: string
  /** The name of its script, `Devanagari` say; undefined where none is known. */
  readonly script: string | undefined
  /** The npm package of a font that has the script. */
  readonly package: string | undefined
}

/**
 * The characters of a text that none of the embedded fonts has a glyph for, each once, in the order they come: what the
 * machine's own fonts have does not count.
 *
 * @param lang of the issue, which decides between fonts for Chinese characters
 */
export function missingScripts(text: string, fonts: readonly FontAsset[], lang: string): MissingCharacter[] {
  return charactersWithout(fonts, text).map(character => ({ character, ...fontFor(character, text, lang) }))
}
