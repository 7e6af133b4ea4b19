/** Why an email of ours uses what some client does not support, and what the reader has there instead. */
export interface Accepted {
  readonly reason: string
  readonly fallback: string
}

const shell = 'MJML writes it in the frame of every email.'
const dark = 'It is how an email says what it looks like in the dark.'
const undarkened = 'The light colours, or what the client makes of them by itself; they keep their contrast.'
const sheet =
  'It is in the style sheet, which holds the colours for the dark and what a narrow screen changes.'
const unstyled =
  'The inline styles, which are all of the look in the light; the layout is fluid without the sheet.'

/** What our own email uses although a client of the list lacks it, by caniemail's name of the feature. */
export const accepted: Readonly<Record<string, Accepted>> = {
  'html-doctype': {
    reason: shell,
    fallback: 'The client’s own page, which has one or does not; no style relies on it.',
  },
  'html-body': {
    reason: 'A page has one. Language, direction and ground are repeated on the element inside it.',
    fallback: 'That element, in a `div` of the client’s.',
  },
  'html-meta-color-scheme': { reason: dark, fallback: undarkened },
  'css-color-scheme': { reason: dark, fallback: undarkened },
  'css-at-media-prefers-color-scheme': { reason: dark, fallback: undarkened },
  'css-selector-attribute': {
    reason:
      'Outlook.com marks what it has recoloured with attributes; the sheet recolours it as the dark palette has it.',
    fallback: 'Nothing: only Outlook.com sets the attributes, and it reads the selectors.',
  },
  'css-at-media': { reason: sheet, fallback: unstyled },
  'css-selector-type': { reason: sheet, fallback: unstyled },
  'css-selector-class': { reason: sheet, fallback: unstyled },
  'css-selector-grouping': { reason: sheet, fallback: unstyled },
  'css-selector-chaining': { reason: sheet, fallback: unstyled },
  'css-selector-child': { reason: sheet, fallback: unstyled },
  'css-selector-descendant': { reason: sheet, fallback: unstyled },
  'css-word-spacing': { reason: shell, fallback: 'The same: the value is the default.' },
  'css-outline': { reason: shell, fallback: 'The same: pictures have no outline.' },
  'css-table-layout': {
    reason: shell,
    fallback: 'Columns as wide as their words; the value that MJML writes is the default.',
  },
  'html-aria-label': {
    reason: 'It says in words what a sign means: the number of a note, the way back, the box of a task.',
    fallback: 'The sign itself is read out: `[1]`, an arrow, a box.',
  },
  'css-text-decoration': {
    reason: 'MJML takes the line from under pictures and buttons.',
    fallback: 'A line under the words of a button.',
  },
  'css-word-break': {
    reason: 'A word that is longer than a telephone is wide may break.',
    fallback: 'A very long word, an address say, makes the letter scroll sideways.',
  },
  'css-height': {
    reason: 'A picture that shrinks on a telephone keeps its proportions.',
    fallback: 'The height of its attribute; Yahoo’s apps scale the letter instead.',
  },
  'css-border-radius': { reason: 'Buttons and keys have round corners.', fallback: 'Square corners.' },
  'css-filter': {
    reason: 'In the dark, formulas are turned light where the client reads the dark colours.',
    fallback: 'The formula on its plate of paper, as in the light.',
  },
  'css-mix-blend-mode': {
    reason: 'The plate of a formula that was turned light takes the ground it stands on.',
    fallback: 'A black plate, on which the formula is as light.',
  },
  'css-cursor': { reason: 'MJML writes it on buttons.', fallback: 'The client’s own cursor.' },
  'html-target': {
    reason: 'MJML writes it on buttons.',
    fallback: 'The same: mail clients open links in a window of their own.',
  },
  'css-white-space': {
    reason: 'Code is in a `pre`, in which long lines wrap.',
    fallback: 'A `pre` as the client has it: the lines of the code stay, long ones are cut or scroll.',
  },
  'html-anchor-links': {
    reason: 'Notes and contents lead to their places.',
    fallback:
      'The link does nothing; the number in brackets is that of the note below, and headings are found by reading on.',
  },
  'html-semantics': {
    reason: 'Marked words are a `mark`.',
    fallback: 'The words, and their ground, which is inline.',
  },
  'html-abbr': { reason: 'An abbreviation carries what it stands for.', fallback: 'The abbreviation.' },
  'html-bdi': {
    reason: 'A name in another script keeps its own direction.',
    fallback: 'The name as the client’s own ordering has it, as a rule the same.',
  },
  'html-ruby': {
    reason: 'Readings stand above their characters.',
    fallback: 'The reading in brackets after the word.',
  },
  'html-rt': {
    reason: 'Readings stand above their characters.',
    fallback: 'The reading in brackets after the word.',
  },
  'html-rp': { reason: 'It holds those brackets.', fallback: 'The brackets, as text.' },
  'css-list-style': {
    reason: 'The items of a list of tasks have a box for their sign.',
    fallback: 'The sign and the box.',
  },
  'css-max-height': {
    reason: 'It hides the preheader.',
    fallback: '`mso-hide`, which is classic Outlook’s own way.',
  },
  'css-overflow': {
    reason: 'It hides the preheader.',
    fallback: '`mso-hide`, which is classic Outlook’s own way.',
  },
}

/** Features of which another rule tells, in its own words. */
export const toldElsewhere: ReadonlySet<string> = new Set([
  ...['css-variables', 'css-unit-rem', 'css-rgb', 'css-rgba', 'css-modern-color', 'css-display-flex'],
  ...['css-display-grid', 'css-flex-direction', 'css-flex-wrap', 'css-grid-template', 'css-inset'],
  ...['css-margin-inline-block', 'css-margin-inline-start-end', 'css-margin-block-start-end'],
  ...['css-padding-inline-block', 'css-padding-inline-start-end', 'css-padding-block-start-end'],
  ...['css-border-inline-block', 'css-border-inline-block-longhand', 'css-border-inline-block-individual'],
  ...['css-block-inline-size', 'css-inline-size', 'css-max-inline-size', 'css-min-inline-size'],
  ...['css-max-block-size', 'css-min-block-size', 'css-border-radius-logical'],
  ...['html-picture', 'html-srcset', 'image-base64'],
])
