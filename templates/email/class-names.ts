import type { CodeColour } from '../tokens.js'

/** The classes of the email: what its style sheet finds when it recolours for the dark. Inline styles do the rest. */
export const classNames = {
  ground: 'ground',
  sheet: 'sheet',
  text: 'text',
  muted: 'muted',
  panel: 'panel',
  hairline: 'line',
  accentLine: 'accent',
  highlight: 'mark',
  markedLine: 'marked',
  button: 'button',
  /** A cell of a table of data. */
  cell: 'cell',
  /** The first line of a callout. */
  label: 'label',
  formula: 'formula',
  /** A picture wider than a telephone. */
  wide: 'wide',
  name: 'name',
  title: 'title',
  footer: 'footer',
  code: 'code',
} as const

/** The classes of colours in code: short, for they stand on every token. */
export const codeClasses: Readonly<Record<CodeColour, string>> = {
  keyword: 'ck',
  string: 'cs',
  comment: 'cc',
  number: 'cn',
  name: 'cm',
  type: 'ct',
}
