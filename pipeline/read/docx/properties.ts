import { fromHtml } from 'hast-util-from-html'
import { toString as wordsOf } from 'hast-util-to-string'

/** What a Word file says of itself that an article's front matter can say. */
export interface DocumentProperties {
  readonly title?: string
  readonly authors?: readonly string[]
  readonly tags?: readonly string[]
  /** BCP 47, of the text where nothing else is said. */
  readonly lang?: string
}

/** Names that Word puts where nobody gave one. */
const nobody =
  /^(?:user|admin(?:istrator)?|owner|author|microsoft(?: office)?(?: user)?|python-docx|pandoc|unknown)$/i

/**
 * Reads docProps/core.xml (ECMA-376, part 2, 11) and the language of the default style. The dates there are when the
 * file was made and saved, which is not when the article is published, and the description is whatever program made it:
 * they are left alone.
 */
export function documentProperties(files: ReadonlyMap<string, Uint8Array>): DocumentProperties {
  const core = textOf(files, 'docProps/core.xml')
  const title = element(core, 'dc:title')
  const author = element(core, 'dc:creator')
  const tags = (element(core, 'cp:keywords') ?? '')
    .split(/[,;]/)
    .map(tag => tag.trim())
    .filter(Boolean)
  const lang =
    element(core, 'dc:language') ??
    /<w:lang\b[^>]*\bw:val="([A-Za-z-]+)"/.exec(textOf(files, 'word/styles.xml'))?.[1]
  return {
    ...(title ? { title } : {}),
    ...(author && !nobody.test(author) ? { authors: author.split(/\s*;\s*/).filter(Boolean) } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(lang ? { lang } : {}),
  }
}

const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string): string =>
  new TextDecoder().decode(files.get(name) ?? new Uint8Array())

/** The text of an element that holds nothing else; undefined for one that is empty or not there. */
function element(xml: string, name: string): string | undefined {
  const [, written = ''] = new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]*)</${name}>`).exec(xml) ?? []
  // XML's entities are HTML's, and nothing of XML's own is defined there.
  return wordsOf(fromHtml(written, { fragment: true })).trim() || undefined
}
