import { z } from 'zod'
import type { Templates } from '../../templates/overrides.js'
import { epubCovers, epubFormulas, epubTables, formats, printedLinks, profiles } from '../article.js'
import { readMergeTag } from '../merge-tag.js'
import { plainText } from '../parse/front-matter-values.js'
import { readLanguage } from '../parse/language-tag.js'
import { isPage, readMailbox, schemeOf } from './addresses.js'
import { checkSchema } from './check-schema.js'
import { epubMetadataKeys } from './epub-schema.js'
import { sendingInCodeSchema, sendingSchema } from './sending-schema.js'
import { paperSize, themeSchema } from './theme-schema.js'

const text = z.string().transform(value => plainText(value) || undefined)

/** Lines of an address become one, with commas between. */
const postalAddress = z.string().transform(value => {
  const lines = value.split('\n').map(line => plainText(line).replace(/,$/, ''))
  return lines.filter(line => line !== '').join(', ') || undefined
})

/** Text that `read` takes: it gives what is kept, or undefined, or why it is refused. */
const checked = (expected: string, read: (text: string) => string | undefined | { fault: string }) =>
  z.string().transform((written, context): string => {
    const result = read(plainText(written)) ?? { fault: `expected ${expected}, found "${written}"` }
    if (typeof result === 'string') return result
    context.addIssue({ code: 'custom', message: result.fault, input: written })
    return z.NEVER
  })

const language = checked('a language code', written => {
  const read = readLanguage(written)
  return 'lang' in read ? read.lang : read
})

/** Without a slash at its end, so that a path can follow. */
const siteAddress = checked('an address such as https://example.org', written =>
  isPage(written) ? written.replace(/\/+$/, '') : undefined,
)

const mailbox = checked(
  'an email address, or a name with one: Slack Water <letters@example.org>',
  readMailbox,
)

/** It is a header too, and cannot be broken there: a line may have 998 characters (RFC 5322, 2.1.1). */
const longestAddress = 900

/** A page or a mailbox: who is not a reader yet has no merge tags. */
const subscribe = checked('a web address or a mailto: address', written =>
  isPage(written) || schemeOf(written) === 'mailto:' ? written : undefined,
)

/** RFC 2369 takes a page or a mailbox; a sending service puts its own address where a tag stands. */
const unsubscribe = checked('a web address, a mailto: address or a merge tag', written => {
  const length = encodeURI(written).length
  if (length > longestAddress)
    return { fault: `expected an address of at most ${longestAddress} characters, found ${length}` }
  return isPage(written) || schemeOf(written) === 'mailto:' || readMergeTag(written) ? written : undefined
})

const tagName = z.string().regex(/^[\p{L}_][\p{L}\p{N}_.-]*$/u, {
  error: issue => `expected the name of a merge tag, first_name say, found "${String(issue.input)}"`,
})
/** No braces, stars or bars: it goes into the service's own tags. */
const fieldName = z.string().regex(/^[\p{L}_.][\p{L}\p{N}_.:-]*$/u, {
  error: issue => `expected the service's name of a field, found "${String(issue.input)}"`,
})
const tagDefaults = z.record(tagName, z.union([z.string(), z.number(), z.null()]))

/** What trifold.yaml holds. Every key is optional; `defaults.ts` has what stands for those left out. */
export const configFileSchema = z.strictObject({
  $schema: z.string().describe('Where editors find the schema.').optional(),
  name: text.describe('The name of the newsletter.').optional(),
  publisher: text.describe('Who publishes it: a person, a house, an association.').optional(),
  description: text.describe('What it is about, in a sentence.').optional(),
  editor: text.describe('Who edits it.').optional(),
  lang: language
    .describe('The language of its articles unless one says otherwise, as a BCP 47 code: en-GB, pt-BR, ar.')
    .optional(),
  url: siteAddress
    .describe(
      'Where the web edition will be. Pictures in the email are loaded from here; without it they are embedded.',
    )
    .optional(),
  address: postalAddress
    .describe('The postal address, which anti-spam law asks for in every mailing (CAN-SPAM, 15 U.S.C. 7704).')
    .optional(),
  logo: z
    .union(
      [
        z.string().transform(src => ({ src: src.trim() })),
        z.strictObject({
          src: z.string().min(1).describe('The path of the picture, from the folder of this file.'),
          alt: text.describe('What it says, where that is not the name of the newsletter.').optional(),
        }),
      ],
      { error: 'expected the path of a picture, or a map with src and alt' },
    )
    .describe(
      'The mark of the newsletter, for the head of the email and of the web page: PNG, SVG, JPEG, WebP...',
    )
    .optional(),
  email: z
    .strictObject({
      from: mailbox
        .describe('Whom the email is from: an address, or a name with one in angle brackets.')
        .optional(),
      unsubscribe: unsubscribe
        .describe('Where a reader unsubscribes: a web address, a mailto: address or a merge tag.')
        .optional(),
      subscribe: subscribe
        .describe('Where people subscribe: a web address or a mailto: address, for the page that says how.')
        .optional(),
      why: text.describe('Why the reader gets this, as a sentence for the foot of the email.').optional(),
      images: z
        .enum(['hosted', 'embedded'])
        .describe(
          'Where the pictures are: loaded from under `url`, or inside the message. Hosted by default where there is a url.',
        )
        .optional(),
      overflow: z
        .enum(['cut', 'fail'])
        .describe(
          'What becomes of an email so long that Gmail would clip it: cut between two paragraphs with a link to the rest, or not made. Cut by default.',
        )
        .optional(),
      counters: z
        .boolean()
        .describe(
          'Whether the email loads the page-view counters that publishers of republished articles ask for (`source.counter`), and says so to its readers. Off by default.',
        )
        .optional(),
      profile: z
        .enum(profiles)
        .describe(
          'The service that sends the email, where it is not Trifold: its folder has the email with its merge tags.',
        )
        .optional(),
      fields: z
        .record(tagName, fieldName)
        .describe("The service's own names of fields, by the names of merge tags, where they differ.")
        .optional(),
    })
    .describe('What the email needs besides the articles.')
    .optional(),
  formats: z
    .array(z.enum(formats))
    .min(1, { error: `expected at least one of ${formats.join(', ')}` })
    .transform(named => formats.filter(format => named.includes(format)))
    .describe('What is built: email, pdf, epub, web. All by default.')
    .optional(),
  content: z.string().min(1).describe('The folder of the articles, seen from this file.').optional(),
  output: z.string().min(1).describe('The folder that is written, seen from this file.').optional(),
  mergeTags: z
    .union([z.array(z.union([tagName, tagDefaults])), tagDefaults], {
      error: 'expected a list of names, or a map of names with their defaults',
    })
    .describe(
      'What may stand in {{ double braces }} and differs from reader to reader: names, or names with defaults.',
    )
    .optional(),
  images: z
    .strictObject({
      remote: z
        .union([z.boolean(), z.array(z.string())], { error: 'expected true, false, or a list of hosts' })
        .describe(
          'Hosts whose pictures are fetched, once, and kept: names such as img.example.org or *.example.org; true allows every host. Nothing is fetched by default.',
        )
        .optional(),
      private: z
        .boolean()
        .describe('Whether addresses of this machine and of its network may be asked. Off by default.')
        .optional(),
    })
    .describe('Pictures.')
    .optional(),
  math: z
    .strictObject({
      singleDollar: z
        .boolean()
        .describe(
          'Whether $x$ is a formula. Off by default, since prices would be formulas too; $$x$$ always is.',
        )
        .optional(),
    })
    .describe('Formulas.')
    .optional(),
  pdf: z
    .strictObject({
      browser: z
        .string()
        .min(1)
        .describe('The Chromium or Chrome that prints; found by itself where this is left out.')
        .optional(),
      size: paperSize
        .describe('Page size: A4, Letter, A5..., or a width and a height, "148mm 210mm".')
        .optional(),
      columns: z
        .union([z.literal(1), z.literal(2)], { error: 'expected 1 or 2' })
        .describe('In how many columns the text is set. One by default.')
        .optional(),
      sides: z
        .enum(['one', 'two'])
        .describe(
          'Whether the sheets are printed on one side or on two: then margins and running heads are mirrored. Two by default.',
        )
        .optional(),
      pageReferences: z
        .boolean()
        .describe('Whether a link within the text says on which page its target is. It does by default.')
        .optional(),
      links: z
        .enum(printedLinks)
        .describe(
          "Where the addresses of links are printed: numbered at the article's end, after the words in brackets, or nowhere. Numbered by default.",
        )
        .optional(),
      cover: z
        .boolean()
        .describe(
          'Whether a page with the title comes first. By default an issue of several articles has one, an article has none.',
        )
        .optional(),
      qr: z
        .boolean()
        .describe(
          'Whether the last lines have the address of the article as a QR code. They do not by default.',
        )
        .optional(),
    })
    .describe('The PDF.')
    .optional(),
  epub: z
    .strictObject({
      tables: z
        .enum(epubTables)
        .describe(
          'What becomes of tables: those that small screens cannot show are stacked (auto), or all are, or none (keep). Auto by default.',
        )
        .optional(),
      formulas: z
        .enum(epubFormulas)
        .describe(
          'What formulas are: MathML with a picture for e-readers that cannot show it, or pictures everywhere, which Kindle needs. MathML by default.',
        )
        .optional(),
      cover: z
        .enum(epubCovers)
        .describe(
          'Its cover: drawn where the picture of the front matter is none (generated), that picture whatever its shape, or none. Generated by default.',
        )
        .optional(),
      ...epubMetadataKeys,
    })
    .describe('The EPUB.')
    .optional(),
  sending: sendingSchema.describe('Sending by Trifold itself, and the list of readers.').optional(),
  check: checkSchema.describe('How strictly what is built is looked at.').optional(),
  theme: themeSchema.describe('Colours, typefaces and sizes that are to differ from ours.').optional(),
  sandbox: z
    .boolean()
    .describe(
      "Whether Chromium's sandbox is on. By default it is, but for root, as whom Chromium starts only without.",
    )
    .optional(),
})

/** What a config in code holds: the keys of the file, templates and a transporter. */
export const configSchema = configFileSchema.extend({
  templates: z
    .custom<Templates>(value => typeof value === 'object' && value !== null, {
      error: 'expected handlers and layouts by format',
    })
    .describe('Handlers and layouts that stand in for ours.')
    .optional(),
  sending: sendingInCodeSchema.describe('Sending by Trifold itself, and the list of readers.').optional(),
})

/** A publication's config as it is written. */
export type ConfigInput = z.input<typeof configSchema>
/** A publication's config, checked, before defaults. */
export type ConfigValues = z.output<typeof configSchema>
