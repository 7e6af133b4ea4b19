import { join, relative, resolve } from 'node:path'
import { type Format, formats } from '../article.js'
import { settle } from '../check/settle.js'
import type { Config } from '../config/config.js'
import type { FileResult, IssueResult } from '../passage.js'
import type { PublishRequest, PublishResult } from '../request.js'
import { itemFile } from '../site/links.js'
import type { World } from '../world.js'
import { counted } from './counted.js'
import { rememberBuild } from './earlier-run.js'
import { type ExitCode, UsageError } from './exit.js'
import { jobsOf, threadsFor } from './jobs.js'
import { onIssues } from './on-issues.js'
import type { Session } from './session.js'
import { shardOf } from './shard-option.js'
import type { WatchOptions } from './watch.js'

/** What `trifold build` takes. */
export interface BuildOptions extends WatchOptions {
  readonly format?: string
  readonly watch?: boolean
  readonly jobs?: string
  /** `2/4`: the second of four. */
  readonly shard?: string
}

/** `trifold build [PATH...]`: builds issues into files, with `--watch` again and again. */
export async function build(
  paths: readonly string[],
  options: BuildOptions,
  session: Session,
): Promise<ExitCode> {
  const formats = (config: Config) => chosen(options.format, config.formats)
  const tell = ({ issues, site }: PublishResult, config: Config, outputDir: string) => {
    for (const issue of issues) tellOfIssue(issue, session)
    tellOfSite(site, config.publication.name, outputDir, session)
  }
  const shard = options.shard === undefined ? undefined : shardOf(options.shard, paths, options)
  if (options.watch)
    return (await import('./watch.js')).watchBuilds(paths, options, session, { formats, tell })
  if (options.poll) throw new UsageError('Unexpected --poll without --watch')
  const jobs = jobsOf(options.jobs)
  return onIssues(paths, options, session, {
    formats,
    async run(request, world, read) {
      const { config } = read
      const outputDir = options.output ? resolve(session.cwd, options.output) : config.outputDir
      const asked = { ...request, outputDir, force: options.force === true }
      const shared = threadsFor(asked, world, jobs, session)
      const result = shard
        ? await (await import('../shard/publish-shard.js')).publishShard(
            { ...asked, shard },
            read.files,
            world,
            shared,
          )
        : await (await import('../publish.js')).publish(asked, world, shared)
      const { issues, messages, run } = result
      // A second build that took anything from the first would prove nothing.
      const differing = options.verify
        ? await verified(
            { ...request, outputDir, ...(shard ? { shard } : {}) },
            session.world(options, config, false),
            session,
          )
        : []
      if (run) await rememberBuild(run, { paths, options, session, world, read })
      session.terminal.clear()
      tell(result, config, outputDir)
      const built = issues.filter(issue => issue.written.length > 0 && !issue.upToDate)
      const summary = counted(built.length, options.verify ? 'built and verified' : 'built', issues)
      return { messages: [...messages, ...differing], issues, summary }
    },
  })
}

/** Builds once more, in a world of its own, and tells of what came out otherwise. */
async function verified(request: PublishRequest, world: World, { terminal }: Session) {
  const { config, strict } = request
  try {
    const { verify } = await import('../verify.js')
    const found = await verify(request, world)
    const { messages: differing } = settle(found, { severities: config.severities, strict })
    differing.forEach(terminal.message)
    return differing
  } finally {
    await world.close()
  }
}

/** The formats of `-f`, or those of the config. @throws UsageError */
function chosen(option: string | undefined, configured: readonly Format[]): readonly Format[] {
  if (option === undefined) return configured
  const names = option
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
  const unknown = names.find(name => !formats.some(format => format === name))
  if (unknown !== undefined || names.length === 0) {
    throw new UsageError(
      `Unexpected format \`${unknown ?? ''}\`, expected some of ${formats.join(', ')}, with commas between`,
    )
  }
  return formats.filter(format => names.includes(format))
}

/** Where the issue's files are, one line for each, pictures counted. */
function tellOfIssue(
  { source, slug, draft, formats, written, upToDate }: IssueResult,
  { terminal, cwd }: Session,
): void {
  if (draft) terminal.info(`${source.name} is a draft and was left out`)
  const [first] = written
  if (first === undefined || upToDate) return
  const folder = first.slice(0, first.lastIndexOf(join(slug, '/')) + slug.length + 1)
  const pictures = new Set(written.filter(path => path.includes(join(folder, 'images/'))))
  terminal.print(terminal.styles.bold(`${source.name} → ${relative(cwd, folder) || '.'}`))
  for (const { files, sizes } of formats) {
    for (const { path, bytes } of files) {
      if (path.includes('/') || path === itemFile) continue
      const pages =
        path.endsWith('.pdf') && sizes.pages ? `, ${sizes.pages} ${sizes.pages === 1 ? 'page' : 'pages'}` : ''
      terminal.print(`  ${path}  ${terminal.styles.dim(`${kilobytes(bytes)}${pages}`)}`)
    }
  }
  for (const folder of new Set(formats.flatMap(({ files }) => files.map(topOf))))
    if (folder && folder !== 'images')
      terminal.print(`  ${folder}/  ${terminal.styles.dim('for the service that sends it')}`)
  if (pictures.size > 0)
    terminal.print(
      `  images/  ${terminal.styles.dim(`${pictures.size} ${pictures.size === 1 ? 'picture' : 'pictures'}`)}`,
    )
}

/** The pages around the issues, on one line. */
function tellOfSite(
  site: readonly string[],
  name: string,
  outputDir: string,
  { terminal, cwd }: Session,
): void {
  if (site.length === 0) return
  terminal.print(terminal.styles.bold(`${name} → ${relative(cwd, outputDir) || '.'}`))
  terminal.print(`  ${site.map(path => relative(outputDir, path)).join('  ')}`)
}

/** The folder that a file is in, seen from the issue's. */
const topOf = ({ path }: FileResult): string | undefined =>
  path.includes('/') ? path.slice(0, path.indexOf('/')) : undefined

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`
