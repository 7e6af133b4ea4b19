import type { Root } from 'hast'
import type { CssRules } from '../css.js'
import type { Palette, Tokens } from '../tokens.js'
import { schemes, sheets } from '../web/settings.js'
import type { WebSheet } from '../web/stylesheet.js'
import type { Place } from './place.js'

/** A short email about a subscription. Nothing in it was written by who filled in a form. */
export interface Letter {
  readonly subject: string
  /** Before the link. */
  readonly said: readonly string[]
  readonly link: { readonly label: string; readonly href: string }
  /** After it. */
  readonly after: readonly string[]
  /** Another way, for whoever came for that. */
  readonly also: { readonly label: string; readonly href: string }
}

/** The letter as HTML: one link, no picture, and legible where its styles are taken away. */
export function letterHtml(
  { publication, words, dir }: Place,
  { subject, said, link, after, also }: Letter,
): Root {
  const page = (
    <html lang={words.lang} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{subject}</title>
        {schemes(publication.tokens)}
        {sheets(letterStyles(publication.tokens))}
      </head>
      <body>
        <main className="sheet">
          <h1>{subject}</h1>
          {said.map(line => (
            <p>{line}</p>
          ))}
          <p className="way">
            <a href={link.href}>{link.label}</a>
          </p>
          {after.map(line => (
            <p>{line}</p>
          ))}
          <p>
            <a href={also.href}>{also.label}</a>
          </p>
          <div className="foot" lang={publication.lang}>
            {footOf(publication).map(line => (
              <p>{line}</p>
            ))}
          </div>
        </main>
      </body>
    </html>
  )
  return { type: 'root', children: [{ type: 'doctype' }, page] }
}

/** The letter as plain text. */
export const letterText = ({ publication }: Place, { said, link, after, also }: Letter): string =>
  [
    ...said,
    `${link.label}:\n${link.href}`,
    ...after,
    `${also.label}:\n${also.href}`,
    ['-- ', ...footOf(publication)].join('\n'),
  ].join('\n\n')

function footOf({ name, publisher, address }: Place['publication']): string[] {
  const maker = publisher && !address?.startsWith(publisher) ? publisher : undefined
  return [name, maker, address].filter(line => line !== undefined)
}

const letterStyles = ({ light, dark, fonts, screen }: Tokens): WebSheet[] => [
  {
    rules: [
      {
        body: {
          margin: 0,
          padding: '24px 12px',
          fontFamily: fonts.body.fallback,
          fontSize: '17px',
          overflowWrap: 'break-word',
          lineHeight: 1.5,
        },
        '.sheet': {
          maxWidth: '480px',
          margin: '0 auto',
          padding: '28px 32px 20px',
          borderTop: '4px solid',
          borderRadius: `${screen.radius}px`,
        },
        h1: { margin: '0 0 16px', fontFamily: fonts.heading.fallback, fontSize: '22px', lineHeight: 1.25 },
        p: { margin: '0 0 16px' },
        '.way': { margin: '24px 0' },
        '.way a': {
          display: 'inline-block',
          padding: '12px 22px',
          borderRadius: `${screen.radius}px`,
          fontFamily: fonts.heading.fallback,
          fontWeight: 700,
          textDecoration: 'none',
        },
        '.foot': { marginTop: '28px', paddingTop: '16px', borderTop: '1px solid' },
        '.foot p': { margin: '0 0 4px', fontFamily: fonts.heading.fallback, fontSize: '14px' },
      },
      colours(light),
    ],
  },
  { media: '(prefers-color-scheme: dark)', rules: [colours(dark)] },
]

const colours = (palette: Palette): CssRules => ({
  body: { color: palette.ink, backgroundColor: palette.ground },
  '.sheet': { backgroundColor: palette.paper, borderColor: palette.accent },
  a: { color: palette.accent },
  '.way a': { color: palette.onAccent, backgroundColor: palette.accent },
  '.foot': { color: palette.muted, borderColor: palette.line },
})
