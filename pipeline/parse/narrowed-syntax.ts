import type { Options, Extension as TreeSyntax } from 'mdast-util-from-markdown'
import { addressBeginnings, holdsAddress } from './literal-addresses.js'
import { tableLines } from './table-lines.js'

type Syntaxes = NonNullable<Options['extensions']>
type Syntax = Syntaxes[number]
type Constructs = NonNullable<Syntax['flow']>
type Construct = Extract<NonNullable<Constructs[string]>, { tokenize: unknown }>

/**
 * The same syntax for one text, without what cannot be in it. An address without brackets is looked for at every letter, and
 * a table on the first line of every paragraph: both take longer than all of CommonMark, and few texts have many.
 */
export function narrowedSyntax(syntaxes: Syntaxes, text: string): Syntaxes {
  const beginnings = addressBeginnings(text)
  const lines = tableLines(text)
  return syntaxes.map(syntax => ({
    ...syntax,
    ...(syntax.text ? { text: withAddresses(syntax.text, beginnings) } : {}),
    ...(syntax.flow ? { flow: withTables(syntax.flow, lines) } : {}),
  }))
}

const addresses = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink'])

function withAddresses(constructs: Constructs, beginnings: ReadonlySet<number>): Constructs {
  const entries = Object.entries(constructs).map(([code, at]): [string, Constructs[string]] => [
    code,
    beginnings.has(Number(code)) ? at : listOf(at).filter(({ name }) => !name || !addresses.has(name)),
  ])
  return Object.fromEntries(entries)
}

function withTables(constructs: Constructs, lines: ReadonlySet<number> | undefined): Constructs {
  const guarded = (construct: Construct): Construct[] => {
    if (construct.name !== 'table') return [construct]
    if (!lines) return []
    const { tokenize } = construct
    return [
      {
        ...construct,
        tokenize(effects, ok, nok) {
          return lines.has(this.now().line) ? tokenize.call(this, effects, ok, nok) : nok
        },
      },
    ]
  }
  return Object.fromEntries(
    Object.entries(constructs).map(([code, at]) => [code, listOf(at).flatMap(guarded)]),
  )
}

const listOf = (constructs: Constructs[string]): Construct[] =>
  constructs === undefined ? [] : Array.isArray(constructs) ? constructs : [constructs]

/** The same steps from tokens to the tree: addresses are looked for once more only where a text can hold one. */
export const narrowedTreeSyntax = (syntaxes: readonly TreeSyntax[]): TreeSyntax[] =>
  syntaxes.map(syntax => {
    const { transforms } = syntax
    if (!transforms || !syntax.enter?.literalAutolink) return syntax
    return {
      ...syntax,
      transforms: transforms.map(transform => tree => (holdsAddress(tree) ? transform(tree) : undefined)),
    }
  })
