import type { Tokens } from '../../templates/tokens.js'
import type { World } from '../world.js'
import { openFontPackage } from './font-package.js'
import { sliceOf, typefaces } from './fonts.js'
import { scriptOf } from './scripts.js'

/** A character that no typeface of the theme lists, with what to do about it. */
export interface MissingCharacter {
  readonly character: string
  /** The name of its script, `Devanagari` say; undefined where none is known. */
  readonly script: string | undefined
  /** The npm package of a font that has the script. */
  readonly package: string | undefined
}

/** Nothing is drawn for these, so no font needs them (UAX 44, Default_Ignorable_Code_Point). */
const undrawn = /^[\p{Cc}\p{Cf}\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u

/**
 * The characters of a text that none of the theme's typefaces lists, each once, in the order they come. A package says
 * what its files were cut for, not what the typeface's drawer filled in: what is found here is missing, and what is not
 * may still be.
 */
export async function missingScripts(
  text: string,
  tokens: Tokens,
  world: Pick<World, 'packageFile'>,
): Promise<readonly MissingCharacter[]> {
  const packages = new Set(typefaces(tokens.fonts).map(face => face.package))
  const fonts = await Promise.all([...packages].map(name => openFontPackage(world.packageFile, name)))
  const isListed = (character: string) =>
    fonts.some(font => font && sliceOf(font, character.codePointAt(0) ?? 0) !== undefined)
  const characters = [...new Set(text.normalize('NFC'))].filter(
    character => !undrawn.test(character) && !isListed(character),
  )
  return characters.map(character => {
    const script = scriptOf(character)
    const name = script?.name
    return { character, script: name, package: name === 'Han' ? hanPackage(text) : script?.package }
  })
}

/** Chinese characters are drawn differently by language; what stands beside them tells which. */
function hanPackage(text: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return '@fontsource/noto-serif-jp'
  if (/\p{Script=Hangul}/u.test(text)) return '@fontsource/noto-serif-kr'
  return /\p{Script=Bopomofo}/u.test(text) ? '@fontsource/noto-serif-tc' : '@fontsource/noto-serif-sc'
}
