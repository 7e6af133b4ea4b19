import type { Child } from './jsx-runtime.js'

type With<Names extends string> = { [Name in Names]?: string | undefined } & { children?: Child }

/**
 * The XML in use, with each element's attributes: another name does not compile.
 * EPUB 3.3, section 5 (the package document), OPF 2.0.1, section 2.4.1 (the NCX), RFC 4287 (Atom) and sitemaps.org.
 */
export interface XmlElements {
  package: With<'xmlns' | 'version' | 'unique-identifier' | 'xml:lang' | 'dir'>
  metadata: With<'xmlns:dc'>
  'dc:identifier': With<'id'>
  'dc:title': With<'id'>
  'dc:creator': With<'id' | 'xml:lang'>
  'dc:contributor': With<'id' | 'xml:lang'>
  'dc:language': With<never>
  'dc:publisher': With<never>
  'dc:date': With<never>
  'dc:source': With<'id'>
  'dc:rights': With<never>
  'dc:description': With<never>
  'dc:subject': With<never>
  /** EPUB 3's by `property` and text; EPUB 2's and the NCX's by `name` and `content`. */
  meta: With<'id' | 'property' | 'refines' | 'scheme' | 'name' | 'content'>
  link: With<'rel' | 'refines' | 'href' | 'type' | 'hreflang'>
  manifest: With<never>
  item: With<'id' | 'href' | 'media-type' | 'properties'>
  spine: With<'toc' | 'page-progression-direction'>
  itemref: With<'idref'>
  guide: With<never>
  reference: With<'type' | 'title' | 'href'>

  ncx: With<'xmlns' | 'version' | 'xml:lang'>
  head: With<never>
  docTitle: With<never>
  navMap: With<never>
  navPoint: With<'id' | 'playOrder'>
  navLabel: With<never>
  pageList: With<never>
  pageTarget: With<'id' | 'type' | 'value' | 'playOrder'>
  text: With<never>
  /** The NCX's by `src`, Atom's by type and text. */
  content: With<'src' | 'type' | 'xml:lang'>

  feed: With<'xmlns' | 'xml:lang'>
  entry: With<'xml:lang'>
  id: With<never>
  title: With<never>
  subtitle: With<never>
  summary: With<never>
  updated: With<never>
  published: With<never>
  author: With<never>
  name: With<never>
  uri: With<never>
  category: With<'term'>
  generator: With<never>

  urlset: With<'xmlns'>
  url: With<never>
  loc: With<never>
  lastmod: With<never>
}
