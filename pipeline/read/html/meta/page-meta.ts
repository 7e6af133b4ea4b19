import type { Root } from 'hast'
import { attributeOf, elementsIn, firstIn, isNamed, namesOf, wordsOf } from '../nodes.js'
import { authorsOf, type PageAuthor } from './authors.js'
import { coverOf, type PageCover } from './cover.js'
import { articleThing, listOf, resolved, saidBy, thingOf, thingsOf } from './json-ld.js'
import { licenceAt, licenceIn } from './licences.js'
import { headTags } from './meta-tags.js'
import { isAddress, isDate, isLanguage } from './sound.js'
import { withoutSite } from './title.js'

/** What a page says of its article, as far as it can be right. Empty text where it says nothing. */
export interface PageMeta {
  readonly title: string
  readonly description: string
  readonly authors: readonly PageAuthor[]
  readonly date: string
  readonly updated: string
  readonly lang: string
  readonly dir: string
  readonly url: string
  readonly site: string
  readonly license: string
  readonly cover: PageCover | undefined
  readonly tags: readonly string[]
  readonly doi: string
  readonly issn: string
  /** What was said and cannot be right, each as `key: value`. */
  readonly unsound: readonly string[]
}

/** Reads JSON-LD, Open Graph, `meta` by name (Highwire's citation_*, Dublin Core, Parse.ly), `link` and `time`. */
export function pageMeta(root: Root): PageMeta {
  const things = thingsOf(root)
  const article = articleThing(things)
  const tags = headTags(root)
  const unsound: string[] = []
  const sound = (key: string, test: (value: string) => boolean, values: readonly string[]) => {
    const given = values.map(value => value.trim()).filter(value => value !== '')
    const found = given.find(test)
    if (found === undefined && given[0] !== undefined) unsound.push(`${key}: ${given[0]}`)
    return found ?? ''
  }
  const html = root.children.find(node => isNamed(node, 'html'))
  const body = html && firstIn(root, node => isNamed(node, 'body'))
  const stamped = firstIn(
    root,
    node => / (?:published|dt-published) /.test(namesOf(node)) && attributeOf(node, 'title') !== '',
  )
  const h1 = [...elementsIn(root)].filter(node => isNamed(node, 'h1')).map(wordsOf)
  const site =
    tags.first('og:site_name', 'citation_journal_title', 'dc.publisher', 'dcterms.publisher') ||
    saidBy(resolved(article?.publisher, things), 'name') ||
    saidBy(thingOf(things, 'WebSite'), 'name') ||
    tags.first('application-name', 'citation_publisher')
  const titleNode = firstIn(root, node => isNamed(node, 'title'))
  const written =
    tags.first('citation_title') ||
    saidBy(article, 'headline', 'name') ||
    tags.first('og:title', 'dc.title', 'dcterms.title', 'parsely-title', 'twitter:title') ||
    (titleNode ? wordsOf(titleNode) : '')
  const url = sound('url', isAddress, [
    ...tags.links('canonical'),
    tags.first('og:url'),
    saidBy(article?.mainEntityOfPage, '@id', 'url'),
    saidBy(article?.url),
    tags.first(
      'parsely-link',
      'citation_public_url',
      'citation_abstract_html_url',
      'citation_fulltext_html_url',
    ),
  ])
  const times = [...elementsIn(root)].filter(
    node => isNamed(node, 'time') && attributeOf(node, 'dateTime') !== '',
  )
  const published = times.find(node =>
    /datePublished|dt-published|published|pubdate|entry-date/i.test(JSON.stringify(node.properties)),
  )
  return {
    title: withoutSite(written, site, h1),
    description:
      saidBy(article?.description) ||
      tags.first(
        'og:description',
        'description',
        'dc.description',
        'dcterms.description',
        'twitter:description',
      ),
    authors: authorsOf(root, article, things, tags),
    date: sound('date', isDate, [
      saidBy(article?.datePublished),
      ...tags
        .all(
          'article:published_time',
          'citation_publication_date',
          'citation_date',
          'citation_online_date',
          'dc.date',
          'dc.date.issued',
          'dcterms.date',
          'dcterms.created',
          'parsely-pub-date',
          'datepublished',
          'date',
          'sailthru.date',
          'pubdate',
        )
        .map(slashed),
      ...(published ? [attributeOf(published, 'dateTime')] : []),
      ...(stamped ? [attributeOf(stamped, 'title')] : []),
      ...(times.length === 1 && times[0] ? [attributeOf(times[0], 'dateTime')] : []),
    ]),
    updated: sound('updated', isDate, [
      saidBy(article?.dateModified),
      tags.first('article:modified_time', 'og:updated_time', 'dcterms.modified', 'datemodified'),
    ]),
    lang: sound('lang', isLanguage, [
      html ? attributeOf(html, 'lang', 'xmlLang') : '',
      body ? attributeOf(body, 'lang', 'xmlLang') : '',
      saidBy(article?.inLanguage, 'name'),
      tags.first('og:locale', 'content-language', 'citation_language', 'dc.language', 'dcterms.language'),
    ]),
    dir:
      html && /^(?:ltr|rtl)$/i.test(attributeOf(html, 'dir')) ? attributeOf(html, 'dir').toLowerCase() : '',
    url,
    site: site.trim(),
    license: licenceOf(
      [...tags.links('license'), saidBy(article?.license, 'url', '@id', 'name')],
      tags.all('dc.rights', 'dcterms.rights', 'dcterms.license', 'dc.rights.license'),
    ),
    cover: coverOf(article, things, tags),
    tags: [
      ...new Set(
        [
          ...tags.all('article:tag', 'parsely-tags').flatMap(value => value.split(',')),
          ...listOf(article?.keywords).flatMap(value => String(value).split(',')),
        ].map(tag => tag.trim()),
      ),
    ]
      .filter(tag => tag !== '' && tag.length < 60)
      .slice(0, 12),
    doi:
      /\b10\.\d{4,9}\/\S+/.exec(
        tags.first('citation_doi', 'dc.identifier.doi', 'prism.doi', 'dc.identifier'),
      )?.[0] ?? '',
    issn: '',
    unsound,
  }
}

/** Highwire writes dates with slashes, and months and days of one digit. */
const slashed = (date: string) => (/^\d{4}\/\d{1,2}$/.test(date) ? '' : date)

function licenceOf(addresses: readonly string[], said: readonly string[]): string {
  return (
    addresses.map(licenceAt).find(Boolean) ??
    [...said, ...addresses].map(text => licenceAt(text) ?? licenceIn(text)).find(Boolean) ??
    ''
  )
}
