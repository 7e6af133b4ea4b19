import type { ArticleElement } from '../../article.js'
import { elementsNamed } from '../../walk.js'
import { ofLanguage, plainWords } from './plain-words.js'
import { shown } from './shown.js'
import type { ArticleRule, MetaRule } from './source-rule.js'

/** Words that stand for a picture in any language, and those that do so in one. */
const anywhere = ['image', 'img', 'photo', 'alt', 'alt text', 'screenshot', 'screen shot', 'untitled']
const placeholders: Readonly<Record<string, readonly string[]>> = {
  en: ['picture', 'pic', 'photograph', 'graphic', 'illustration', 'placeholder', 'spacer', 'thumbnail'],
  de: ['bild', 'foto', 'grafik', 'abbildung', 'bildschirmfoto', 'platzhalter', 'alternativtext'],
  fr: ['photographie', 'illustration', 'capture d’écran', "capture d'écran", 'texte alternatif'],
  es: ['imagen', 'foto', 'fotografía', 'ilustración', 'captura de pantalla', 'texto alternativo'],
  ar: ['صورة', 'الصورة', 'لقطة شاشة'],
}

/** Signs that a file's name has at most: 255 bytes on every system. */
const longestName = 255
const extension = /\.(?:jpe?g|jfif|png|gif|webp|avif|svg|heic|heif|tiff?|bmp)$/i
/** What cameras and telephones call a file: letters, perhaps a line, and a count of four digits or a date. */
const camera = /^(?:img|dsc[fn]?|dcim|pxl|mvimg|gopr|pict|wp|p)[-_ ]?\d{4,}[-_\d ]*$/i

/**
 * Alternative text says what is to be seen, and not what the file is called or that there is a picture: that much a
 * screen reader says by itself (WCAG 2.2, 1.1.1, failure F30).
 *
 * @see https://www.w3.org/WAI/WCAG22/Techniques/failures/F30
 */
export const imageAltPlaceholder: ArticleRule = ({ tree, meta }, report) => {
  for (const { properties, position } of elementsNamed(tree, 'img', 'picture')) {
    const fault = faultOf(properties, meta.lang)
    if (fault !== undefined)
      report(
        'image-alt-placeholder',
        `Unexpected alternative text \`${shown(properties.alt)}\`, which ${fault}; expected what is to be seen`,
        position,
      )
  }
}

/** The same of the cover that the front matter names. */
export const coverAltPlaceholder: MetaRule = ({ meta: { cover, lang }, places }, report) => {
  const fault = cover && faultOf(cover, lang)
  if (cover && fault !== undefined)
    report(
      'image-alt-placeholder',
      `Unexpected alternative text \`${shown(cover.alt)}\` of \`cover\`, which ${fault}; expected what is to be seen`,
      places?.cover,
    )
}

function faultOf({ src, alt }: Picked, lang: string): string | undefined {
  const words = alt.trim()
  if (words === '' || words.length > longestName) return undefined
  // With spaces it may be a sentence that ends in a file's name.
  const isFile = extension.test(words) && (!/\s/.test(words) || words === fileOf(src))
  if (isFile || camera.test(words)) return 'is the name of a file'
  const bare = plainWords(words).replace(/[\s#]*\d+$/, '')
  const known = [...anywhere, ...(ofLanguage(placeholders, lang) ?? [])]
  return known.includes(bare) ? 'says only that there is a picture' : undefined
}

type Picked = Pick<ArticleElement<'img'>['properties'], 'src' | 'alt'>

function fileOf(src: string): string {
  const name = src.replace(/[?#].*$/s, '').replace(/^.*\//s, '')
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
