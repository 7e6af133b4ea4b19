import { z } from 'zod'

const colour = (description: string) =>
  z
    .string({ error: issue => hex(issue.input) })
    .regex(/^#[0-9a-fA-F]{6}$/, { error: issue => hex(issue.input) })
    .describe(`${description} Six-digit hex.`)
    .optional()

const hex = (input: unknown): string =>
  `expected a colour as six hexadecimal digits, "#8c2f1b" say, found ${input === null ? 'nothing (an unquoted # begins a comment)' : `"${String(input)}"`}`

const size = (description: string) => z.number().positive().max(400).describe(description).optional()

const calloutColours = (kind: string) =>
  z
    .strictObject({ bar: colour('The bar at its side.'), tint: colour('Behind its text.') })
    .describe(`Colours of a ${kind} callout.`)
    .optional()

const palette = (description: string) =>
  z
    .strictObject({
      ink: colour('Running text.'),
      muted: colour('Bylines, captions, notes.'),
      accent: colour('Links, buttons, rules of emphasis.'),
      onAccent: colour('Text on the accent colour.'),
      paper: colour('The sheet the text stands on.'),
      ground: colour('What is around the sheet.'),
      panel: colour('Panels: code, cards.'),
      line: colour('Hairlines and borders.'),
      highlight: colour('Behind marked text.'),
      callout: z
        .strictObject({
          note: calloutColours('note'),
          tip: calloutColours('tip'),
          important: calloutColours('important'),
          warning: calloutColours('warning'),
          caution: calloutColours('caution'),
        })
        .describe('Colours of callouts, by kind.')
        .optional(),
      code: z
        .strictObject({
          keyword: colour('Keywords.'),
          string: colour('Strings.'),
          comment: colour('Comments.'),
          number: colour('Numbers.'),
          name: colour('Names of functions and attributes.'),
          type: colour('Types and tags.'),
        })
        .describe('Colours of code, by kind of token.')
        .optional(),
    })
    .describe(description)
    .optional()

const family = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, {
    error: issue => `expected the name of a typeface, "Noto Serif" say, found "${String(issue.input)}"`,
  })
  .describe('The family, as its package names it.')
/** A name that npm takes (validate-npm-package-name): the font's files are read from there and nowhere else. */
const fontPackage = z
  .string()
  .regex(/^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/, {
    error: issue => `expected an npm package, "@fontsource/noto-serif" say, found "${String(issue.input)}"`,
  })
  .describe('The npm package with its files; by default the one of @fontsource that bears its name.')
/** A list of names as CSS takes it (CSS Fonts 4, 2.1): a quote that is not closed would swallow the rules after it. */
const fallback = z
  .string()
  .regex(
    /^(?:[\p{L}\p{N} ._-]+|'[\p{L}\p{N} ,._-]+'|"[\p{L}\p{N} ,._-]+")(?: *, *(?:[\p{L}\p{N} ._-]+|'[\p{L}\p{N} ,._-]+'|"[\p{L}\p{N} ,._-]+"))*$/u,
    { error: issue => `expected names of typefaces with commas between, found "${String(issue.input)}"` },
  )
  .describe('CSS families that stand in where no font can be embedded: in an email, on an e-reader.')

const typeface = (description: string) =>
  z
    .strictObject({
      family: family.optional(),
      package: fontPackage.optional(),
      fallback: fallback.optional(),
    })
    .describe(description)
    .optional()

const sizes = {
  body: size('Running text.'),
  leading: size('From one line of running text to the next.'),
  small: size('Captions, notes, bylines.'),
  title: size('The title.'),
  h2: size('First-level headings.'),
  h3: size('Second-level headings.'),
  h4: size('Third-level headings.'),
}

/** Sizes of paper that CSS names (CSS Paged Media 3, 5.1.1), as it spells them. */
export const paperNames = [
  'A5',
  'A4',
  'A3',
  'B5',
  'B4',
  'JIS-B5',
  'JIS-B4',
  'Letter',
  'Legal',
  'Ledger',
] as const

/** A page size: a name, or a width and a height. */
export const paperSize = z.string().transform((written, context) => {
  const name = paperNames.find(each => each.toLowerCase() === written.trim().toLowerCase())
  if (name) return name
  const lengths = /^(\d+(?:\.\d+)?)(mm|cm|in|pt)\s+(\d+(?:\.\d+)?)(mm|cm|in|pt)$/.exec(written.trim())
  if (lengths && Number(lengths[1]) > 0 && Number(lengths[3]) > 0) return lengths[0].replace(/\s+/, ' ')
  const message = `expected one of ${paperNames.join(', ')}, or a width and a height such as "148mm 210mm", found "${written}"`
  context.addIssue({ code: 'custom', message, input: written })
  return z.NEVER
})

/** What a publication may change of the theme: any token, each checked. */
export const themeSchema = z.strictObject({
  light: palette('Colours.'),
  dark: palette('Colours where the reader has asked for dark ones.'),
  fonts: z
    .strictObject({
      body: typeface('Running text.'),
      heading: typeface('Title and headings.'),
      mono: typeface('Code.'),
      math: typeface('Formulas; it needs an OpenType MATH table.'),
      also: z
        .array(z.strictObject({ family, package: fontPackage.optional(), fallback: fallback.optional() }))
        .describe('More families for other scripts, tried in this order after body and heading.')
        .optional(),
    })
    .describe('Typefaces.')
    .optional(),
  screen: z
    .strictObject({
      width: z
        .number()
        .min(320)
        .max(1200)
        .describe('Width of the email and of the column of the web page.')
        .optional(),
      gutter: z.number().min(0).max(200).describe('Space at the sides of the column.').optional(),
      ...sizes,
      radius: z.number().min(0).max(50).describe('Roundness of corners.').optional(),
    })
    .describe('Sizes in the email and on the web page, in CSS pixels.')
    .optional(),
  paper: z
    .strictObject({
      size: paperSize
        .describe('Page size: A4, Letter, A5..., or a width and a height, "148mm 210mm".')
        .optional(),
      margins: z
        .tuple([
          z.number().min(0).max(100),
          z.number().min(0).max(100),
          z.number().min(0).max(100),
          z.number().min(0).max(100),
        ])
        .describe('Margins in millimetres: top, outer, bottom, inner.')
        .optional(),
      align: z
        .enum(['start', 'justify'])
        .describe('Whether lines end where their words do, or are all of one length. The first by default.')
        .optional(),
      hyphens: z
        .boolean()
        .describe('Whether words are divided at the ends of lines. They are by default.')
        .optional(),
      dropCap: z
        .number()
        .int()
        .min(0)
        .max(6)
        .describe("Lines that an article's first letter is high: 2 or 3, say; 0 sets it as any other.")
        .optional(),
      ...sizes,
    })
    .describe('Sizes in the PDF, in points.')
    .optional(),
})

/** The part of the theme that a publication changes. */
export type ThemeChanges = z.output<typeof themeSchema>
