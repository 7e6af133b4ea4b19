import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Tokens } from '../../templates/tokens.js'
import type { Places } from '../parse/places.js'
import { checkValues, pathName } from '../parse/value-faults.js'
import { themeSchema } from './theme-schema.js'

/** What a token holds. */
export type TokenValue = string | number | boolean | readonly number[]

/** Tokens that are to be others, by their paths below `theme`: `light.accent`. */
export type TokenChanges = Readonly<Record<string, TokenValue>>

/** A token that a publication may change. */
export interface TokenField {
  /** Below `theme`: `light.accent`. */
  readonly path: string
  /** What it is for, in a sentence. */
  readonly description: string
  readonly kind: 'colour' | 'number' | 'text' | 'choice' | 'switch' | 'numbers'
  readonly least?: number
  readonly most?: number
  /** Of a choice. */
  readonly choices?: readonly string[]
}

/** A part of a JSON Schema, as far as it is looked into. */
interface Part {
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Part>>
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly prefixItems?: readonly Part[]
}

/** Every token that `theme` takes as a single value, in the order of its schema: all but the list `fonts.also`. */
export const tokenFields: readonly TokenField[] = fieldsOf(
  // zod's own type of a JSON Schema allows for booleans, of which a strict object makes none.
  z.toJSONSchema(themeSchema, { io: 'input' }) as Part,
  [],
)

function fieldsOf(part: Part, path: readonly string[]): TokenField[] {
  if (part.properties)
    return Object.entries(part.properties).flatMap(([key, child]) => fieldsOf(child, [...path, key]))
  const kind = kindOf(part)
  if (!kind) return []
  const { description = '', minimum, maximum, enum: choices } = part
  return [
    {
      path: path.join('.'),
      description,
      kind,
      ...(minimum === undefined ? {} : { least: minimum }),
      ...(maximum === undefined ? {} : { most: maximum }),
      ...(choices ? { choices } : {}),
    },
  ]
}

function kindOf({ type, pattern, enum: choices, prefixItems }: Part): TokenField['kind'] | undefined {
  if (type === 'array') return prefixItems ? 'numbers' : undefined
  if (type === 'boolean') return 'switch'
  if (type === 'number' || type === 'integer') return 'number'
  if (choices) return 'choice'
  return pattern?.startsWith('^#') ? 'colour' : 'text'
}

/** What is wrong with changes, by path and in words; empty where nothing is. */
export function tokenFaults(changes: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const known = new Set(tokenFields.map(({ path }) => path))
  const unknown = Object.keys(changes).filter(path => !known.has(path))
  if (unknown.length > 0) return Object.fromEntries(unknown.map(path => [path, 'there is no such token']))
  const { faults } = checkValues(themeSchema, nested(changes))
  // A fault in one of four margins is one of the margins.
  return Object.fromEntries(
    faults.map(({ path, reason }) => [
      pathName(path.filter(step => typeof step === 'string')),
      reason || 'there is no such token',
    ]),
  )
}

/** What the theme has for a path; undefined where it has nothing. */
export function tokenAt(tokens: Tokens, path: string): TokenValue | undefined {
  let at: unknown = tokens
  for (const step of path.split('.'))
    at = typeof at === 'object' && at !== null ? Object.getOwnPropertyDescriptor(at, step)?.value : undefined
  // A path of `tokenFields` leads to a value of these kinds, since the schema has the tokens' types.
  return at as TokenValue | undefined
}

/** Those of the changes that make a token another than it is. */
export const realChanges = (changes: TokenChanges, tokens: Tokens): TokenChanges =>
  Object.fromEntries(
    Object.entries(changes).filter(([path, value]) => !isDeepStrictEqual(tokenAt(tokens, path), value)),
  )

function nested(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  let theme: unknown = {}
  for (const [path, value] of Object.entries(changes)) theme = put(theme, path.split('.'), value, undefined)
  return theme as Record<string, unknown>
}

/**
 * A config with other tokens; what was handed in stays as it is.
 *
 * @param raw what a config holds, before it is checked
 * @param places learns where the keys of what is new stand, as far as they do anywhere
 */
export function withTokens(raw: unknown, changes: TokenChanges, places?: Places): unknown {
  let changed = raw
  for (const [path, value] of Object.entries(changes))
    changed = put(changed, ['theme', ...path.split('.')], value, places)
  return changed
}

function put(holder: unknown, path: readonly string[], value: unknown, places: Places | undefined): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  const isMap = typeof holder === 'object' && holder !== null && !Array.isArray(holder)
  const copy: Record<string, unknown> = Object.assign(Object.create(null), isMap ? holder : {})
  if (isMap) places?.copy(holder, copy)
  copy[step] = put(copy[step], rest, value, places)
  return copy
}
