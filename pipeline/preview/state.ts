import { join, relative } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { formats } from '../article.js'
import type { IssueResult } from '../passage.js'
import type { IssueSource } from '../read/find.js'
import type { PublishResult } from '../request.js'
import type { Files } from '../world.js'
import { earlierReport } from '../write/earlier-report.js'
import { reportedMessage } from '../write/report.js'
import type {
  PreviewBuild,
  PreviewData,
  PreviewFile,
  PreviewFormat,
  PreviewIssue,
  PreviewTheme,
} from './data.js'

/** What the page shows, kept as builds come. */
export interface PreviewState {
  data(): PreviewData
  /** What an issue is read from; undefined where there is none of that slug. */
  sourceOf(slug: string): IssueSource | undefined
  /** How many builds came to their end. */
  revision(): number
  /** Told whenever something is another. @returns ends it */
  listen(listener: () => void): () => void
  /** Told of each file that is written, by its absolute path. */
  wrote(path: string, bytes: number): void
  building(): void
  /** Takes what will be built, so that it can be seen as soon as each is there. */
  found(sources: readonly IssueSource[]): void
  /** Takes what a run came to. @param gone slugs of issues that are there no more */
  built(result: PublishResult, gone: Iterable<string>, milliseconds: number): Promise<void>
  /** Nothing was to be built. */
  idle(): void
  /** Takes what is wrong with the config; nothing where it can be used. */
  fault(messages: readonly VFileMessage[]): void
  /** Takes what nobody expected. */
  failed(reason: string): void
  /** Takes what the config says of the whole. */
  settled(publication: string, theme: PreviewTheme): void
}

/**
 * @param outputDir where builds are written, absolute
 * @param time milliseconds since 1970
 */
export function previewState(
  publication: string,
  outputDir: string,
  files: Files,
  time: () => number = () => 0,
): PreviewState {
  let name = publication
  let theme: PreviewTheme | undefined
  const times = new Map<string, number>()
  const issues = new Map<string, PreviewIssue>()
  const sources = new Map<string, IssueSource>()
  const versions = new Map<string, number>()
  const listeners = new Set<() => void>()
  let build: PreviewBuild = { state: 'building', faults: [] }
  // The page may be one that an earlier preview had: its versions are none of ours.
  const from = time()
  let version = from
  let revision = 0

  const tell = () => {
    for (const listener of listeners) listener()
  }

  /** What there is of an issue now: also where nothing was to be done for it. */
  async function issueOf({ source, slug, title, draft, messages }: IssueResult): Promise<PreviewIssue> {
    const report = await earlierReport(join(outputDir, slug), files)
    return {
      slug,
      title: title ?? slug,
      source: source.name,
      draft,
      formats: draft ? [] : formatsOf(slug, report),
      messages: messages.map(reportedMessage),
    }
  }

  /** Shows an issue by its report, which is written last, until the whole run is over. */
  async function showReported({ source, slug }: PreviewIssue): Promise<void> {
    const report = await earlierReport(join(outputDir, slug), files)
    const waiting = issues.get(source)
    if (!report || !waiting?.isWaiting) return
    const { title, messages } = report
    issues.set(source, { slug, source, title, draft: false, formats: formatsOf(slug, report), messages })
    tell()
  }

  const formatsOf = (slug: string, report: Awaited<ReturnType<typeof earlierReport>>) =>
    formats.flatMap((format): PreviewFormat[] => {
      const reported = report?.formats[format]
      if (!reported) return []
      const { state, sizes } = reported
      return [
        {
          format,
          state,
          sizes,
          files: reported.files.map(file => fileOf(slug, file)),
          ...whenOf(slug, reported.files),
        },
      ]
    })

  const whenOf = (slug: string, of: readonly { path: string }[]): { at?: number } => {
    const known = of.flatMap(({ path }) => times.get(`${slug}/${path}`) ?? [])
    return known.length > 0 ? { at: Math.max(...known) } : {}
  }

  const fileOf = (slug: string, { path, bytes }: { path: string; bytes: number }): PreviewFile => ({
    path,
    bytes,
    version: versions.get(`${slug}/${path}`) ?? from,
  })

  return {
    data: () => ({
      publication: name,
      build,
      ...(theme ? { theme } : {}),
      issues: [...issues.values()].sort((a, b) => (a.source < b.source ? -1 : 1)),
    }),
    sourceOf(slug) {
      const issue = [...issues.values()].find(each => each.slug === slug)
      return issue && sources.get(issue.source)
    },
    revision: () => revision,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wrote(path, bytes) {
      const written = relative(outputDir, path).replaceAll('\\', '/')
      if (written.startsWith('../')) return
      version += 1
      versions.set(written, version)
      times.set(written, time())
      const [slug = '', ...rest] = written.split('/')
      const issue = [...issues.values()].find(each => each.slug === slug)
      const changed = rest.join('/')
      if (issue?.isWaiting && changed === 'report.json') void showReported(issue)
      if (!issue || changed === 'report.json') return
      const withFile = issue.formats.map(format => ({
        ...format,
        files: format.files.map(file => (file.path === changed ? { path: changed, bytes, version } : file)),
        ...whenOf(slug, format.files),
      }))
      issues.set(issue.source, { ...issue, formats: withFile })
      tell()
    },
    found(found) {
      for (const each of found) {
        const { name: source, slug } = each
        sources.set(source, each)
        issues.set(source, {
          slug,
          title: slug,
          source,
          draft: false,
          isWaiting: true,
          formats: [],
          messages: [],
        })
      }
      tell()
    },
    building() {
      build = { ...build, state: 'building' }
      tell()
    },
    async built(result, gone, milliseconds) {
      for (const each of await Promise.all(result.issues.map(issueOf))) issues.set(each.source, each)
      for (const { source } of result.issues) sources.set(source.name, source)
      for (const [source, { slug }] of issues) if ([...gone].includes(slug)) issues.delete(source)
      revision += 1
      build = { state: 'ready', milliseconds, faults: build.faults }
      tell()
    },
    idle() {
      build = { ...build, state: 'ready' }
      tell()
    },
    fault(messages) {
      if (messages.length === 0 && build.faults.length === 0) return
      build = { ...build, faults: messages.map(reportedMessage) }
      tell()
    },
    failed(reason) {
      build = { ...build, state: 'ready', failure: reason }
      tell()
    },
    settled(publication, next) {
      name = publication
      theme = next
      tell()
    },
  }
}
