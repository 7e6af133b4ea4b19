import { marginsFor } from '../../templates/print/paper.js'
import type { Tokens, Typeface } from '../../templates/tokens.js'
import { defined } from '../parse/defined.js'
import type { ThemeChanges } from './theme-schema.js'

/** The theme with a publication's changes: its tokens where it gives them, ours elsewhere. */
export function changedTokens(tokens: Tokens, changes: ThemeChanges): Tokens {
  const { fonts = {}, ...rest } = changes
  const { also = [], ...roles } = fonts
  const merged = merge({ ...tokens, fonts: undefined }, rest)
  const face = (role: Exclude<keyof Tokens['fonts'], 'also'>): Typeface => {
    const change = roles[role] ?? {}
    const own = change.family === undefined ? {} : { package: packageOf(change.family) }
    return merge(tokens.fonts[role], { ...own, ...change })
  }
  return {
    ...merged,
    fonts: {
      body: face('body'),
      heading: face('heading'),
      mono: face('mono'),
      math: face('math'),
      also: [
        ...tokens.fonts.also,
        ...also.map(each => ({ package: packageOf(each.family), fallback: 'serif', ...defined(each) })),
      ],
    },
  }
}

/**
 * The theme on the paper that the config asks for. On a smaller sheet our own margins are as much smaller; those of a
 * publication stay.
 */
export function onPaper(
  { paper, ...tokens }: Tokens,
  changes: ThemeChanges,
  asked: { readonly [Key in 'size' | 'columns' | 'sides']?: Tokens['paper'][Key] | undefined },
): Tokens {
  const set = { ...paper, ...defined(asked) }
  return { ...tokens, paper: changes.paper?.margins ? set : { ...set, margins: marginsFor(set) } }
}

/** Fontsource names its packages after the family. */
const packageOf = (family: string): string =>
  `@fontsource/${family.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

function merge<T extends object>(base: T, changes: object): T {
  const merged = new Map<string, unknown>(Object.entries(base))
  for (const [key, change] of Object.entries(changes)) {
    const own = merged.get(key)
    if (change !== undefined) merged.set(key, isMap(own) && isMap(change) ? merge(own, change) : change)
  }
  // The schema lets through only the keys and types of the tokens, so the shape is that of the base.
  return Object.fromEntries(merged) as T
}

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
