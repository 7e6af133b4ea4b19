import type { Element, Root } from 'hast'
import { toCss } from '../css.js'
import { defaultTokens, type Palette } from '../tokens.js'

const { fonts, light, dark } = defaultTokens

/** A page of the documentation, to be read beside the preview. */
export const documentPage = (title: string, children: readonly Element[]): Root => ({
  type: 'root',
  children: [
    { type: 'doctype' },
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Trifold`}</title>
        <style>{css()}</style>
      </head>
      <body>
        <main>{[...children]}</main>
      </body>
    </html>,
  ],
})

const css = (): string =>
  [
    toCss([
      {
        html: { colorScheme: 'light dark' },
        body: { margin: 0, fontFamily: fonts.heading.fallback, lineHeight: 1.55 },
        main: { maxWidth: '42rem', marginInline: 'auto', padding: '1.5rem 1.25rem 60vh' },
        h2: { margin: '2.5rem 0 0.5rem', fontSize: '1.2rem', scrollMarginBlock: '1rem' },
        'h2:target': { outline: '2px solid', outlineOffset: '0.4rem' },
        'pre, code': { fontFamily: fonts.mono.fallback, fontSize: '0.875em' },
        pre: { padding: '0.75rem', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
      },
      colours(light),
    ]),
    `@media (prefers-color-scheme: dark) {\n${toCss([colours(dark)])}\n}`,
  ].join('\n')

const colours = ({ ink, paper, panel, accent }: Palette) => ({
  body: { color: ink, backgroundColor: paper },
  pre: { backgroundColor: panel },
  a: { color: accent },
  'h2:target': { outlineColor: accent },
})
