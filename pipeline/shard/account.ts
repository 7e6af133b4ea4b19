import { z } from 'zod'
import { digestOf } from '../cache/digest.js'
import { isRule } from '../check/rules.js'
import { mostShards } from './share.js'
import { termsSchema } from './terms.js'

/** What a shard leaves in its output folder, so that it can be merged with the others. */
export const accountFile = 'shard.json'

const messageSchema = z.strictObject({
  file: z.string(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
  severity: z.enum(['error', 'warning', 'info']),
  reason: z.string(),
  rule: z.string().refine((rule): boolean => isRule(rule)),
  url: z.string(),
})

const issueSchema = z.strictObject({
  /** From the content folder, with `/`. */
  source: z.string(),
  slug: z.string(),
  /** Undefined where the source could not be made an issue. */
  title: z.string().optional(),
  draft: z.boolean(),
  messages: z.array(messageSchema),
})

/** `shard.json`: an account of a shard's build, without times and paths of its machine. */
export const accountSchema = z.strictObject({
  shard: z.int().positive(),
  of: z.int().positive().max(mostShards),
  terms: termsSchema,
  /** A digest of the names of all sources, those of other shards too. */
  sources: z.string(),
  /** Whether they are the whole content, and not some of it. */
  whole: z.boolean(),
  /** Those that this shard built, in the order of the build. */
  issues: z.array(issueSchema),
  /** What was told of none of them. */
  messages: z.array(messageSchema),
})

/** An account of a shard's build. */
export type ShardAccount = z.infer<typeof accountSchema>

/** What an account says of an issue. */
export type AccountedIssue = ShardAccount['issues'][number]

/** What an account says that people were told. */
export type AccountedMessage = ShardAccount['messages'][number]

/** What an account has of the names of all sources. */
export const digestOfSources = (names: readonly string[]): string => digestOf([...names].sort())
