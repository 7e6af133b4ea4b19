/** Colours by what they are for, six-digit hex (email clients take nothing else). Each text colour keeps 4.5:1. */
export interface Palette {
  /** Running text on `paper`. */
  readonly ink: string
  /** Bylines, captions, notes. */
  readonly muted: string
  /** Links, buttons, rules of emphasis. */
  readonly accent: string
  /** Text on `accent`. */
  readonly onAccent: string
  /** The sheet the text stands on. */
  readonly paper: string
  /** What is around the sheet. */
  readonly ground: string
  /** Panels: code, cards. */
  readonly panel: string
  /** Hairlines and borders. */
  readonly line: string
  /** Marked text, behind `ink`. */
  readonly highlight: string
  /** Callouts: a bar and a tint behind `ink`, by kind. */
  readonly callout: Readonly<
    Record<'note' | 'tip' | 'important' | 'warning' | 'caution', { bar: string; tint: string }>
  >
  /** Code, by the kind of token, on `panel`. */
  readonly code: Readonly<Record<CodeColour, string>>
}

/** The few colours that code is set in; templates/code-colours.ts maps a highlighter's classes to them. */
export type CodeColour = 'keyword' | 'string' | 'comment' | 'number' | 'name' | 'type'

/** A typeface: the families that are asked for, first to last. */
export interface Typeface {
  /** The family that is embedded in the PDF and the web page, from @fontsource. */
  readonly family: string
  /** The npm package that holds it. */
  readonly package: string
  /** What stands in where nothing can be embedded: an email, an e-reader. */
  readonly fallback: string
}

/** The theme: every colour, size and typeface. Sizes are CSS pixels for screens and points for paper. */
export interface Tokens {
  readonly light: Palette
  readonly dark: Palette
  readonly fonts: {
    readonly body: Typeface
    readonly heading: Typeface
    readonly mono: Typeface
    readonly math: Typeface
    /** More families for other scripts, tried in this order after body and heading. */
    readonly also: readonly Typeface[]
  }
  readonly screen: {
    /** Width of the email and of the web page's column, px. */
    readonly width: number
    readonly gutter: number
    readonly body: number
    readonly leading: number
    readonly small: number
    readonly title: number
    readonly h2: number
    readonly h3: number
    readonly h4: number
    readonly radius: number
  }
  readonly paper: {
    /** A CSS page size: A4, Letter, A5. */
    readonly size: string
    /** Margins, mm: top, outer, bottom, inner. */
    readonly margins: readonly [number, number, number, number]
    /** Whether the sheets are printed on both sides: margins and running heads are mirrored then. */
    readonly sides: 'one' | 'two'
    readonly columns: 1 | 2
    /** Lines of one length, or of the length that their words have. */
    readonly align: 'start' | 'justify'
    /** Whether words are divided at the ends of lines. */
    readonly hyphens: boolean
    /** Lines that the first letter of an article is high; 0 sets it as any other. */
    readonly dropCap: number
    readonly body: number
    readonly leading: number
    readonly small: number
    readonly title: number
    readonly h2: number
    readonly h3: number
    readonly h4: number
  }
}

const light: Palette = {
  ink: '#1f1f1d',
  muted: '#5d5b55',
  accent: '#8c2f1b',
  onAccent: '#ffffff',
  paper: '#ffffff',
  ground: '#f3f1ec',
  panel: '#f6f4ef',
  line: '#d8d4ca',
  highlight: '#fbeaa5',
  callout: {
    note: { bar: '#2f5d8c', tint: '#eef3f8' },
    tip: { bar: '#2f6b4a', tint: '#edf5f0' },
    important: { bar: '#5b3f8c', tint: '#f3f0f8' },
    warning: { bar: '#8a5a00', tint: '#faf3e3' },
    caution: { bar: '#a32a2a', tint: '#faeeee' },
  },
  code: {
    keyword: '#7a2b6a',
    string: '#7a4400',
    comment: '#65635c',
    number: '#1c4a8c',
    name: '#1d5c52',
    type: '#5b3f8c',
  },
}

const dark: Palette = {
  ink: '#e9e6df',
  muted: '#b4b0a6',
  accent: '#f0a48f',
  onAccent: '#231511',
  paper: '#1e1d1b',
  ground: '#131211',
  panel: '#2a2926',
  line: '#4a4741',
  highlight: '#5c4d12',
  callout: {
    note: { bar: '#8cb4dc', tint: '#222a33' },
    tip: { bar: '#8cc9a8', tint: '#212c26' },
    important: { bar: '#bba6e0', tint: '#2a2633' },
    warning: { bar: '#e0bd6c', tint: '#302a1d' },
    caution: { bar: '#eb9a9a', tint: '#332222' },
  },
  code: {
    keyword: '#e3a3d4',
    string: '#e6b87c',
    comment: '#a8a498',
    number: '#9cc0f0',
    name: '#8ad0c2',
    type: '#c3b0ea',
  },
}

/** The theme a publication has until its config says otherwise. */
export const defaultTokens: Tokens = {
  light,
  dark,
  fonts: {
    body: {
      family: 'Source Serif 4',
      package: '@fontsource/source-serif-4',
      fallback: "Georgia, 'Times New Roman', serif",
    },
    heading: {
      family: 'Source Sans 3',
      package: '@fontsource/source-sans-3',
      fallback: 'Helvetica, Arial, sans-serif',
    },
    mono: {
      family: 'Source Code Pro',
      package: '@fontsource/source-code-pro',
      fallback: "Consolas, Menlo, 'Courier New', monospace",
    },
    math: { family: 'STIX Two Math', package: '@fontsource/stix-two-math', fallback: 'math, serif' },
    also: [{ family: 'Noto Emoji', package: '@fontsource/noto-emoji', fallback: 'sans-serif' }],
  },
  screen: {
    width: 600,
    gutter: 32,
    body: 18,
    leading: 28,
    small: 14,
    title: 34,
    h2: 24,
    h3: 20,
    h4: 18,
    radius: 4,
  },
  paper: {
    size: 'A4',
    margins: [24, 30, 26, 30],
    sides: 'two',
    columns: 1,
    align: 'start',
    hyphens: true,
    dropCap: 0,
    body: 10.5,
    leading: 15.5,
    small: 8.5,
    title: 26,
    h2: 14.5,
    h3: 12,
    h4: 10.5,
  },
}
