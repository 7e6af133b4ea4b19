import { isEmojiFace } from '../../templates/face-order.js'
import type { Tokens, Typeface } from '../../templates/tokens.js'
import type { World } from '../world.js'
import type { FontAsset } from './assets.js'
import { type FontPackage, type FontSlice, facePath, openFontPackage } from './font-package.js'
import { charactersWithout, hasCharacter, readFontTable } from './font-table.js'
import { fontFor } from './script-fonts.js'

export interface FontOptions {
  /** All that is to be set, in any order. */
  readonly text: string
  /** Whether there are formulas; they need a face with a table of their own (OpenType `MATH`). */
  readonly math: boolean
  /** The language of the issue, BCP 47: it tells which nation's Chinese characters are meant. */
  readonly lang: string
  readonly fonts: Tokens['fonts']
  readonly packageFile: World['packageFile']
}

/** The faces that were picked, and the typefaces that could not be. */
export interface PickedFonts {
  readonly fonts: readonly FontAsset[]
  /** Typefaces whose package is not installed, or lacks a file that it lists. */
  readonly missing: readonly Typeface[]
}

interface Role {
  readonly face: Typeface
  readonly weights: readonly number[]
  readonly italic: boolean
  readonly characters: ReadonlySet<number>
}

/**
 * Picks the slices of the theme's typefaces that a text needs: body, heading and mono for every character, the
 * families for other scripts for what one of those three lacks, the math face where there are formulas. In the order
 * of the theme, and within a package in its own. For what no typeface of the theme has, the math face is taken where it does, or
 * the package that a message would name where it is installed.
 */
export async function pickFonts(options: FontOptions): Promise<PickedFonts> {
  const { fonts, packageFile, math, text, lang } = options
  const packages = new Map<string, FontPackage | undefined>()
  for (const { package: name } of typefaces(fonts)) {
    if (!packages.has(name)) packages.set(name, await openFontPackage(packageFile, name))
  }
  const all = codePoints(text)
  const main = [fonts.body, fonts.heading, fonts.mono].map(face => packages.get(face.package))
  const lacking = new Set([...all].filter(point => main.some(font => font && !sliceOf(font, point))))
  const roles: Role[] = [
    { face: fonts.body, weights: [400, 700], italic: true, characters: all },
    { face: fonts.heading, weights: [400, 600, 700], italic: true, characters: all },
    { face: fonts.mono, weights: [400, 700], italic: false, characters: all },
    ...fonts.also.map(face => ({ face, weights: [400, 700], italic: true, characters: lacking })),
  ]

  const picked = new Map<string, FontAsset>()
  const missing = new Set<Typeface>()
  const add = async ({ face, weights, italic, characters }: Role) => {
    const font = packages.get(face.package)
    if (!font) {
      missing.add(face)
      return
    }
    // A package lists ASCII in many of its numbered slices; a browser asks the last of them.
    const needed = new Set([...characters].map(point => sliceOf(font, point)))
    const slices = font.slices.filter(slice => needed.has(slice))
    for (const [weight, style] of faces(font, weights, italic)) {
      for (const slice of slices) {
        const asset = await readFace(packageFile, face, font, slice, weight, style)
        if (asset) picked.set(asset.path, asset)
        else missing.add(face)
      }
    }
  }
  for (const role of roles) await add(role)
  const unset = charactersWithout([...picked.values()], text)
  // An arrow that is an emoji only where a text says so is to be set as the letters around it.
  const emoji = new Set(fonts.also.filter(isEmojiFace).map(({ family }) => family))
  const letters = [...picked.values()].filter(({ family }) => !emoji.has(family))
  const asText = charactersWithout(letters, text).filter(sign => !/\p{Emoji_Presentation}/u.test(sign))
  const sought = [...unset, ...asText]
  const mathFace = math || sought.length > 0 ? await pickMathFace(fonts.math, packageFile) : undefined
  // Text faces are cut down to letters; arrows, stars and small figures are in the math face, too.
  const signs = mathFace && readFontTable(mathFace.bytes)
  if (mathFace && (math || sought.some(character => hasCharacter(signs, character))))
    picked.set(mathFace.path, mathFace)
  else if (math) missing.add(fonts.math)
  const rest = unset.filter(character => !hasCharacter(signs, character))
  for (const [name, characters] of byPackage(rest, text, lang)) {
    if (packages.has(name)) continue
    const font = await openFontPackage(packageFile, name)
    if (!font) continue
    packages.set(name, font)
    const face = { family: font.family, package: name, fallback: 'serif' }
    await add({ face, weights: [400, 700], italic: true, characters })
  }
  return { fonts: [...picked.values()], missing: [...missing] }
}

/** Characters by the package of a font for their script. */
function byPackage(characters: readonly string[], text: string, lang: string): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  for (const character of characters) {
    const { package: name } = fontFor(character, text, lang)
    if (name) found.set(name, (found.get(name) ?? new Set()).add(character.codePointAt(0) ?? 0))
  }
  return found
}

/** Every typeface of a theme, in the order they are tried. */
export const typefaces = ({ body, heading, mono, math, also }: Tokens['fonts']): readonly Typeface[] => [
  body,
  heading,
  ...also,
  mono,
  math,
]

/** The last slice that holds a character. */
export const sliceOf = (font: FontPackage, codePoint: number): FontSlice | undefined =>
  font.slices.findLast(slice => slice.has(codePoint))

/**
 * The characters of a text, as written and composed (a font may have only the whole letter), with those that are set
 * where no text says so: ASCII for page numbers and lists, the soft hyphen, the hyphen, the bullet.
 */
export function codePoints(text: string): ReadonlySet<number> {
  const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index)
  const characters = new Set(text)
  const composed = text.normalize('NFC')
  if (composed !== text) for (const character of composed) characters.add(character)
  const points = [...characters].flatMap(character => character.codePointAt(0) ?? [])
  return new Set([...ascii, 0xad, 0x2010, 0x2022, ...points])
}

/** The faces a package has of those that are wanted; a weight that it lacks is stood in for by the nearest. */
export function faces(font: FontPackage, weights: readonly number[], italic: boolean) {
  const has = weights.map(wanted => nearest(font.weights, wanted))
  const styles = (['normal', 'italic'] as const).filter(
    style => font.styles.includes(style) && (style === 'normal' || italic),
  )
  return [...new Set(has)]
    .filter(weight => weight !== undefined)
    .flatMap(weight => styles.map(style => [weight, style] as const))
}

function nearest(weights: readonly number[], wanted: number): number | undefined {
  return weights.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)[0]
}

async function readFace(
  packageFile: World['packageFile'],
  face: Typeface,
  font: FontPackage,
  slice: FontSlice,
  weight: number,
  style: FontAsset['style'],
): Promise<FontAsset | undefined> {
  const path = facePath(font, slice, weight, style)
  const bytes = await packageFile(path)
  if (!bytes) return undefined
  const { unicodeRange } = slice
  return { family: face.family, weight, style, unicodeRange, path: fontPath(path), bytes }
}

/**
 * The math face, without a `unicode-range`: Fontsource lists STIX Two Math as a Latin slice, and its one file holds
 * every sign and letter of mathematics. Undefined where the package is not installed.
 */
export async function pickMathFace(
  face: Typeface,
  packageFile: World['packageFile'],
): Promise<FontAsset | undefined> {
  const font = await openFontPackage(packageFile, face.package)
  const slice = font?.slices.find(({ name }) => name === 'math') ?? font?.slices.at(-1)
  const weight = font && nearest(font.weights, 400)
  if (!font || !slice || weight === undefined) return undefined
  const path = facePath(font, slice, weight, 'normal')
  const bytes = await packageFile(path)
  return bytes && { family: face.family, weight, style: 'normal', path: fontPath(path), bytes }
}

const fontPath = (path: string): string => `fonts/${path.split('/').at(-1)}`
