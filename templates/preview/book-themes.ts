import { type CssBlock, type CssRules, toCss } from '../css.js'
import { defaultTokens } from '../tokens.js'

/** The colours that an e-reader is set to. */
export type BookTheme = 'light' | 'sepia' | 'dark'

const { light, dark, fonts } = defaultTokens

const themes: Readonly<Record<BookTheme, { ground: string; ink: string; link: string; scheme: string }>> = {
  light: { ground: light.paper, ink: light.ink, link: light.accent, scheme: 'light' },
  sepia: {
    ground: `color-mix(in srgb, ${light.ground} 72%, ${light.highlight})`,
    ink: `color-mix(in srgb, ${light.ink} 88%, ${light.accent})`,
    link: light.accent,
    scheme: 'light',
  },
  dark: { ground: dark.paper, ink: dark.ink, link: dark.accent, scheme: 'dark' },
}

/** The colour behind a book. */
export const bookGround = (theme: BookTheme): string => themes[theme].ground

/** What an e-reader says before a book's own style sheet: the book may say otherwise. */
export const beforeBook = (): string =>
  toCss([{ body: { fontFamily: fonts.body.fallback, lineHeight: 1.5 } }])

/** What an e-reader says after it, for who reads has the last word. @param size in per cent of the usual one */
export function afterBook(theme: BookTheme, size: number): string {
  const { ground, ink, link, scheme } = themes[theme]
  const page: CssBlock = {
    fontSize: `${size}%`,
    colorScheme: scheme,
    color: `${ink} !important`,
    background: `${ground} !important`,
  }
  const rules: CssRules = {
    html: page,
    body: { color: 'inherit !important' },
    'a:link': { color: `${link} !important` },
  }
  return toCss([rules])
}
