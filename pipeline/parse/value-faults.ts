import type { z } from 'zod'

/** A value that is not what its key takes. */
export interface ValueFault {
  readonly path: readonly PropertyKey[]
  /** What was found and what was expected, as the end of a sentence that begins with the key. */
  readonly reason: string
  /** Keys that the map at `path` does not take; empty for a fault of another kind. */
  readonly unknown: readonly string[]
}

/** Types by the words of people who write articles. */
const words: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
  tuple: 'a list',
}

/** What a value is, in the words of people who write articles: `a list`, `"the text"`. */
export const kindOf = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map of keys'
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}...` : value}"`
  return `the ${typeof value} ${String(value)}`
}

const list = (values: readonly unknown[]): string => values.map(value => String(value)).join(', ')

function wording(issue: z.core.$ZodRawIssue): string | undefined {
  const found = kindOf(issue.input)
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${words[issue.expected] ?? issue.expected}, found ${found}`
    case 'invalid_value':
      return `expected one of ${list(issue.values)}, found ${found}`
    case 'invalid_union':
      return `${found} is none of what it takes`
    case 'invalid_key':
      return issue.issues[0]?.message
    case 'too_small':
      if (Array.isArray(issue.input)) return `expected ${issue.minimum} values, found ${issue.input.length}`
      return `expected at least ${issue.minimum}, found ${found}`
    case 'too_big':
      if (Array.isArray(issue.input)) return `expected ${issue.maximum} values, found ${issue.input.length}`
      return `expected at most ${issue.maximum}, found ${found}`
    default:
      return undefined
  }
}

/**
 * Checks a map of keys. Keys at fault are left out and the rest is checked again, so that the data is always there.
 *
 * @param schema every key of it optional, or with a default
 */
export function checkValues<Schema extends z.ZodType>(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
): { data: z.output<Schema>; faults: ValueFault[] } {
  const first = schema.safeParse(value, { error: wording })
  if (first.success) return { data: first.data, faults: [] }
  const faults = first.error.issues.flatMap(issue => readIssue(issue, []))
  const bad = new Set(faults.map(fault => fault.path[0]))
  const unknown = new Set(faults.filter(fault => fault.path.length === 0).flatMap(fault => fault.unknown))
  const sound = Object.fromEntries(
    Object.entries(value).filter(([key]) => !bad.has(key) && !unknown.has(key)),
  )
  return { data: schema.parse(sound), faults }
}

function readIssue(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): ValueFault[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') return [{ path, reason: '', unknown: issue.keys }]
  if (issue.code === 'invalid_union') {
    // The branch that got into the value, past its own type, is the one that was meant.
    const meant = issue.errors.find(
      branch =>
        branch.length > 0 && branch.every(each => each.path.length > 0 || each.code !== 'invalid_type'),
    )
    if (meant) return meant.flatMap(each => readIssue(each, path))
  }
  return [{ path, reason: issue.message, unknown: [] }]
}

/** A path as a reader of the file would name it: `authors[0].email`. */
export const pathName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name ? `${name}.${String(step)}` : String(step),
    '',
  )
