import type { VFileMessage } from 'vfile-message'
import type { Templates } from '../../templates/overrides.js'
import { longDate, wordsIn } from '../../templates/words.js'
import type { Article, ArticleMeta, Format, Issue, Publication } from '../article.js'
import { type PreparedAssets, prepareAssets } from '../assets/prepare.js'
import type { Printer } from '../bind/pdf/bind.js'
import { finding, hasError, raised } from '../messages.js'
import type { MergeTagNames } from '../parse/merge-tags.js'
import { version } from '../version.js'
import type { World } from '../world.js'
import { failure } from './failure.js'
import { linksFor } from './links.js'
import { notMade } from './not-made.js'
import type { SourceTexts } from './place-of-character.js'
import { renderers } from './renderers.js'
import type { Rendition } from './rendition.js'

/** What rendering depends on besides the issue. */
export interface RenderContext {
  readonly publication: Publication
  /** Handlers and layouts in place of ours. */
  readonly templates?: Templates | undefined
  /** Tags that the publication declares, with the default of each where it has one. */
  readonly mergeTags?: MergeTagNames | undefined
  readonly world: World
  /** The printer of the world's browser, opened at the first call. */
  readonly printer: () => Promise<Printer>
  /** The folder that the config's addresses start from, absolute. */
  readonly root: string
  /** The config, as messages name it; undefined where there is none. */
  readonly configFile?: string | undefined
  /** The folder that every picture must be in, absolute. */
  readonly contentRoot: string
  /** The folder that an article's addresses start from, absolute. */
  readonly folderOf: (article: Article) => string
  /** Every format that is published: the editions that may be linked to. */
  readonly published: readonly Format[]
  /** As messages name the source. */
  readonly file: string
  /** The texts of the sources, where there are some: the place of a character is told by them. */
  readonly texts?: SourceTexts | undefined
  /** Warnings stop a rendition as errors do. */
  readonly strict?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** An issue's renditions, and what was found on the way, theirs included. */
export interface RenderedIssue {
  readonly renditions: readonly Rendition[]
  readonly messages: readonly VFileMessage[]
}

/**
 * An issue to its renditions: the assets, then the template, binding and check of each format side by side. A format
 * that fails has no files and a message; the others are made.
 *
 * @throws the signal's reason when it is aborted
 */
export async function renderIssue(
  issue: Issue,
  formats: readonly Format[],
  context: RenderContext,
): Promise<RenderedIssue> {
  const { publication, world, root, configFile, contentRoot, folderOf, file, strict, signal } = context
  const { logo } = publication
  const settle = (messages: VFileMessage[]) => (strict ? raised(messages) : messages)
  const assets = await prepareAssets(issue, formats, {
    world,
    contentRoot,
    folderOf,
    tokens: publication.tokens,
    logo: logo && { src: logo.src, folder: root, file: configFile ?? file },
    extraText: interfaceText(publication, issue),
    bookFonts: publication.epub?.fonts,
    signal,
  })
  const messages = settle([...assets.messages, ...fontsMissing(assets, file)])
  if (hasError(messages)) return { renditions: formats.map(notMade), messages }
  // The EPUB tells of the PDF's pages, so the PDF is begun first.
  const printed = formats.includes('pdf')
    ? renderFormat('pdf', issue, assets, context, { formats })
    : undefined
  const made = await Promise.all(
    formats.map(format =>
      format === 'pdf' && printed
        ? printed
        : renderFormat(format, issue, assets, context, { formats, printed }),
    ),
  )
  const renditions = made.map(rendition =>
    hasError(settle([...rendition.messages])) ? { ...rendition, files: [] } : rendition,
  )
  return { renditions, messages: [...messages, ...renditions.flatMap(rendition => rendition.messages)] }
}

async function renderFormat(
  format: Format,
  issue: Issue,
  assets: PreparedAssets,
  context: RenderContext,
  { formats, printed }: { formats: readonly Format[]; printed?: Promise<Rendition> | undefined },
): Promise<Rendition> {
  const {
    publication,
    templates = {},
    mergeTags = new Map(),
    world,
    printer,
    file,
    texts,
    configFile,
    published,
    signal,
  } = context
  try {
    const render = await renderers[format]()
    const rendering = {
      publication,
      issue,
      tokens: publication.tokens,
      words: wordsIn(issue.lang),
      assets: assets.for(format),
      links: linksFor(format, issue, publication, published),
    }
    return await render({
      rendering,
      templates,
      mergeTags,
      world,
      printer,
      file,
      texts,
      configFile,
      creator: `Trifold ${version()}`,
      tellsPages: publication.epub?.pageList === true && formats.includes('epub'),
      printed,
      signal,
    })
  } catch (error) {
    signal?.throwIfAborted()
    return { ...notMade(format), messages: [failure(format, error, file)] }
  }
}

/** What stands on a page beside the article's own words: its characters need fonts too. */
function interfaceText(publication: Publication, issue: Issue): string[] {
  const { callouts, accessible: _, ...words } = wordsIn(issue.lang)
  const said = [publication.name, publication.publisher, publication.address, publication.url]
  const dates = [issue, ...issue.articles].flatMap(({ meta }) => datesOf(meta))
  return [
    ...Object.values(words),
    ...Object.values(callouts),
    ...said.flatMap(text => text ?? []),
    ...dates.flatMap(date => (date ? longDate(date, issue.lang) : [])),
  ]
}

const datesOf = ({ date, updated, corrections = [] }: ArticleMeta) => [
  date,
  updated,
  ...corrections.map(correction => correction.date),
]

const fontsMissing = ({ missingInBook }: PreparedAssets, file: string): VFileMessage[] =>
  missingInBook.map(face =>
    finding(
      'epub-font',
      `Unexpected typeface ${face.family} without its package, expected ${face.package}; run \`npm install ${face.package}\` beside the publication, or set \`epub.fonts\` to false`,
      { file },
    ),
  )
