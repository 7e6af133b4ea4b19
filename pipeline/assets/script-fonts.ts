import { type HanFont, hanFontOf } from './han-sets.js'
import { scriptOf, scripts } from './scripts.js'

/** The script of a character, and the npm package of a font that has it; either may not be known. */
export interface ScriptFont {
  readonly script: string | undefined
  readonly package: string | undefined
}

/**
 * The free font that a character's script can be set in.
 *
 * @param text what it stands in, and `lang` the language of that: the two tell which nation's Chinese characters are meant
 */
export function fontFor(character: string, text: string, lang: string): ScriptFont {
  const script = isCjkSign.test(character) ? han : (sharedWith(character, text) ?? scriptOf(character))
  if (script?.name !== 'Han') return { script: script?.name, package: script?.package }
  const wanted = hanOf(lang) ?? hanBeside(text)
  const font = /\p{Script=Han}/u.test(character) ? hanFontOf(character, wanted) : wanted
  return { script: script.name, package: `@fontsource/noto-serif-${font}` }
}

/** Punctuation and forms that Chinese, Japanese and Korean share: they look as the characters beside them do. */
const isCjkSign = /[\u3000-\u303f\u31c0-\u31ef\u3200-\u33ff\ufe30-\ufe4f\uff00-\uffef]/

const han = scriptOf('\u4e00')

/** For a sign that several scripts share, as the danda, the one of them that the text is in (UAX 24, Script_Extensions). */
function sharedWith(character: string, text: string) {
  if (!/^[\p{Script=Common}\p{Script=Inherited}]$/u.test(character)) return undefined
  return scripts.find(({ name, characters }) => {
    if (/^(?:Emoji|Mathematics|Symbols)$/.test(name) || !characters.test(text)) return false
    return new RegExp(`\\p{Script_Extensions=${name.replace(' ', '_')}}`, 'u').test(character)
  })
}

/** Chinese characters are drawn differently by language. @param lang BCP 47 */
function hanOf(lang: string): HanFont | undefined {
  if (/^ja\b/i.test(lang)) return 'jp'
  if (/^ko\b/i.test(lang)) return 'kr'
  if (/^(?:zh|yue)-(?!Hans\b)(?:\w+-)*(?:HK|MO)\b/i.test(lang)) return 'hk'
  if (/^(?:zh|yue)-(?!Hans\b)(?:\w+-)*(?:Hant|TW)\b/i.test(lang)) return 'tc'
  return /^(?:zh|yue)\b/i.test(lang) ? 'sc' : undefined
}

/** In a text of another language, what stands beside them tells. */
function hanBeside(text: string): HanFont {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'jp'
  if (/\p{Script=Hangul}/u.test(text)) return 'kr'
  return /\p{Script=Bopomofo}/u.test(text) ? 'tc' : 'sc'
}
