import type { Tokens, Typeface } from '../../templates/tokens.js'
import type { ElementName, Issue } from '../article.js'
import { elementsNamed, wordsOf } from '../walk.js'
import type { World } from '../world.js'
import type { FontAsset } from './assets.js'
import { type FontPackage, facePath, openFontPackage } from './font-package.js'
import { codePoints, faces, type PickedFonts, sliceOf } from './fonts.js'
import { issueText } from './issue-text.js'
import { unwrapped } from './woff.js'

interface Role {
  readonly face: Typeface
  readonly weights: readonly number[]
  readonly italic: boolean
  /** What is set in it. */
  readonly text: string
}

/**
 * Picks the slices of the theme's typefaces that a book embeds: for running text, for headings, and for code where it has
 * some. Other scripts and formulas are the reader's own, which has typefaces for them.
 *
 * Each slice has a family of its own name, the one with Latin letters the theme's: engines that know no `unicode-range`,
 * Adobe's and Kindle's, take one file for a family, and look on in the next family of the list for what it lacks. The
 * files are plain OpenType, which is all that Kindle takes (Kindle Publishing Guidelines 2019.2, 10.3.8).
 */
export async function pickBookFonts(
  issue: Issue,
  { fonts }: Tokens,
  extraText: readonly string[],
  packageFile: World['packageFile'],
): Promise<PickedFonts> {
  const wordsIn = (...names: ElementName[]) =>
    issue.articles.flatMap(({ tree }) => elementsNamed(tree, ...names)).map(wordsOf)
  const titles = [issue.title, ...issue.articles.map(({ meta }) => meta.title), ...extraText]
  const code = wordsIn('pre', 'code', 'kbd')
  const roles: Role[] = [
    { face: fonts.body, weights: [400, 700], italic: true, text: [issueText(issue), ...extraText].join() },
    {
      face: fonts.heading,
      weights: [700],
      italic: wordsIn('h4').length > 0,
      text: [...titles, ...wordsIn('h2', 'h3', 'h4')].join(),
    },
    ...(code.length > 0 ? [{ face: fonts.mono, weights: [400, 700], italic: false, text: code.join() }] : []),
  ]
  const picked = new Map<string, FontAsset>()
  const missing = new Set<Typeface>()
  for (const { face, text, ...role } of roles) {
    const font = await openFontPackage(packageFile, face.package)
    const made = font && (await slicesOf(font, face, { ...role, characters: codePoints(text), packageFile }))
    if (!made || made.includes(undefined)) missing.add(face)
    for (const asset of made ?? []) if (asset) picked.set(asset.path, asset)
  }
  return { fonts: [...picked.values()], missing: [...missing] }
}

interface Wanted extends Omit<Role, 'face' | 'text'> {
  readonly characters: ReadonlySet<number>
  readonly packageFile: World['packageFile']
}

function slicesOf(font: FontPackage, face: Typeface, { weights, italic, characters, packageFile }: Wanted) {
  const needed = new Set([...characters].map(point => sliceOf(font, point)))
  const latin = sliceOf(font, 'a'.codePointAt(0) ?? 0)
  const slices = font.slices
    .filter(slice => needed.has(slice))
    .sort((a, b) => Number(b === latin) - Number(a === latin))
  return Promise.all(
    slices.flatMap(slice =>
      faces(font, weights, italic).map(async ([weight, style]): Promise<FontAsset | undefined> => {
        const path = facePath(font, slice, weight, style).replace(/2$/, '')
        const wrapped = await packageFile(path)
        const file = wrapped && unwrapped(wrapped)
        if (!file) return undefined
        const name = path
          .split('/')
          .at(-1)
          ?.replace(/\.woff$/, `.${file.type}`)
        const family = slice === latin ? face.family : `${face.family} ${slice.name}`
        return { family, weight, style, path: `fonts/${name}`, bytes: file.bytes }
      }),
    ),
  )
}
