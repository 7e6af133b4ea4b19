import { z } from 'zod'
import type { Author, Correction, Direction } from '../article.js'
import { settledDirection } from './direction-controls.js'
import { readDate } from './front-matter-date.js'
import { readSlug } from './front-matter-slug.js'
import { readLanguage } from './language-tag.js'
import { readIdentifier, readIsbn, readIssn } from './standard-numbers.js'
import { kindOf } from './value-faults.js'

/**
 * Plain text on one line: newlines and tabs are spaces, NUL and other control characters are left out, and nothing in it
 * turns the direction of what comes after it.
 */
export const plainText = (value: string): string => settledDirection(oneLine(value))

const oneLine = (value: string): string =>
  value
    .split(/[\n\r\u0085\u2028\u2029\v\f]+/)
    .map(line => line.trim())
    .join(' ')
    .replaceAll('\t', ' ')
    .replace(controls, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()

/** What no format may carry: C0 and C1 controls and noncharacters (XML 1.0, 2.2). */
export const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g

const text = z.string().transform(value => plainText(value) || undefined)

/**
 * One value of text. What is empty is as if it were not written.
 *
 * @param expected what it takes, in words
 */
const reading = <Value>(expected: string, read: (text: string) => { fault: string } | { value: Value }) =>
  z
    .string({ error: issue => `expected ${expected}, found ${kindOf(issue.input)}` })
    .transform((written, context): Value | undefined => {
      const folded = plainText(written)
      if (folded === '') return undefined
      const result = read(folded)
      if ('value' in result) return result.value
      context.addIssue({ code: 'custom', message: result.fault, input: written })
      return z.NEVER
    })

/** YAML 1.1 took `yes` and `on` for true, and writers still do. */
const flag = reading('true or false', written => {
  if (/^(?:true|yes|on|y|1)$/i.test(written)) return { value: true }
  if (/^(?:false|no|off|n|0)$/i.test(written)) return { value: false }
  return { fault: `expected true or false, found "${shown(written)}"` }
})

const date = reading('a date such as 2026-03-12', written => {
  const read = readDate(written)
  return 'date' in read ? { value: read.date } : read
})

const language = reading('a language code such as en', written => {
  const read = readLanguage(written)
  return 'lang' in read ? { value: read.lang } : read
})

const slug = reading('one name', written => {
  const read = readSlug(written)
  return 'slug' in read ? { value: read.slug } : read
})

const direction = reading('ltr or rtl', written => {
  const lower = written.toLowerCase()
  const dir: Direction | undefined = lower === 'ltr' || lower === 'rtl' ? lower : undefined
  return dir || lower === 'auto'
    ? { value: dir }
    : { fault: `expected ltr or rtl, found "${shown(written)}"` }
})

/** An absolute address. Its scheme is judged by safe-addresses, since an unsafe one costs the link and not the article. */
const address = reading('an address such as https://example.org/', written => {
  const whole = written.startsWith('//') ? `https:${written}` : written
  if (!URL.canParse(whole)) {
    const hint =
      URL.canParse(`https://${whole}`) && /^[^\s/]+\.\w/.test(whole) ? `; write https://${shown(whole)}` : ''
    return { fault: `expected an address such as https://example.org/, found "${shown(written)}"${hint}` }
  }
  return { value: /[\s"<>\\^`{|}]/.test(whole) ? new URL(whole).href : whole }
})

const mailbox = reading('an email address', written =>
  /^[^\s@<>]+@[^\s@<>]+$/.test(written)
    ? { value: written }
    : { fault: `expected an email address, found "${shown(written)}"` },
)

/** As the digits, or as an address of orcid.org (ISO 27729). */
const orcid = reading('an ORCID such as 0000-0002-1825-0097', written => {
  const match = /^(?:https?:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i.exec(written)
  return match?.[1]
    ? { value: match[1].toUpperCase() }
    : { fault: `expected an ORCID such as 0000-0002-1825-0097, found "${shown(written)}"` }
})

/** As the number, with `doi:` or as an address of doi.org (ISO 26324). */
const doi = reading('a DOI such as 10.1000/182', written => {
  const match = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(written)
  return match?.[1]
    ? { value: match[1] }
    : { fault: `expected a DOI such as 10.1000/182, found "${shown(written)}"` }
})

const isbn = reading('an ISBN such as 978-0-00-000000-2', readIsbn)
const issn = reading('an ISSN such as 1234-5679', readIssn)
const identifier = reading('an ISBN, an ISSN, a DOI, a URN or an address', readIdentifier)

const shown = (written: string): string => (written.length > 40 ? `${written.slice(0, 40)}...` : written)

const present = <Value>(values: readonly (Value | undefined | null)[]): Value[] =>
  values.filter((value): value is Value => value !== undefined && value !== null)

const joined = (separator: string) => (values: readonly (string | undefined | null)[]) =>
  present(values).join(separator) || undefined

const named = z.object({ name: text }).transform(({ name }) => name)
const roles = z.union([text, z.array(z.union([text, z.null()])).transform(joined(', '))], {
  error: 'expected text or a list of texts',
})
const affiliations = z.union(
  [text, named, z.array(z.union([text, named, z.null()])).transform(joined('; '))],
  { error: 'expected text, a map with a name, or a list of them' },
)

type AuthorValue = { name: string } & { [Key in Exclude<keyof Author, 'name'>]?: string | undefined }

const authorMap = z
  .object({
    name: text.optional(),
    sortName: text.optional(),
    role: roles.optional(),
    affiliation: affiliations.optional(),
    disclosure: text.optional(),
    bio: text.optional(),
    email: mailbox.optional(),
    url: address.optional(),
    orcid: orcid.optional(),
    portrait: text.optional(),
  })
  .transform((author, context): AuthorValue => {
    if (author.name !== undefined) return { ...author, name: author.name }
    context.addIssue({ code: 'custom', message: 'an author needs a name', input: author })
    return z.NEVER
  })
const authorName = text.transform((name): AuthorValue | undefined =>
  name === undefined ? undefined : { name },
)
const author = z.union([authorName, authorMap], { error: 'expected a name, or a map with a name' })
const authors = z.union(
  [
    authorName.transform(one => present([one])),
    authorMap.transform(one => [one]),
    z.array(z.union([author, z.null()])).transform(present),
  ],
  { error: 'expected a name, a map with a name, or a list of them' },
)

const correction = z
  .object({ date: date.optional(), text: text.optional() })
  .transform(({ date, text }, context): Correction => {
    if (date !== undefined && text !== undefined) return { date, text }
    context.addIssue({
      code: 'custom',
      message: 'a correction needs a date and a text',
      input: { date, text },
    })
    return z.NEVER
  })
const inList = z.union([correction, z.null()], { error: 'expected a map with date and text' })
const corrections = z.union([correction.transform(one => [one]), z.array(inList).transform(present)], {
  error: 'expected a list of maps with date and text',
})

const tags = z
  .union([z.string().transform(value => value.split(/[,;\n]/)), z.array(z.union([z.string(), z.null()]))], {
    error: 'expected a list, or text with commas',
  })
  .transform(values => [
    ...new Set(present(values.map(value => plainText(value ?? '').replace(/^#/, '') || undefined))),
  ])

const cover = z.union(
  [
    text.transform(src => ({ src })),
    z.object({
      src: text.optional(),
      alt: z.string().transform(plainText).optional(),
      caption: text.optional(),
      rights: text.optional(),
      whole: flag.optional(),
    }),
  ],
  { error: 'expected the path of a picture, or a map with src, alt, caption, rights and whole' },
)

const sourceMap = z.object({
  name: text.optional(),
  url: address.optional(),
  license: text.optional(),
  licenseUrl: address.optional(),
  logo: text.optional(),
  counter: address.optional(),
  pictures: flag.optional(),
  republished: flag.optional(),
  verbatim: flag.optional(),
  fingerprint: text.optional(),
})
const source = z.union(
  [
    // Obsidian's web clipper writes the address alone.
    text.transform(value =>
      value && /^https?:\/\//i.test(value) && URL.canParse(value) ? { url: value } : { name: value },
    ),
    sourceMap,
  ],
  { error: 'expected a name, or a map with name, url and license' },
)

/** What the front matter's keys hold, under their own names. */
export const articleValues = z.object({
  title: text.optional(),
  subtitle: text.optional(),
  sort_title: text.optional(),
  authors: authors.optional(),
  date: date.optional(),
  updated: date.optional(),
  corrections: corrections.optional(),
  lang: language.optional(),
  dir: direction.optional(),
  description: text.optional(),
  cover: cover.optional(),
  cover_alt: z.string().transform(plainText).optional(),
  cover_caption: text.optional(),
  tags: tags.optional(),
  license: text.optional(),
  rights: text.optional(),
  publisher: text.optional(),
  identifier: identifier.optional(),
  isbn: isbn.optional(),
  issn: issn.optional(),
  doi: doi.optional(),
  series: text.optional(),
  number: text.optional(),
  slug: slug.optional(),
  draft: flag.optional(),
  toc: flag.optional(),
  canonical_url: address.optional(),
  subject: text.optional(),
  preheader: text.optional(),
  source: source.optional(),
})

/** The values of `articleValues`. */
export type ArticleValues = z.output<typeof articleValues>
