import type { Position } from 'unist'
import type { Correction, Cover, Source } from '../article.js'
import { forbidsChange } from '../licence.js'
import type { Report } from '../messages.js'
import { withRights } from '../picture-rights.js'
import { defined } from './defined.js'
import type { FrontMatter, FrontMatterDefaults } from './front-matter.js'
import { readSlug } from './front-matter-slug.js'
import type { ArticleValues } from './front-matter-values.js'
import { directionOf } from './language-tag.js'
import type { PlainMap } from './yaml-places.js'

/** Titles longer than this, in characters, get a warning. */
const longTitle = 200

type PlaceOf = (path: readonly PropertyKey[]) => Position | undefined

/** Fills in what follows from other keys and from the defaults, and drops addresses that are not safe. */
export function metaOf(
  values: ArticleValues,
  defaults: FrontMatterDefaults,
  written: PlainMap,
  place: PlaceOf,
  report: Report,
): FrontMatter {
  const {
    title,
    description,
    lang = defaults.lang,
    dir = directionOf(lang),
    canonical_url,
    source,
    authors,
  } = values
  const length = title === undefined ? 0 : [...title].length
  if (length > longTitle) {
    report(
      'title-long',
      `The title has ${length} characters, expected ${longTitle} at most; a subtitle or description can take the rest.`,
      place(['title']),
    )
  }
  const safe = (url: string | undefined, schemes: readonly string[], path: readonly PropertyKey[]) => {
    const scheme = url === undefined ? undefined : /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase()
    if (scheme === undefined || schemes.includes(scheme)) return url
    report(
      'url-unsafe',
      `${path.join('.')}: an address may begin with ${schemes.join(', ')}, found ${scheme}; it is left out.`,
      place(path),
    )
    return undefined
  }
  return defined({
    title,
    subtitle: values.subtitle,
    sortTitle: values.sort_title,
    standfirst: description,
    authors: (authors ?? []).map((author, index) =>
      defined({
        ...author,
        url: safe(author.url, links, ['authors', index, 'url']),
        portrait: safe(author.portrait, pages, ['authors', index, 'portrait']),
      }),
    ),
    date: values.date,
    updated: values.updated,
    corrections: newestFirst(values.corrections),
    lang,
    dir,
    cover: coverOf(values, place, report, safe),
    tags: values.tags ?? [],
    license: values.license,
    rights: values.rights,
    publisher: values.publisher,
    identifier: values.identifier,
    isbn: values.isbn,
    issn: values.issn,
    doi: values.doi,
    series: values.series,
    number: values.number,
    slug: values.slug ?? defaultSlug(defaults, written, place, report),
    draft: values.draft ?? false,
    toc: values.toc ?? false,
    canonicalUrl: safe(canonical_url, pages, ['canonical_url']),
    subject: values.subject,
    preheader: values.preheader,
    source: source && sourceOf(source, values.license, place, report, safe),
  })
}

const newestFirst = (corrections: readonly Correction[] = []): readonly Correction[] | undefined =>
  corrections.length === 0
    ? undefined
    : corrections.toSorted((one, other) => Date.parse(other.date) - Date.parse(one.date))

const pages = ['https:', 'http:']
const links = [...pages, 'mailto:', 'tel:']

type Safe = (
  url: string | undefined,
  schemes: readonly string[],
  path: readonly PropertyKey[],
) => string | undefined

function coverOf(values: ArticleValues, place: PlaceOf, report: Report, safe: Safe): Cover | undefined {
  const { cover } = values
  // Obsidian writes a picture of its vault as `[[name.png]]`.
  const src = safe(cover?.src?.replace(/^!?\[\[([^\]|]+)(?:\|[^\]]*)?\]\]$/, '$1'), pages, ['cover'])
  if (src === undefined) return undefined
  const alt = (cover && 'alt' in cover ? cover.alt : undefined) ?? values.cover_alt
  const caption = (cover && 'caption' in cover ? cover.caption : undefined) ?? values.cover_caption
  if (alt === undefined) {
    report(
      'image-alt',
      'cover: the picture has no alternative text, expected it in cover_alt ("" for a picture that only decorates).',
      place(['cover']),
    )
  }
  const rights = cover && 'rights' in cover ? cover.rights : undefined
  const whole = cover && 'whole' in cover ? cover.whole : undefined
  return defined({ src, alt: alt ?? '', caption: withRights(caption, rights) || undefined, rights, whole })
}

function sourceOf(
  source: NonNullable<ArticleValues['source']>,
  articleLicense: string | undefined,
  place: PlaceOf,
  report: Report,
  safe: Safe,
): Source | undefined {
  const given = { ...nothing, ...source }
  const { name, url, license, logo, republished, verbatim, fingerprint } = given
  const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined
  const shownName = name ?? host
  if (!shownName) {
    report(
      'front-matter-value',
      'source: expected the name of who published it first, in name.',
      place(['source']),
    )
    return undefined
  }
  return defined({
    name: shownName,
    url: safe(url, pages, ['source', 'url']),
    license,
    logo: safe(logo, pages, ['source', 'logo']),
    licenseUrl: safe(given.licenseUrl, pages, ['source', 'licenseUrl']),
    // A page by https loads nothing by http.
    counter: safe(given.counter, ['https:'], ['source', 'counter']),
    pictures: given.pictures || undefined,
    republished: republished ?? false,
    verbatim: verbatim ?? forbidsChange(license ?? given.licenseUrl ?? articleLicense ?? ''),
    fingerprint,
  })
}

const nothing: { [Key in keyof Source]?: undefined } = {}

function defaultSlug(
  defaults: FrontMatterDefaults,
  written: PlainMap,
  place: PlaceOf,
  report: Report,
): string {
  const read = readSlug(defaults.slug)
  if ('slug' in read) return read.slug
  // A slug that is at fault itself has had its message.
  if (!('slug' in written))
    report('front-matter-value', `slug: no name can be made of the file's: ${read.fault}.`, place(['slug']))
  return 'article'
}
