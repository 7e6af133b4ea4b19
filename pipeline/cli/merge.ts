import { relative, resolve } from 'node:path'
import { counted } from './counted.js'
import { codeOf, type ExitCode, UsageError } from './exit.js'
import { formatCounts } from './format-message.js'
import { readConfig } from './read-config.js'
import type { CommonOptions, Session } from './session.js'

/** What `trifold merge` takes. */
export interface MergeOptions extends CommonOptions {
  readonly output?: string
}

/** `trifold merge DIR...`: makes of the output folders of all shards what one build writes. */
export async function merge(
  dirs: readonly string[],
  options: MergeOptions,
  session: Session,
): Promise<ExitCode> {
  const { terminal, cwd, signal } = session
  const started = session.now()
  const { config, messages, files: configFiles } = await readConfig(options, session)
  const outputDir = options.output ? resolve(cwd, options.output) : config.outputDir
  const folders = dirs.map(dir => resolve(cwd, dir))
  const world = session.world(options, config)
  try {
    const output = (await world.files.resolve(outputDir)) ?? outputDir
    for (const folder of folders) {
      if ((await world.files.resolve(folder)) === output)
        throw new UsageError(
          `Unexpected output folder ${relative(cwd, outputDir) || '.'}, which is that of a shard; name another with -o`,
        )
    }
    const { mergeShards } = await import('../shard/merge-shards.js')
    const request = { config, configFiles, folders, outputDir, cwd, signal }
    const { issues, site, messages: found } = await mergeShards(request, world)
    terminal.clear()
    const written = issues.filter(issue => issue.written.length > 0)
    if (written.length > 0) {
      terminal.print(terminal.styles.bold(`${config.publication.name} → ${relative(cwd, outputDir) || '.'}`))
      for (const path of site) terminal.print(`  ${relative(outputDir, path)}`)
    }
    const all = [...messages, ...found]
    const seconds = ((session.now() - started) / 1000).toFixed(1)
    const said = formatCounts(all)
    terminal.info(`${counted(written.length, 'merged', issues)} in ${seconds} s${said ? `; ${said}` : ''}`)
    return codeOf(all)
  } finally {
    await world.close()
  }
}
