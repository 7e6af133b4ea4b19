import type { VFileMessage } from 'vfile-message'
import { finding } from '../messages.js'
import { claimSlug } from '../through-issues.js'
import { type AccountedIssue, digestOfSources } from './account.js'
import type { BuiltShard } from './read-shards.js'
import type { OwnTerms, ShardTerms } from './terms.js'

/** What the terms are called, and what is to be done where two shards have others. */
const terms: Readonly<Record<keyof ShardTerms, readonly [what: string, todo: string]>> = {
  trifold: ['version of Trifold', 'build and merge all with one'],
  node: ['Node', 'build all with one version, on one kind of machine'],
  config: ['config', 'build and merge all from one checkout'],
  formats: ['formats', 'build all with the same `--format`'],
  strict: ['`--strict`', 'build all with it, or none'],
  epoch: ['`SOURCE_DATE_EPOCH`', 'build all with the same'],
  browser: ['browser', 'build all with one version'],
  folder: ['working folder', 'run all from the same folder of the publication'],
}

/**
 * Whether shards are the whole of a build, each once, and built alike: what is not so, or nothing.
 *
 * @param own the terms of who merges
 */
export function checkSet(shards: readonly BuiltShard[], own: OwnTerms): VFileMessage[] {
  const [first] = shards
  if (!first) return []
  const numbers = checkNumbers(shards, first)
  if (numbers.length > 0) return numbers
  const others = [...checkOwn(first, own), ...shards.slice(1).flatMap(shard => checkAlike(shard, first))]
  return others.length > 0 ? others : checkSources(shards, first)
}

/** Two issues of one slug, which no shard by itself sees, are told as a build of all would. @param nameOf a source as messages name it */
export function checkSlugs(
  issues: readonly AccountedIssue[],
  nameOf: (source: string) => string,
): VFileMessage[] {
  const slugs = new Map<string, string>()
  return issues
    .filter(({ title }) => title !== undefined)
    .flatMap(({ slug, draft, source }) => claimSlug({ slug, draft, source: { name: nameOf(source) } }, slugs))
}

function checkNumbers(shards: readonly BuiltShard[], first: BuiltShard): VFileMessage[] {
  const { of } = first.account
  const other = shards.find(({ account }) => account.of !== of)
  if (other)
    return [
      fault(
        other,
        `Unexpected shard of ${other.account.of}, expected one of ${of}, as ${first.name} is; build all with the same number`,
      ),
    ]
  const twice = shards.flatMap((shard, at) => {
    const before = shards[at - 1]
    return before?.account.shard === shard.account.shard
      ? [
          fault(
            shard,
            `Unexpected shard ${shard.account.shard} of ${of}, which ${before.name} is; name each shard once`,
          ),
        ]
      : []
  })
  const there = new Set(shards.map(({ account }) => account.shard))
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter(number => !there.has(number))
  if (missing.length === 0) return twice
  const few = missing.slice(0, 10).map(number => `${number}/${of}`)
  const more = missing.length > few.length ? ` and ${missing.length - few.length} more` : ''
  const reason = `Unexpected set of ${there.size} of ${of} shards, expected all; build ${few.join(', ')}${more} with \`--shard\`, and name their folders too`
  return [...twice, fault(first, reason)]
}

function checkOwn(first: BuiltShard, own: OwnTerms): VFileMessage[] {
  const keys = ['trifold', 'config'] as const
  return keys.flatMap(key => differing(first, key, own[key], 'here'))
}

function checkAlike(shard: BuiltShard, first: BuiltShard): VFileMessage[] {
  // The table has every term.
  const keys = Object.keys(terms) as (keyof ShardTerms)[]
  return keys.flatMap(key => differing(shard, key, first.account.terms[key], `in ${first.name}`))
}

function differing(
  shard: BuiltShard,
  key: keyof ShardTerms,
  expected: ShardTerms[keyof ShardTerms],
  where: string,
): VFileMessage[] {
  const found = shard.account.terms[key]
  if (String(found) === String(expected)) return []
  const [what, todo] = terms[key]
  const shown = (value: typeof found) => (value === '' ? 'none' : `\`${value}\``)
  return [
    fault(shard, `Unexpected ${what} ${shown(found)}, expected ${shown(expected)} as ${where}; ${todo}`),
  ]
}

/** Each source is in one shard, and there is no other. */
function checkSources(shards: readonly BuiltShard[], first: BuiltShard): VFileMessage[] {
  const { sources, whole } = first.account
  const other = shards.find(({ account }) => account.sources !== sources || account.whole !== whole)
  if (other) {
    const reason = `Unexpected other articles than ${first.name} was built from, expected the same in all shards; build all from one checkout, with the same paths`
    return [fault(other, reason)]
  }
  const built = shards.flatMap(({ account }) => account.issues.map(({ source }) => source))
  if (digestOfSources(built) === sources) return []
  return [
    fault(
      first,
      'Unexpected issues in the accounts of the shards, expected each of the content once; build all again',
    ),
  ]
}

const fault = ({ name }: BuiltShard, reason: string): VFileMessage =>
  finding('shard-set', reason, { file: name })
