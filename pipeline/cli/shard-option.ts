import { mostShards, type Shard } from '../shard/share.js'
import { UsageError } from './exit.js'

/** What `--shard` says. @throws UsageError where it says nothing, or stands with what goes on or is one issue */
export function shardOf(
  written: string,
  paths: readonly string[],
  { watch }: { readonly watch?: boolean },
): Shard {
  const [, number, of] = /^(\d+)\/(\d+)$/.exec(written)?.map(Number) ?? []
  if (!number || !of || number > of || of > mostShards)
    throw new UsageError(
      `Unexpected --shard \`${written}\`, expected which of how many: 1/4, 2/4, 3/4 or 4/4 where four machines build`,
    )
  if (watch) throw new UsageError('Unexpected --shard with --watch, expected one of the two')
  if (paths.includes('-'))
    throw new UsageError('Unexpected `-` with --shard: standard input is one issue, which cannot be shared')
  return { number, of }
}
