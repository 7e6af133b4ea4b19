import { basename, dirname, extname, join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Issue, Publication } from '../article.js'
import { type Report, reporter } from '../messages.js'
import type { MergeTagNames } from '../parse/merge-tags.js'
import { type IssueSource, isReadable } from '../read/find.js'
import { readBytes } from '../read/read.js'
import { kindOf, readers } from '../read/readers.js'
import { textOf } from '../read/text-of.js'
import type { World } from '../world.js'
import { makeCollection, makeIssue, type ParsedArticle } from './make.js'
import { type ListedArticle, type Manifest, readManifest } from './manifest.js'

/** What reading an issue depends on. */
export interface ReadingContext {
  readonly publication: Publication
  readonly mergeTags: MergeTagNames
  readonly math: { readonly singleDollar: boolean }
  /** Elements added to the vocabulary, by tag name. */
  readonly added?: ReadonlySet<string>
  /** See `ReaderOptions`. */
  readonly quotes?: 'safe' | 'likely'
}

/** An issue as it was read; without one where its source could not be made an issue. */
export interface IssueRead {
  readonly issue?: Issue
  /** Whether it is not to be published. */
  readonly draft: boolean
  /** The issue's, or that of its source where it could not be made one. */
  readonly slug: string
  /** The texts of its files, by the names they have in messages. */
  readonly texts: ReadonlyMap<string, string>
}

/** From files to an issue: each is read and parsed once, then transformed, composed and checked. */
export async function readIssue(
  source: IssueSource,
  context: ReadingContext,
  world: World,
  messages: VFileMessage[],
): Promise<IssueRead> {
  const texts = new Map<string, string>()
  const report = reporter(source.name, messages)
  const { slug } = source
  const { publication, added } = context
  const made = { publication, env: world.env, file: source.name, ...(added ? { added } : {}) }
  const read = async (from: IssueSource, lang: string, own: Report) => {
    const bytes = await readBytes(from, world, own)
    const found = bytes && (await readArticle(bytes, from, lang, context, own))
    if (found?.text !== undefined) texts.set(from.name, found.text)
    return found?.parsed
  }
  if (!source.isFolder) {
    const parsed = await read(source, publication.lang, report)
    if (!parsed) return { draft: false, slug, texts }
    const issue = await makeIssue(parsed, made, report)
    return { issue, draft: parsed.frontMatter.draft, slug: issue.slug, texts }
  }
  const bytes = await readBytes(source, world, report)
  const text = bytes && textOf(bytes, report)
  if (text === undefined) return { draft: false, slug, texts }
  texts.set(source.name, text)
  const manifest = readManifest(text, { lang: publication.lang, slug: source.slug }, report)
  if (manifest.meta.draft) return { draft: true, slug: manifest.meta.slug, texts }
  const articles: ParsedArticle[] = []
  for (const listed of await articlesOf(manifest, source, world, report)) {
    const file = join(dirname(source.name), listed.file)
    const own = reporter(file, messages)
    const name = basename(listed.file, extname(listed.file))
    const path = join(dirname(source.path), listed.file)
    const parsed = await read({ path, name: file, slug: name }, manifest.meta.lang, own)
    if (!parsed) continue
    if (parsed.frontMatter.draft) own('issue-draft', 'Unexpected draft among the articles; it is left out')
    else articles.push({ listed, parsed, file, report: own })
  }
  const [first, ...more] = articles
  if (!first) {
    report('issue-articles', 'Unexpected issue without articles, expected Markdown files beside `issue.yaml`')
    return { draft: false, slug: manifest.meta.slug, texts }
  }
  const issue = await makeCollection(manifest, [first, ...more], made, report)
  return { issue, draft: false, slug: issue.slug, texts }
}

/** Reads an article by the reader of its kind: standard input, which has no name, as Markdown. */
const readArticle = (
  bytes: Uint8Array,
  source: IssueSource,
  lang: string,
  { mergeTags, math, added, quotes }: ReadingContext,
  report: Report,
) =>
  readers[kindOf(source.path) ?? 'markdown'].read(
    bytes,
    {
      mergeTags,
      lang,
      slug: source.slug,
      singleDollarMath: math.singleDollar,
      ...(added ? { added } : {}),
      ...(quotes ? { quotes } : {}),
    },
    report,
  )

/** The articles in their order: as they are listed, or all that lie in the folder, by their names. */
async function articlesOf(
  { articles, letter, email }: Manifest,
  source: IssueSource,
  world: World,
  report: Report,
): Promise<ListedArticle[]> {
  const entries = await world.files.list(dirname(source.path))
  const there = entries
    .filter(({ kind, name }) => kind === 'file' && kindOf(name) !== undefined)
    .map(({ name }) => name)
    .sort()
  const found = there
    .filter(name => name !== letter?.file && isReadable(name) && !/^[._]/.test(name))
    .map((file): ListedArticle => ({ file, email }))
  const listed = [...(letter ? [letter] : []), ...(articles ?? found)]
  const taken = new Set<string>()
  const kept = listed.filter(({ file, place }) => {
    const fault = taken.has(file)
      ? `Unexpected article \`${file}\`, which is listed before; it is there once`
      : there.includes(file)
        ? undefined
        : `Unexpected article \`${file}\`, expected one of the Markdown files beside \`issue.yaml\`: ${there.join(', ') || 'there is none'}`
    taken.add(file)
    if (fault) report('issue-articles', fault, place)
    return fault === undefined
  })
  for (const file of there.filter(name => !taken.has(name) && isReadable(name) && !/^[._]/.test(name))) {
    report(
      'issue-unlisted',
      `Unexpected file \`${file}\`, which \`issue.yaml\` does not list; it is left out`,
    )
  }
  return kept
}
