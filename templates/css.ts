/** What a declaration says: CSS of a template's own making, or a number without a unit. Undefined leaves it out. */
export type CssValue = string | number | undefined

/** The properties that browsers know, as the DOM spells them, and the descriptors of `@font-face`, `@page` and `@counter-style`. */
type Property =
  | Exclude<
      {
        [Key in keyof CSSStyleDeclaration]: CSSStyleDeclaration[Key] extends string ? Key : never
      }[keyof CSSStyleDeclaration],
      number | symbol | `${string}-${string}`
    >
  | 'src'
  | 'unicodeRange'
  | 'size'
  | 'system'
  | 'prefix'
  | 'suffix'
  | 'symbols'
  | 'fallback'
  | 'initialLetter'
  | 'WebkitBoxDecorationBreak'
  // How a text is cut off after so many lines, in every browser (CSS Overflow 4, 4.2).
  | 'WebkitBoxOrient'
  | 'WebkitLineClamp'
  // E-readers that are older than the unprefixed name; the second is EPUB's own (EPUB 3.3, "Prefixed CSS properties").
  | 'WebkitHyphens'
  | 'EpubHyphens'

/** Declarations, and the at-rules that nest in them, the margin boxes of `@page` for one. */
export type CssBlock = { readonly [Name in Property]?: CssValue } & {
  readonly [AtRule in `@${string}`]?: CssBlock
}

/** Rules by selector, in order. */
export type CssRules = Readonly<Record<string, CssBlock>>

/** A style sheet as data: groups of rules, since a selector such as `@font-face` comes more than once. */
export type Stylesheet = readonly CssRules[]

/**
 * Text as a CSS string: nothing in it ends the string, the declaration or the `style` element around it (CSSOM,
 * "serialize a string"; css-syntax-3, 4.3.7).
 */
export function cssString(text: string): string {
  const escaped = text
    // A lone surrogate cannot be written as UTF-8.
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('\0', '\uFFFD')
    .replace(/["\\]/g, '\\$&')
    // An escape by number takes one space after it for its own end.
    .replace(/[\u0001-\u001f\u007f<>]/g, character => `\\${character.charCodeAt(0).toString(16)} `)
  return `"${escaped}"`
}

/** An address as a CSS `url()`. */
export const cssUrl = (address: string): string => `url(${cssString(address)})`

/** Font families as a list, each name a string, with the generic families and stand-ins of `fallback` last. */
export const cssFamilies = (families: readonly string[], fallback: string): string =>
  [...new Set(families)].map(cssString).concat(fallback).join(', ')

/**
 * A style sheet as CSS text.
 *
 * @throws TypeError for a value that would end its declaration: text of an article belongs in `cssString`
 */
export const toCss = (sheet: Stylesheet): string =>
  sheet
    .flatMap(rules => Object.entries(rules))
    .map(([selector, block]) => rule(selector, block))
    .join('\n')

function rule(selector: string, block: CssBlock): string {
  const lines = Object.entries(block).flatMap(([name, value]) => {
    if (value === undefined) return []
    return [typeof value === 'object' ? rule(name, value) : `${kebab(name)}: ${checked(name, value)};`]
  })
  return `${selector} { ${lines.join(' ')} }`
}

/** As the DOM names properties (CSSOM, "CSS property to IDL attribute"), turned around. */
const kebab = (property: string): string => property.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

const whole = /^(?:[^;{}<"'\\]|"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*')*$/

function checked(property: string, value: string | number): string {
  const text = String(value)
  if (!whole.test(text)) throw new TypeError(`Unexpected value of the CSS property ${property}: ${text}`)
  return text
}
