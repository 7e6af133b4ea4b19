import { type EmailFinding, type EmailRule, shown } from '../checked-email.js'
import { type Declaration, declarationsOf, rulesOf } from '../css.js'

/** Bytes of style sheets that Gmail reads; it drops the block that goes over (developers.google.com/gmail/design/css). */
const mostBytes = 16_384

/** What some client drops with all that stands beside it, or draws as nothing. */
const banned: readonly [test: (declaration: Declaration) => boolean, name: string, instead: string][] = [
  [({ value }) => /\brgba?\(\s*[\d.]+%?\s+[\d.]/i.test(value), 'a colour with spaces', 'six-digit hex'],
  [({ value }) => /(?<![\w-])var\(/i.test(value), '`var()`', 'the value itself'],
  [({ value }) => /(?<![\w.-])[\d.]+rem\b/i.test(value), '`rem`', 'px'],
  [
    ({ property, value }) =>
      /^flex(?:-|$)/.test(property) || (property === 'display' && /\bflex\b/.test(value)),
    'flexbox',
    'a table, or a block below the other',
  ],
  [
    ({ property, value }) =>
      /^grid(?:-|$)/.test(property) || (property === 'display' && /\bgrid\b/.test(value)),
    'a grid',
    'a table, or a block below the other',
  ],
  [
    ({ property }) => /-(?:inline|block)(?:-|$)|^(?:inline|block)-size$|^inset/.test(property),
    'a logical property',
    'left, right, top or bottom',
  ],
]

/** Gmail reads a style sheet whole or not at all, and Outlook drops declarations that are newer than itself. */
export const emailStyles: EmailRule = email => {
  const bytes = Buffer.byteLength(email.styleSheet)
  const size: EmailFinding[] =
    bytes > mostBytes
      ? [
          {
            reason: `Unexpected style sheets of ${bytes} bytes, expected at most ${mostBytes}; Gmail drops what is over`,
          },
        ]
      : []
  const inSheet = rulesOf(email.styleSheet).flatMap(({ declarations, selector }) =>
    declarations.flatMap(declaration => faultsOf(declaration, ` in \`${shown(selector)}\``)),
  )
  // Most elements of a letter share a few styles.
  const known = new Map<string, readonly EmailFinding[]>()
  const inline = email.elements.flatMap(at => {
    const { style } = at.properties
    if (typeof style !== 'string') return []
    const faults = known.get(style) ?? inlineFaultsOf(style)
    known.set(style, faults)
    return faults.map(fault => ({ ...fault, at }))
  })
  return [...size, ...inSheet, ...inline]
}

const faultsOf = (declaration: Declaration, where: string): EmailFinding[] =>
  banned.flatMap(([test, name, instead]) =>
    test(declaration) ? [finding(declaration, `${name}${where}`, instead)] : [],
  )

const inlineFaultsOf = (style: string): EmailFinding[] =>
  declarationsOf(style).flatMap(declaration => [...faultsOf(declaration, ''), ...colourFaultsOf(declaration)])

/** In a `style` attribute a colour is six-digit hex, which every client reads. */
function colourFaultsOf(declaration: Declaration): EmailFinding[] {
  const { value } = declaration
  const colours = value.match(/#[\da-f]+\b|(?<![\w-])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/gi) ?? []
  const unread = colours.some(colour => !/^#[\da-f]{6}$/i.test(colour))
  const spaced = /\brgba?\(\s*[\d.]+%?\s+[\d.]/i.test(value)
  return unread && !spaced ? [finding(declaration, 'a colour', 'six-digit hex')] : []
}

const finding = ({ property, value }: Declaration, name: string, instead: string): EmailFinding => ({
  reason: `Unexpected ${name} in \`${shown(`${property}:${value}`)}\`, expected ${instead}`,
})
