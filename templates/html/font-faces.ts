import type { FontAsset } from '../../pipeline/assets/assets.js'
import { cssString, cssUrl, type Stylesheet } from '../css.js'

/** The faces that are embedded, each slice asked for only where its characters stand. */
export const fontFaces = (fonts: readonly FontAsset[]): Stylesheet =>
  fonts.map(font => ({
    '@font-face': {
      fontFamily: cssString(font.family),
      fontWeight: font.weight,
      fontStyle: font.style,
      src: `${cssUrl(`/${font.path}`)} format("woff2")`,
      unicodeRange: font.unicodeRange,
    },
  }))
