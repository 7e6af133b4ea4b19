import { join, relative } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { formats } from '../article.js'
import type { IssueResult } from '../passage.js'
import type { IssueSource } from '../read/find.js'
import type { PublishResult } from '../request.js'
import type { Files } from '../world.js'
import { earlierReport } from '../write/earlier-report.js'
import { reportedMessage } from '../write/report.js'
import type { PreviewBuild, PreviewData, PreviewFile, PreviewFormat, PreviewIssue } from './data.js'

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
  /** Takes what a run came to. @param gone slugs of issues that are there no more */
  built(result: PublishResult, gone: Iterable<string>, milliseconds: number): Promise<void>
  /** Takes what is wrong with the whole. */
  fault(messages: readonly VFileMessage[]): void
}

/** @param outputDir where builds are written, absolute */
export function previewState(publication: string, outputDir: string, files: Files): PreviewState {
  const issues = new Map<string, PreviewIssue>()
  const sources = new Map<string, IssueSource>()
  const versions = new Map<string, number>()
  const listeners = new Set<() => void>()
  let build: PreviewBuild = { state: 'building', faults: [] }
  let version = 0
  let revision = 0

  const tell = () => {
    for (const listener of listeners) listener()
  }

  /** What there is of an issue now: also where nothing was to be done for it. */
  async function issueOf({ source, slug, title, draft, messages }: IssueResult): Promise<PreviewIssue> {
    const report = await earlierReport(join(outputDir, slug), files)
    const known = formats.flatMap((format): PreviewFormat[] => {
      const reported = report?.formats[format]
      if (!reported || draft) return []
      const { state, sizes } = reported
      return [{ format, state, sizes, files: reported.files.map(file => fileOf(slug, file)) }]
    })
    return {
      slug,
      title: title ?? slug,
      source: source.name,
      draft,
      formats: known,
      messages: messages.map(reportedMessage),
    }
  }

  const fileOf = (slug: string, { path, bytes }: { path: string; bytes: number }): PreviewFile => ({
    path,
    bytes,
    version: versions.get(`${slug}/${path}`) ?? 0,
  })

  return {
    data: () => ({
      publication,
      build,
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
      const name = relative(outputDir, path).replaceAll('\\', '/')
      if (name.startsWith('../')) return
      version += 1
      versions.set(name, version)
      const [slug = '', ...rest] = name.split('/')
      const issue = [...issues.values()].find(each => each.slug === slug)
      const changed = rest.join('/')
      if (!issue || changed === 'report.json') return
      const withFile = issue.formats.map(format => ({
        ...format,
        files: format.files.map(file => (file.path === changed ? { path: changed, bytes, version } : file)),
      }))
      issues.set(issue.source, { ...issue, formats: withFile })
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
      build = { state: 'ready', milliseconds, faults: [] }
      tell()
    },
    fault(messages) {
      build = { ...build, state: 'ready', faults: messages.map(reportedMessage) }
      tell()
    },
  }
}
