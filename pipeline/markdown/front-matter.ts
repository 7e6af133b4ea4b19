import { Document, isSeq } from 'yaml'
import type { Article, ArticleMeta, Author, Cover, Source } from '../article.js'
import { forbidsChange } from '../licence.js'
import { readSlug } from '../parse/front-matter-slug.js'
import { directionOf } from '../parse/language-tag.js'

type Value = string | number | boolean | Value[] | { [key: string]: Value }
type Entries = { [key: string]: Value | undefined }
/** What an article's own front matter need not say. */
interface Known {
  readonly lang?: string
  readonly slug?: string
}

/**
 * Each key of an article's front matter under its own name, in the order of `docs/front-matter.md`; a key without its
 * row does not compile.
 */
const keys: { [Key in keyof ArticleMeta]-?: (meta: ArticleMeta, known: Known) => Entries } = {
  title: ({ title }) => ({ title }),
  subtitle: ({ subtitle }) => ({ subtitle }),
  sortTitle: ({ sortTitle }) => ({ sort_title: sortTitle }),
  standfirst: ({ standfirst }) => ({ description: standfirst }),
  authors: ({ authors }) => ({ authors: authorsOf(authors) }),
  date: ({ date }) => ({ date }),
  updated: ({ updated }) => ({ updated }),
  corrections: ({ corrections }) => ({ corrections: corrections?.map(({ date, text }) => ({ date, text })) }),
  lang: ({ lang }, known) => ({ lang: unless(lang, known.lang) }),
  dir: ({ dir, lang }) => ({ dir: unless(dir, directionOf(lang)) }),
  cover: ({ cover }) => (cover ? coverOf(cover) : {}),
  tags: ({ tags }) => ({ tags: tags.length > 0 ? [...tags] : undefined }),
  license: ({ license }) => ({ license }),
  rights: ({ rights }) => ({ rights }),
  publisher: ({ publisher }) => ({ publisher }),
  isbn: ({ isbn }) => ({ isbn: numeral(isbn) }),
  issn: ({ issn }) => ({ issn }),
  identifier: ({ identifier }) => ({ identifier }),
  doi: ({ doi }) => ({ doi }),
  series: ({ series }) => ({ series }),
  number: ({ number }) => ({ number: numeral(number) }),
  slug: ({ slug }, known) => ({ slug: unless(slug, known.slug) }),
  draft: ({ draft }) => ({ draft: draft || undefined }),
  toc: ({ toc }) => ({ toc: toc || undefined }),
  canonicalUrl: ({ canonicalUrl }) => ({ canonical_url: canonicalUrl }),
  subject: ({ subject }) => ({ subject }),
  preheader: ({ preheader }) => ({ preheader }),
  source: ({ source, license }) => ({ source: source && sourceOf(source, license) }),
}

/** The article's front matter between its fences: what is set and would not follow from the rest. */
export function frontMatterOf({ meta, file }: Article, { lang, slug }: Known): string {
  const known = { ...(lang === undefined ? {} : { lang }), slug: slug ?? slugOf(file) }
  const document = new Document(
    filled(Object.assign({}, ...Object.values(keys).map(entry => entry(meta, known)))),
  )
  const tags = document.get('tags')
  if (isSeq(tags)) tags.flow = true
  const authors = document.get('authors')
  if (isSeq(authors) && meta.authors.every(isNameAlone)) authors.flow = true
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n`
}

/** What the name of a file gives for a slug. */
function slugOf(file: string): string {
  const name = file.replace(/^.*[/\\]/, '').replace(/(?<=.)\.[^.]*$/, '')
  const read = readSlug(name)
  return 'slug' in read ? read.slug : 'article'
}

const unless = <Kind>(value: Kind, otherwise: Kind | undefined): Kind | undefined =>
  value === otherwise ? undefined : value

/** Digits without a quotation mark, where YAML's number of them is written with the same digits. */
const numeral = (text: string | undefined): Value | undefined =>
  text !== undefined && /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text

const isNameAlone = (author: Author) => Object.keys(filled({ ...author })).length === 1

/** A name, a list of names, or authors of whom more is said. */
function authorsOf(authors: readonly Author[]): Value | undefined {
  const written = authors.map((author): Value => (isNameAlone(author) ? author.name : filled({ ...author })))
  const [only] = written
  if (only === undefined) return undefined
  return written.length === 1 && typeof only === 'string' ? only : written
}

/** Text that only decorates is not told from text that is missing, and not written. */
function coverOf({ src, alt, caption, rights, whole }: Cover): Entries {
  if (whole === undefined && rights === undefined)
    return { cover: src, cover_alt: alt || undefined, cover_caption: caption }
  return { cover: filled({ src, alt: alt || undefined, caption, rights, whole }) }
}

function sourceOf({ republished, verbatim, ...said }: Source, license: string | undefined): Value {
  return filled({
    ...said,
    republished: republished || undefined,
    verbatim: unless(verbatim, forbidsChange(said.license ?? said.licenseUrl ?? license ?? '')),
  })
}

/** The keys that have a value. */
const filled = (entries: Entries): { [key: string]: Value } =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
