import { dirname, join, relative } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Format } from './article.js'
import { earlierBuilds } from './cache/earlier-builds.js'
import type { RunRecord } from './cache/run-record.js'
import { type TracedWorld, traced } from './cache/trace.js'
import { ignoresOf } from './check/settle.js'
import type { Config } from './config/config.js'
import { inOrder } from './in-order.js'
import { readIssue } from './issue/read-issue.js'
import { finding, hasError } from './messages.js'
import { type IssueResult, type Passage, resultOf, settleInto, start } from './passage.js'
import { findIssues, type IssueSource } from './read/find.js'
import { type Engine, startEngine } from './render/engine.js'
import { notMade } from './render/not-made.js'
import { type RenderContext, renderIssue } from './render/render-issue.js'
import type { Rendition } from './render/rendition.js'
import { hasSite } from './site/links.js'
import { version } from './version.js'
import { writeOnly } from './world/write-only-cache.js'
import type { World } from './world.js'
import { earlierDownloads } from './write/earlier-report.js'
import { WriteFailed, writeWhole } from './write/write.js'
import { writeIssue } from './write/write-issue.js'

/** What is to be made, and how. */
export interface StageRequest {
  readonly config: Config
  /** Files and folders, absolute; none means the content folder. */
  readonly paths: readonly string[]
  /** Standard input, where it is built too. */
  readonly input?: Uint8Array
  readonly formats: readonly Format[]
  /** Names in messages are relative to it. Absolute. */
  readonly cwd: string
  /** Warnings stop a rendition as errors do. */
  readonly strict?: boolean
  /** Whether the results keep what is large: trees, renditions and texts, of every issue at once. */
  readonly keep?: boolean
  /** Whether nothing is told of an issue that is up to date: it was told when that was built. */
  readonly onlyNews?: boolean
  /** The slugs of issues that are not among these, and the names of their sources. */
  readonly taken?: ReadonlyMap<string, string>
  readonly signal?: AbortSignal
}

/** What is to be built. */
export interface PublishRequest extends StageRequest {
  /** Absolute. */
  readonly outputDir: string
  /** Whether what earlier builds made is built again although nothing has changed. */
  readonly force?: boolean
  /** Whether each rendition is written as soon as it is there, for who waits for it. What is there in the end is the same. */
  readonly asReady?: boolean
}

/** What became of a run. */
export interface PublishResult {
  readonly issues: readonly IssueResult[]
  /** Absolute paths of the pages around the issues, where they were written. */
  readonly site: readonly string[]
  /** Every message of the run, in the order of the sources. */
  readonly messages: readonly VFileMessage[]
  /** What tells that the same run would come to the same; undefined where it may not. */
  readonly run?: RunRecord
}

/**
 * Builds issues: every stage in order, from the files found to the files written.
 *
 * @param shared one of this world, where it serves more than this run
 */
export async function publish(
  request: PublishRequest,
  given: World,
  shared?: Engine,
): Promise<PublishResult> {
  const world = request.force ? { ...given, cache: writeOnly(given.cache) } : given
  const engine = shared ?? startEngine(world)
  const builds = await earlierBuilds(
    // What is to be kept whole is made anew: a record has no trees.
    { ...request, anew: request.force === true || request.keep === true },
    world,
  )
  const search = traced(world)
  const watches = new Map<Passage, TracedWorld>()
  const { issues, messages } = await throughIssues(request, search.world, engine, {
    upToDate: sources => builds.upToDate(sources),
    async prepare(passage) {
      const watch = traced(world)
      watches.set(passage, watch)
      await readAndParse(passage, request, watch.world)
    },
    async finish(passage) {
      const watch = watches.get(passage) ?? traced(world)
      watches.delete(passage)
      const folder = folderOf(passage, request)
      const earlier = await earlierDownloads(folder, watch.world.files)
      const early = request.asReady ? writeEarly(passage, request, world) : undefined
      try {
        await render(passage, request, { ...engine, world: watch.world }, { earlier, ready: early?.ready })
      } catch (error) {
        await early?.account()
        throw error
      }
      await write(passage, request, world)
      await builds.remember(resultOf(passage, false), watch, folder)
    },
  })
  const site = await builds.around(issues, async watched => {
    const { publishSite } = await import('./site/publish-site.js')
    return publishSite({ ...request, issues }, watched)
  })
  const run = await builds.settle(issues, search)
  return {
    issues,
    site: site.upToDate ? [] : site.written,
    messages: [...messages, ...site.messages],
    ...(run && !hasError(messages) ? { run } : {}),
  }
}

/** What is done with each issue: its stages. */
interface Stages {
  /** The issues that need not go through them, with what came of them. */
  upToDate?(sources: readonly IssueSource[]): Promise<ReadonlyMap<IssueSource, IssueResult>>
  /** Those that go one issue after another. */
  prepare(passage: Passage): Promise<void>
  /** Those that go on for several issues at a time. */
  finish(passage: Passage): Promise<void>
}

/** Finds the issues and takes each through its stages, telling of them in their order. */
export async function throughIssues(
  request: StageRequest,
  world: World,
  engine: Engine,
  { upToDate, prepare, finish }: Stages,
): Promise<PublishResult> {
  const newsOf = ({ upToDate, messages }: IssueResult) => (request.onlyNews && upToDate ? [] : messages)
  const found = await findIssues(request, world)
  found.messages.forEach(world.log.message)
  const before = (await upToDate?.(found.sources)) ?? new Map<IssueSource, IssueResult>()
  if (before.size < found.sources.length) engine.warmUp(request.formats, request.config.publication)
  const slugs = new Map(request.taken)
  const issues = await inOrder(found.sources, {
    async prepare(source) {
      const result = before.get(source)
      if (result) return { result: claimed(result, slugs) }
      const passage = start(source)
      await prepare(passage)
      if (passage.issue) passage.messages.push(...claimSlug(passage, slugs))
      return { passage }
    },
    async finish({ result, passage }) {
      if (result) return result
      await finish(passage)
      return resultOf(passage, request.keep === true)
    },
    tell(result, done) {
      newsOf(result).forEach(world.log.message)
      world.log.progress(result.source.name, done / found.sources.length)
    },
  })
  const messages = [...found.messages, ...issues.flatMap(newsOf)]
  return { issues, site: [], messages }
}

/** From the files to the issue: read, parse once, transform, compose, check. */
export async function readAndParse(
  passage: Passage,
  { config, strict }: StageRequest,
  world: World,
): Promise<void> {
  const found: VFileMessage[] = []
  const { issue, draft, slug, texts } = await readIssue(passage.source, config, world, found)
  if (issue) passage.issue = issue
  passage.draft = draft
  passage.slug = slug
  passage.texts = texts
  passage.terms = { severities: config.severities, strict, ignores: issue ? ignoresOf(issue) : [] }
  settleInto(passage, found)
}

/** What has a slug. */
type Claimant = Pick<IssueResult, 'slug' | 'draft' | 'source'>

/** Two issues of one slug would write over each other: the second is an error. */
function claimSlug({ slug, draft, source }: Claimant, slugs: Map<string, string>): VFileMessage[] {
  if (draft) return []
  const holder = slugs.get(slug)
  if (holder === undefined) {
    slugs.set(slug, source.name)
    return []
  }
  const reason = `Unexpected slug \`${slug}\`, which ${holder} has; give one of them another \`slug\``
  return [finding('slug-taken', reason, { file: source.name })]
}

/** An issue that is up to date, unless another has taken its slug. */
function claimed(result: IssueResult, slugs: Map<string, string>): IssueResult {
  const taken = claimSlug(result, slugs)
  return taken.length > 0
    ? { ...result, upToDate: false, written: [], messages: [...result.messages, ...taken] }
    : result
}

/** Assets, then template, binding and check of each format. An issue with an error in its source has no renditions. */
export async function render(
  passage: Passage,
  request: StageRequest,
  engine: Engine,
  { earlier, ready }: Pick<RenderContext, 'earlier' | 'ready'> = {},
): Promise<void> {
  const { issue, draft, source, messages, terms } = passage
  const { config, cwd, formats, signal } = request
  if (!issue || draft) return
  if (hasError(messages)) {
    passage.renditions = formats.map(notMade)
    return
  }
  const rendered = await renderIssue(issue, formats, {
    ...engine,
    publication: config.publication,
    templates: config.templates,
    mergeTags: config.mergeTags,
    root: config.root,
    configFile: config.file && relative(cwd, config.file),
    contentRoot: rootOf(source, config),
    folderOf: () => dirname(source.path),
    remote: config.remoteImages,
    published: config.formats,
    hasSite: hasSite(config),
    earlier,
    ready,
    file: source.name,
    texts: passage.texts,
    terms,
    signal,
  })
  passage.renditions = rendered.renditions
  messages.push(...rendered.messages)
  passage.silenced.push(...rendered.silenced)
}

/** Writes renditions before all are made. */
function writeEarly(passage: Passage, request: PublishRequest, world: World) {
  const made: Rendition[] = []
  return {
    /** Writes one. What cannot be written is met again in the end, and told then. */
    async ready(rendition: Rendition): Promise<void> {
      made.push(rendition)
      await writeWhole(rendition.files, folderOf(passage, request), world.files).catch(() => undefined)
    },
    /** The report on those that were written, where there will be no others. */
    async account(): Promise<void> {
      if (made.length > 0) await write({ ...passage, renditions: made }, request, world)
    },
  }
}

/** Files, whole or not at all, and the report. */
async function write(passage: Passage, request: PublishRequest, { files }: World): Promise<void> {
  const { publication } = request.config
  const { issue, draft, source, renditions, messages } = passage
  if (!issue || draft) return
  const folder = folderOf(passage, request)
  try {
    passage.written = await writeIssue({
      issue,
      renditions,
      told: passage,
      folder,
      version: version(),
      publication,
      files,
    })
  } catch (error) {
    if (!(error instanceof WriteFailed)) throw error
    messages.push(finding('output-unwritable', error.message, { file: source.name }))
  }
}

/** Where the issue is written, absolute. */
const folderOf = ({ slug }: Passage, { outputDir }: PublishRequest): string => join(outputDir, slug)

/** What an article may read pictures from: the content folder, or its own folder where it lies outside of that. */
function rootOf(source: IssueSource, config: Config): string {
  return source.path.startsWith(join(config.contentDir, '/')) ? config.contentDir : dirname(source.path)
}
