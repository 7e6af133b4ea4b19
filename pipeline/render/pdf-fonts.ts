import type { Nodes, Root } from 'hast'
import type { VFileMessage } from 'vfile-message'
import type { Rendering } from '../../templates/rendering.js'
import type { FontAsset } from '../assets/assets.js'
import { readFontTable } from '../assets/font-table.js'
import { typefaces } from '../assets/fonts.js'
import { type MissingCharacter, missingScripts } from '../assets/missing-scripts.js'
import type { PdfResult } from '../bind/pdf/bind.js'
import { finding } from '../messages.js'
import { placeOfCharacter } from './place-of-character.js'
import type { RenderJob } from './rendition.js'

/** A rendering whose theme names the families, too, that were picked for scripts that the theme has no typeface for. */
export function withPickedFaces(rendering: Rendering): Rendering {
  const { tokens, assets } = rendering
  const named = new Set(typefaces(tokens.fonts).map(({ family }) => family))
  const families = new Set(assets.fonts.map(({ family }) => family).filter(family => !named.has(family)))
  if (families.size === 0) return rendering
  const more = [...families].map(family => ({ family, package: '', fallback: 'serif' }))
  const fonts = { ...tokens.fonts, also: [...tokens.fonts.also, ...more] }
  return { ...rendering, tokens: { ...tokens, fonts } }
}

/**
 * What a PDF is set in that did not come along. A character that no embedded font has is an error, whether it became a
 * box or a font of this machine stepped in: the next machine may lack that font. A font of the machine that was asked
 * for, by a style sheet of the publication say, is a warning.
 */
export function fontFindings(
  printed: PdfResult,
  html: Root,
  { rendering, file, texts }: Pick<RenderJob, 'rendering' | 'file' | 'texts'>,
): VFileMessage[] {
  const { issue, publication, assets } = rendering
  const foreign = fontsOfTheMachine(printed, assets.fonts)
  const boxes = printed.missingGlyphs.length > 0
  const text = [issue.title, publication.name, ...drawn(html)].join('\n')
  // A private character may be drawn as a sign that nobody meant.
  if (!boxes && foreign.length === 0 && !/\p{Co}/u.test(text)) return []
  const missing = missingScripts(text, assets.fonts, issue.lang)
  if (boxes || missing.length > 0)
    return lacking(missing).map(([name, characters]) => {
      const [first] = characters
      const what = name
        ? `run \`npm install ${name}\` beside the publication`
        : 'add a font for them under `theme.fonts.also`'
      const where = first === undefined ? undefined : placeOfCharacter(first, issue, texts)
      return finding('glyph-missing', `${sentence(characters)}; ${what}`, where ?? { file })
    })
  return foreign.map(({ name, characters }) => {
    const reason = `Unexpected font ${name} of this machine for ${shownFew([...characters])}, expected one that comes along; name its package under \`theme.fonts\`, or the PDF differs from machine to machine`
    return finding('font-foreign', reason, { file })
  })
}

function fontsOfTheMachine(printed: PdfResult, fonts: readonly FontAsset[]): PdfResult['fonts'] {
  // The slices of a face have one name.
  const faces = new Map(fonts.map(font => [`${font.family} ${font.weight} ${font.style}`, font]))
  const names = new Set([...faces.values()].map(({ bytes }) => readFontTable(bytes)?.postScriptName))
  // A file that does not tell its name could be any of them.
  return names.has(undefined) ? [] : printed.fonts.filter(({ name }) => !names.has(name))
}

/** Characters by the package that has them, in the order they come. */
function lacking(missing: readonly MissingCharacter[]): [name: string, characters: string[]][] {
  const packages = new Map<string, string[]>()
  for (const { character, package: name = '' } of missing)
    packages.set(name, [...(packages.get(name) ?? []), character])
  if (packages.size === 0) packages.set('', [])
  return [...packages]
}

const sentence = (characters: readonly string[]) =>
  characters.length > 0
    ? `No font of the publication has ${shownFew(characters)}`
    : 'No font of the publication has some of the characters, which would print as boxes'

const shownFew = (characters: readonly string[]) =>
  `${characters.slice(0, 8).map(shown).join(' ')}${characters.length > 8 ? ` and ${characters.length - 8} more` : ''}`

/** A character, with its number where it cannot stand alone. */
const shown = (character: string) =>
  /^[\p{Mark}\p{White_Space}\p{Other}]/u.test(character) ? named(character) : character

const named = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const unseen: ReadonlySet<string> = new Set(['head', 'style', 'annotation', 'annotation-xml'])

/** The words of a document that are set on its pages. */
function drawn(node: Nodes): string[] {
  if (node.type === 'text') return [node.value]
  if (node.type === 'element' && unseen.has(node.tagName)) return []
  return 'children' in node ? node.children.flatMap(drawn) : []
}
