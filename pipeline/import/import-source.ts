import { basename, dirname, extname } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Article } from '../article.js'
import { locateImage } from '../assets/image-source.js'
import { settle } from '../check/settle.js'
import type { Config } from '../config/config.js'
import { fingerprintOf } from '../issue/fingerprint.js'
import { toMarkdown } from '../markdown/to-markdown.js'
import { hasError, type Report, reporter } from '../messages.js'
import type { ParsedSource } from '../parse/parse.js'
import type { IssueSource } from '../read/find.js'
import { readBytes } from '../read/read.js'
import { kindOf, type ReaderOptions, readers, type SourceKind } from '../read/readers.js'
import { transform } from '../transform/transform.js'
import type { World } from '../world.js'
import { exportKind, readExport } from './exports/exports.js'
import { filesBeside } from './exports/in-folder.js'
import { picturesOut } from './pictures-out.js'

/** A file that an import makes. */
export interface ImportedFile {
  /** Relative to where the articles are written. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** An article that was brought in. */
export interface Imported {
  readonly slug: string
  readonly markdown: string
  /** Its pictures, where the source holds them itself or they lie beside it. */
  readonly pictures: readonly ImportedFile[]
}

/** How sources are brought in. */
export interface ImportOptions {
  readonly config: Pick<Config, 'publication' | 'mergeTags' | 'math' | 'severities'>
  readonly quotes: 'safe' | 'likely'
  /** What a source without a telling name is taken for. */
  readonly fallback: SourceKind
}

/**
 * Brings a source in: a text, a page, a Word document, or the export of a blog, to Markdown with front matter that
 * builds. What is at fault has a message; a source with an error gives nothing.
 */
export async function importSource(
  source: IssueSource,
  options: ImportOptions,
  world: World,
  messages: VFileMessage[],
): Promise<Imported[]> {
  const report = reporter(source.name, messages)
  const found: VFileMessage[] = []
  const own = reporter(source.name, found)
  const bytes = await readBytes(source, world, own)
  const articles = bytes ? await articlesOf(bytes, source, options, world, own) : []
  const { messages: told } = settle(found, options.config)
  messages.push(...told)
  if (hasError(told)) return []
  if (articles.length === 0 && found.length === 0)
    report('article-empty', 'Unexpected source without an article, expected one at least')
  const folder = dirname(source.path)
  // A saved page and an export have their pictures in a folder beside them; nothing outside of that is read.
  const bytesOf = async (src: string) => {
    const located = await locateImage(world.files, src, folder, folder)
    if ('bytes' in located) return located.bytes
    return 'path' in located ? world.files.read(located.path) : undefined
  }
  const made: Imported[] = []
  for (const article of articles) {
    const { article: outside, pictures } = await picturesOut(withFingerprint(article), bytesOf)
    const { lang } = options.config.publication
    const { slug } = article.meta
    // Its file is named after its slug, and need not say it.
    const markdown = toMarkdown(outside, { lang, slug, singleDollarMath: options.config.math.singleDollar })
    made.push({ slug, markdown, pictures })
  }
  return made
}

async function articlesOf(
  bytes: Uint8Array,
  source: IssueSource,
  options: ImportOptions,
  world: World,
  report: Report,
): Promise<Article[]> {
  const { config, quotes, fallback } = options
  const reading: ReaderOptions = {
    mergeTags: config.mergeTags,
    lang: config.publication.lang,
    slug: source.slug,
    singleDollarMath: config.math.singleDollar,
    quotes,
  }
  const archive = exportKind(source.path, bytes)
  const parsed = archive
    ? await readExport(archive, bytes, reading, report, () => filesBeside(dirname(source.path), world.files))
    : [(await readers[kindOf(source.path) ?? fallback].read(bytes, reading, report))?.parsed]
  const articles: Article[] = []
  for (const each of parsed) if (each) articles.push(await articleOf(each, source, report))
  return articles
}

/** A text that may not be altered with the digest of its words, by which a build sees that one was. */
function withFingerprint(article: Article): Article {
  const { meta, tree } = article
  const { source } = meta
  if (!source?.verbatim) return article
  return { ...article, meta: { ...meta, source: { ...source, fingerprint: fingerprintOf(tree) } } }
}

const articleOf = (parsed: ParsedSource, source: IssueSource, report: Report): Promise<Article> =>
  transform(parsed, { key: 'a1', file: source.name }, report)

/** The slug that a file's name gives. */
export const slugOf = (path: string): string => basename(path, extname(path))
