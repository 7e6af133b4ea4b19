import type { VFileMessage } from 'vfile-message'
import type { Templates } from '../../templates/overrides.js'
import type { Rendering } from '../../templates/rendering.js'
import { longDate, wordsIn } from '../../templates/words.js'
import type { Article, ArticleMeta, Format, Issue, Publication } from '../article.js'
import type { RemoteImages } from '../assets/image-remote.js'
import { type PreparedAssets, prepareAssets } from '../assets/prepare.js'
import type { Studio } from '../assets/studio.js'
import type { Printer } from '../bind/pdf/bind.js'
import { checkParity } from '../check/parity/check-parity.js'
import { type Silenced, settle, type Terms } from '../check/settle.js'
import { finding, hasError } from '../messages.js'
import type { MergeTagNames } from '../parse/merge-tags.js'
import { siteLinks } from '../site/links.js'
import { version } from '../version.js'
import type { World } from '../world.js'
import type { DrawnCover } from './cover.js'
import { beginCovers } from './covers.js'
import { downloadsOf } from './downloads.js'
import { failure } from './failure.js'
import { inTurn, type Others, type Ready } from './in-turn.js'
import { linksFor } from './links.js'
import { notMade } from './not-made.js'
import type { SourceTexts } from './place-of-character.js'
import { renderers } from './renderers.js'
import type { Downloads, Rendition } from './rendition.js'

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
  /** What draws; by default the world's browser. */
  readonly studio?: Studio | undefined
  /** The folder that the config's addresses start from, absolute. */
  readonly root: string
  /** The config, as messages name it; undefined where there is none. */
  readonly configFile?: string | undefined
  /** The folder that every picture must be in, absolute. */
  readonly contentRoot: string
  /** The folder that an article's addresses start from, absolute. */
  readonly folderOf: (article: Article) => string
  /** Which pictures at other addresses may be fetched. */
  readonly remote?: RemoteImages | undefined
  /** Every format that is published: the editions that may be linked to. */
  readonly published: readonly Format[]
  /** Whether the publication has pages around its issues: the archive, the feeds. */
  readonly hasSite?: boolean | undefined
  /** What an earlier build left to download; undefined where nobody looked. */
  readonly earlier?: Downloads | undefined
  /** As messages name the source. */
  readonly file: string
  /** The texts of the sources, where there are some: the place of a character is told by them. */
  readonly texts?: SourceTexts | undefined
  /** By what findings are settled: an error by them stops a rendition. */
  readonly terms?: Terms | undefined
  /** Has the formats made one after another, and is told of each; without it they are made side by side. */
  readonly ready?: Ready | undefined
  readonly signal?: AbortSignal | undefined
}

/** An issue's renditions, and what was found on the way, theirs included. */
export interface RenderedIssue {
  readonly renditions: readonly Rendition[]
  readonly messages: readonly VFileMessage[]
  readonly silenced: readonly Silenced[]
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
  const { publication, world, root, configFile, contentRoot, folderOf, remote, file, signal } = context
  const { logo } = publication
  const { terms = {} } = context
  const assets = await prepareAssets(issue, formats, {
    world,
    studio: context.studio,
    contentRoot,
    folderOf,
    remote,
    tokens: publication.tokens,
    logo: logo && { src: logo.src, folder: root, file: configFile ?? file },
    extraText: interfaceText(publication, issue),
    bookFonts: publication.epub?.fonts,
    signal,
  })
  const { messages, silenced } = settle([...assets.messages, ...fontsMissing(assets, file)], terms)
  if (hasError(messages)) return { renditions: formats.map(notMade), messages, silenced }
  const renderingOf = (format: Format) => renderingFor(format, issue, assets, context)
  const { ready } = context
  // Who waits for the first of the formats does not wait for drawings that it has not.
  const covers = ready
    ? {}
    : await beginCovers(formats, renderingOf, { ...context, templates: context.templates ?? {} })
  const settled = async (format: Format, others: Others = {}) => {
    const drawn = covers[format]
    const rendition = await renderFormat(format, renderingOf, context, { formats, drawn, ...others })
    const told = settle(rendition.messages, terms)
    return { ...(hasError(told.messages) ? withoutFiles(rendition) : rendition), ...told }
  }
  const tellsPages = publication.epub?.pageList === true
  const renditions = ready
    ? await inTurn(formats, { make: settled, ready, tellsPages, signal })
    : await sideBySide(formats, settled)
  return {
    renditions,
    messages: [...messages, ...renditions.flatMap(rendition => rendition.messages)],
    silenced: [...silenced, ...renditions.flatMap(rendition => rendition.silenced ?? [])],
  }
}

/** The EPUB tells of the PDF's pages, and the web page of both: those that are told of are begun first. */
function sideBySide(
  formats: readonly Format[],
  make: (format: Format, others?: Others) => Promise<Rendition>,
): Promise<Rendition[]> {
  const pdf = formats.includes('pdf') ? make('pdf') : undefined
  const epub = formats.includes('epub') ? make('epub', { pdf }) : undefined
  const begun: Partial<Record<Format, Promise<Rendition> | undefined>> = { pdf, epub }
  return Promise.all(formats.map(format => begun[format] ?? make(format, { pdf, epub })))
}

/** What is left of a rendition that an error stopped: its sizes say why an email is too long, say. */
const withoutFiles = ({ pageStarts: _, ...rendition }: Rendition): Rendition => ({ ...rendition, files: [] })

/** A rendition with what its files have lost of the article. */
async function proven(rendition: Rendition): Promise<Rendition> {
  const readings = rendition.files.length > 0 ? await rendition.readings?.() : undefined
  const lost = readings?.flatMap(checkParity) ?? []
  return lost.length > 0 ? { ...rendition, messages: [...rendition.messages, ...lost] } : rendition
}

async function renderFormat(
  format: Format,
  renderingOf: (format: Format) => Rendering,
  context: RenderContext,
  {
    formats,
    drawn,
    pdf,
    epub,
  }: { readonly formats: readonly Format[]; readonly drawn: Promise<DrawnCover> | undefined } & Others,
): Promise<Rendition> {
  const {
    publication,
    templates = {},
    mergeTags = new Map(),
    world,
    printer,
    studio,
    file,
    texts,
    configFile,
    published,
    earlier,
    signal,
  } = context
  try {
    const render = await renderers[format]()
    const rendition = await render({
      rendering: renderingOf(format),
      drawn,
      templates,
      mergeTags,
      world,
      printer,
      studio,
      file,
      texts,
      configFile,
      creator: `Trifold ${version()}`,
      tellsPages: publication.epub?.pageList === true && formats.includes('epub'),
      printed: pdf,
      downloads: () => downloadsOf({ made: { pdf, epub }, earlier, published }),
      signal,
    })
    return await proven(rendition)
  } catch (error) {
    signal?.throwIfAborted()
    return { ...notMade(format), messages: [failure(format, error, file)] }
  }
}

/** What a format's template is handed. @throws as `PreparedAssets.for` */
const renderingFor = (
  format: Format,
  issue: Issue,
  assets: PreparedAssets,
  { publication, published, hasSite = false }: RenderContext,
): Rendering => ({
  publication,
  issue,
  tokens: publication.tokens,
  words: wordsIn(issue.lang),
  assets: assets.for(format),
  links: {
    ...linksFor(format, issue, publication, published),
    ...(format === 'web' && hasSite ? { site: siteLinks(publication, '../') } : {}),
  },
})

/** What stands on a page beside the article's own words: its characters need fonts too. */
function interfaceText(publication: Publication, issue: Issue): string[] {
  const { callouts, accessible: _, web: __, ...words } = wordsIn(issue.lang)
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
