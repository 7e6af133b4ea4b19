import { relative } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { finding } from '../messages.js'
import type { Files } from '../world.js'
import { accountFile, accountSchema, type ShardAccount } from './account.js'
import { jsonIn, readInside } from './read-inside.js'

/** The output folder of a shard. */
export interface BuiltShard {
  /** Absolute. */
  readonly folder: string
  /** As messages name it. */
  readonly name: string
  readonly account: ShardAccount
}

/** The shards that lie in folders, in the order of their numbers. */
export interface ShardsRead {
  readonly shards: readonly BuiltShard[]
  /** What is not one. */
  readonly messages: readonly VFileMessage[]
}

/** Reads the accounts of shards. @param folders absolute, in any order */
export async function readShards(folders: readonly string[], cwd: string, files: Files): Promise<ShardsRead> {
  const shards: BuiltShard[] = []
  const messages: VFileMessage[] = []
  for (const folder of folders) {
    const name = relative(cwd, folder) || '.'
    const read = await readAccount(folder, files)
    if (typeof read === 'string') messages.push(finding('shard-set', read, { file: name }))
    else shards.push({ folder, name, account: read })
  }
  return { shards: shards.sort((a, b) => a.account.shard - b.account.shard), messages }
}

/** The account, or why there is none. */
async function readAccount(folder: string, files: Files): Promise<ShardAccount | string> {
  const written = `expected the folder that \`trifold build --shard\` wrote into`
  if ((await files.kind(folder)) !== 'folder') return `Unexpected path, no folder is there; ${written}`
  let bytes: Uint8Array | undefined
  try {
    bytes = await readInside(folder, accountFile, files)
  } catch (error) {
    return `Unexpected \`${accountFile}\` that cannot be read (${String(error)}); ${written}`
  }
  if (!bytes)
    return `Unexpected folder without \`${accountFile}\`, ${written}; a build that was ended before it was done leaves none, build the shard again`
  const { data, error } = accountSchema.safeParse(jsonIn(bytes))
  if (data && data.shard <= data.of) return data
  const at = error?.issues[0]?.path.join('.')
  return `Unexpected content of \`${accountFile}\`${at ? ` at \`${at}\`` : ''}, expected what this version of Trifold writes; build the shard again with it`
}
