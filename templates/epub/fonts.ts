import type { FontAsset } from '../../pipeline/assets/assets.js'
import { cssFamilies, cssString, cssUrl, type Stylesheet } from '../css.js'
import type { Rendering } from '../rendering.js'
import type { Typeface } from '../tokens.js'
import type { BookResource } from './package/book.js'

/** What EPUB 3.3 calls the files of fonts (section 3.2, core media types). */
const types: Readonly<Record<string, string>> = { ttf: 'font/ttf', otf: 'font/otf', woff2: 'font/woff2' }

/** The files of the embedded typefaces. */
export const fontResources = ({ assets }: Rendering): BookResource[] =>
  assets.fonts.map(({ path, bytes }) => ({
    href: path,
    type: types[path.split('.').at(-1) ?? ''] ?? 'application/font-sfnt',
    bytes,
  }))

/**
 * The theme's typefaces where they are embedded: running text inherits its own from the body, which is where reading
 * systems put the one that a reader chooses. Nothing is `!important`.
 */
export function embeddedFaces({ assets: { fonts }, tokens }: Rendering): Stylesheet {
  if (fonts.length === 0) return []
  const { body, heading, mono } = tokens.fonts
  return [
    ...fonts.map(font => ({
      '@font-face': {
        fontFamily: cssString(font.family),
        fontWeight: font.weight,
        fontStyle: font.style,
        src: cssUrl(font.path),
      },
    })),
    {
      body: { fontFamily: families(fonts, body) },
      'h1, h2, h3, h4': { fontFamily: families(fonts, heading) },
      // Stronger than the rules of the style sheet, which know no typeface for code.
      'html pre, html code, html kbd': { fontFamily: families(fonts, mono) },
    },
  ]
}

/** The families of a typeface's slices, in their order. */
function families(fonts: readonly FontAsset[], { family, fallback }: Typeface): string {
  const own = fonts.map(font => font.family).filter(name => name === family || name.startsWith(`${family} `))
  return cssFamilies(own, fallback)
}
