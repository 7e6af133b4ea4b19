import { dirname, join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { longDate, wordsIn } from '../templates/words.js'
import type { Format, Issue, Publication } from './article.js'
import { type PreparedAssets, prepareAssets } from './assets/prepare.js'
import { openPrinter, type Printer } from './bind/pdf/bind.js'
import { checkSource } from './check/source.js'
import type { Config } from './config/config.js'
import { inOrder } from './in-order.js'
import { composeIssue } from './issue/compose.js'
import { finding, hasError, raised, reporter } from './messages.js'
import { parse } from './parse/parse.js'
import { findIssues, type IssueSource } from './read/find.js'
import { readSource } from './read/read.js'
import { failure } from './render/failure.js'
import { linksFor } from './render/links.js'
import { renderers } from './render/renderers.js'
import type { Rendition } from './render/rendition.js'
import { transform } from './transform/transform.js'
import { version } from './version.js'
import type { World } from './world.js'
import { WriteFailed } from './write/write.js'
import { writeIssue } from './write/write-issue.js'

/** What is to be built. */
export interface PublishRequest {
  readonly config: Config
  /** Files and folders, absolute; none means the content folder. */
  readonly paths: readonly string[]
  /** Standard input, where it is built too. */
  readonly input?: Uint8Array
  readonly formats: readonly Format[]
  /** Absolute. */
  readonly outputDir: string
  /** Names in messages are relative to it. Absolute. */
  readonly cwd: string
  /** Warnings stop a rendition as errors do. */
  readonly strict?: boolean
  readonly signal?: AbortSignal
}

/** What became of one issue. */
export interface IssueResult {
  readonly source: IssueSource
  /** Undefined where the source could not be made an issue, or is a draft. */
  readonly issue?: Issue
  readonly draft?: boolean
  readonly renditions: readonly Rendition[]
  /** Absolute paths of what was written. */
  readonly written: readonly string[]
  readonly messages: readonly VFileMessage[]
}

/** What became of a run. */
export interface PublishResult {
  readonly issues: readonly IssueResult[]
  /** Every message of the run, in the order of the sources. */
  readonly messages: readonly VFileMessage[]
}

/** Builds issues: every stage in order, from the files found to the files written. */
export async function publish(request: PublishRequest, world: World): Promise<PublishResult> {
  const run = startRun(request, world)
  const found = await findIssues(request, world)
  found.messages.forEach(world.log.message)
  if (found.sources.length > 0) run.warmUp()
  const slugs = new Map<string, string>()

  const issues = await inOrder(found.sources, {
    prepare: async source => claimSlug(await prepareIssue(source, run), slugs),
    finish: async prepared => writeResult(prepared, await renderIssue(prepared, run), run),
    tell(result, done) {
      result.messages.forEach(world.log.message)
      world.log.progress(result.source.name, done / found.sources.length)
    },
  })
  return { issues, messages: [...found.messages, ...issues.flatMap(issue => issue.messages)] }
}

/** What the stages of a run share. */
interface Run extends PublishRequest {
  readonly world: World
  /** The printer of the world's browser, opened at the first call. */
  readonly printer: () => Promise<Printer>
  /** Starts what takes long to start, while the text is still being read. */
  warmUp(): void
}

function startRun(request: PublishRequest, world: World): Run {
  let opened: Promise<Printer> | undefined
  const printer = () => {
    opened ??= world.browser().then(openPrinter)
    return opened
  }
  const ignore = () => undefined
  return {
    ...request,
    world,
    printer,
    warmUp() {
      // Failures are met again, and told, where the thing is used.
      if (request.formats.includes('pdf')) printer().catch(ignore)
      for (const format of request.formats) renderers[format]().catch(ignore)
    },
  }
}

interface PreparedIssue {
  readonly source: IssueSource
  readonly issue?: Issue
  readonly draft?: boolean
  readonly messages: VFileMessage[]
}

/** From the file to the issue: read, parse once, transform, compose, check. */
async function prepareIssue(source: IssueSource, run: Run): Promise<PreparedIssue> {
  const { config, world } = run
  const messages: VFileMessage[] = []
  const report = reporter(source.name, messages)
  const text = await readSource(source, world, report)
  if (text === undefined) return { source, messages }
  const parsed = parse(
    text,
    {
      mergeTags: config.mergeTags,
      lang: config.publication.lang,
      slug: source.slug,
      singleDollarMath: config.math.singleDollar,
    },
    report,
  )
  const article = await transform(parsed, { key: 'a1', file: source.name }, report)
  if (article.meta.draft) return { source, draft: true, messages }
  const issue = composeIssue(article, world.env, report)
  checkSource(issue, config.publication, report)
  return { source, issue, messages }
}

/** Two issues of one slug would write over each other: the second is an error. */
function claimSlug(prepared: PreparedIssue, slugs: Map<string, string>): PreparedIssue {
  const { issue, source, messages } = prepared
  if (!issue) return prepared
  const holder = slugs.get(issue.slug)
  if (holder === undefined) slugs.set(issue.slug, source.name)
  else
    messages.push(
      finding(
        'slug-taken',
        `Unexpected slug \`${issue.slug}\`, which ${holder} has; give one of them another \`slug\``,
        { file: source.name },
      ),
    )
  return prepared
}

/** Assets, then template, binding and check of each format. */
async function renderIssue(prepared: PreparedIssue, run: Run): Promise<Rendition[]> {
  const { issue, source, messages } = prepared
  const { config, world, formats, signal } = run
  if (run.strict) raised(messages)
  if (!issue || hasError(messages)) return formats.map(format => nothing(format))
  const assets = await prepareAssets(issue, formats, {
    world,
    contentRoot: rootOf(source, config),
    folderOf: () => dirname(source.path),
    tokens: config.publication.tokens,
    extraText: interfaceText(config.publication, issue),
    ...(signal ? { signal } : {}),
  })
  messages.push(...assets.messages)
  if (run.strict) raised(messages)
  if (hasError(messages)) return formats.map(format => nothing(format))
  const rendered = await Promise.all(formats.map(format => renderFormat(format, issue, assets, source, run)))
  for (const rendition of rendered) messages.push(...rendition.messages)
  if (!run.strict) return rendered
  return rendered.map(rendition =>
    raised([...rendition.messages]).some(m => m.fatal) ? nothing(rendition.format) : rendition,
  )
}

async function renderFormat(
  format: Format,
  issue: Issue,
  assets: PreparedAssets,
  source: IssueSource,
  run: Run,
): Promise<Rendition> {
  const { publication } = run.config
  try {
    const render = await renderers[format]()
    return await render({
      rendering: {
        publication,
        issue,
        tokens: publication.tokens,
        words: wordsIn(issue.lang),
        assets: assets.for(format),
        links: linksFor(format, issue, publication, run.config.formats),
      },
      printer: run.printer,
      file: source.name,
      creator: `Trifold ${version()}`,
      signal: run.signal,
    })
  } catch (error) {
    run.signal?.throwIfAborted()
    return { ...nothing(format), messages: [failure(format, error, source.name)] }
  }
}

async function writeResult(
  prepared: PreparedIssue,
  renditions: readonly Rendition[],
  run: Run,
): Promise<IssueResult> {
  const { source, issue, draft, messages } = prepared
  const nothingWritten = { source, ...(draft ? { draft } : {}), renditions, written: [], messages }
  if (!issue) return nothingWritten
  const folder = join(run.outputDir, issue.slug)
  try {
    const written = await writeIssue({
      issue,
      renditions,
      messages,
      folder,
      version: version(),
      files: run.world.files,
    })
    return { ...nothingWritten, issue, written }
  } catch (error) {
    if (!(error instanceof WriteFailed)) throw error
    messages.push(
      finding('output-unwritable', `${error.message}; nothing of this issue was changed there`, {
        file: source.name,
      }),
    )
    return { ...nothingWritten, issue }
  }
}

/** What an article may read pictures from: the content folder, or its own folder where it lies outside of that. */
function rootOf(source: IssueSource, config: Config): string {
  return source.path.startsWith(join(config.contentDir, '/')) ? config.contentDir : dirname(source.path)
}

/** What stands on a page beside the article's own words. */
function interfaceText(publication: Publication, issue: Issue): string[] {
  const { callouts, ...words } = wordsIn(issue.lang)
  const said = [publication.name, publication.publisher, publication.address, publication.url]
  return [
    ...Object.values(words),
    ...Object.values(callouts),
    ...said.flatMap(text => text ?? []),
    dates(issue),
  ]
}

const dates = ({ articles, lang }: Issue) =>
  articles
    .flatMap(({ meta }) => [meta.date, meta.updated].map(date => (date ? longDate(date, lang) : '')))
    .join(' ')

const nothing = (format: Format): Rendition => ({ format, files: [], messages: [], sizes: {} })
