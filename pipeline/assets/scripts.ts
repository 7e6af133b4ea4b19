/** A script that the theme may lack a font for. */
export interface Script {
  /** As a message names it. */
  readonly name: string
  readonly characters: RegExp
  /** The npm package of a free font that has it. */
  readonly package: string
}

const script = (name: string, characters: RegExp, font: string): Script => ({
  name,
  characters,
  package: `@fontsource/${font}`,
})

/** Scripts by Unicode's property, with a font for each; the first that fits is meant. */
export const scripts: readonly Script[] = [
  script('Latin', /\p{Script=Latin}/u, 'noto-serif'),
  script('Greek', /\p{Script=Greek}/u, 'noto-serif'),
  script('Cyrillic', /\p{Script=Cyrillic}/u, 'noto-serif'),
  script('Arabic', /\p{Script=Arabic}/u, 'noto-naskh-arabic'),
  script('Hebrew', /\p{Script=Hebrew}/u, 'noto-serif-hebrew'),
  script('Hiragana', /\p{Script=Hiragana}/u, 'noto-serif-jp'),
  script('Katakana', /\p{Script=Katakana}/u, 'noto-serif-jp'),
  script('Hangul', /\p{Script=Hangul}/u, 'noto-serif-kr'),
  script('Han', /\p{Script=Han}/u, 'noto-serif-sc'),
  script('Bopomofo', /\p{Script=Bopomofo}/u, 'noto-serif-tc'),
  script('Armenian', /\p{Script=Armenian}/u, 'noto-serif-armenian'),
  script('Georgian', /\p{Script=Georgian}/u, 'noto-serif-georgian'),
  script('Ethiopic', /\p{Script=Ethiopic}/u, 'noto-serif-ethiopic'),
  script('Devanagari', /\p{Script=Devanagari}/u, 'noto-serif-devanagari'),
  script('Bengali', /\p{Script=Bengali}/u, 'noto-serif-bengali'),
  script('Gurmukhi', /\p{Script=Gurmukhi}/u, 'noto-serif-gurmukhi'),
  script('Gujarati', /\p{Script=Gujarati}/u, 'noto-serif-gujarati'),
  script('Oriya', /\p{Script=Oriya}/u, 'noto-serif-oriya'),
  script('Tamil', /\p{Script=Tamil}/u, 'noto-serif-tamil'),
  script('Telugu', /\p{Script=Telugu}/u, 'noto-serif-telugu'),
  script('Kannada', /\p{Script=Kannada}/u, 'noto-serif-kannada'),
  script('Malayalam', /\p{Script=Malayalam}/u, 'noto-serif-malayalam'),
  script('Sinhala', /\p{Script=Sinhala}/u, 'noto-serif-sinhala'),
  script('Thai', /\p{Script=Thai}/u, 'noto-serif-thai'),
  script('Lao', /\p{Script=Lao}/u, 'noto-serif-lao'),
  script('Khmer', /\p{Script=Khmer}/u, 'noto-serif-khmer'),
  script('Myanmar', /\p{Script=Myanmar}/u, 'noto-serif-myanmar'),
  script('Tibetan', /\p{Script=Tibetan}/u, 'noto-serif-tibetan'),
  script('Mongolian', /\p{Script=Mongolian}/u, 'noto-sans-mongolian'),
  script('Syriac', /\p{Script=Syriac}/u, 'noto-sans-syriac'),
  script('Thaana', /\p{Script=Thaana}/u, 'noto-sans-thaana'),
  script('Tifinagh', /\p{Script=Tifinagh}/u, 'noto-sans-tifinagh'),
  script('Cherokee', /\p{Script=Cherokee}/u, 'noto-sans-cherokee'),
  script('Canadian Aboriginal', /\p{Script=Canadian_Aboriginal}/u, 'noto-sans-canadian-aboriginal'),
  script('Emoji', /\p{Emoji_Presentation}/u, 'noto-emoji'),
  script('Mathematics', /\p{Math}/u, 'noto-sans-math'),
  script('Symbols', /[\p{Symbol}\p{Script=Braille}]/u, 'noto-sans-symbols-2'),
]

/** The script of a character; undefined for one that no table row fits. */
export function scriptOf(character: string): Script | undefined {
  return scripts.find(({ characters }) => characters.test(character))
}
