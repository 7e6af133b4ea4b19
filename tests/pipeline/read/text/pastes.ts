import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { reporter } from '../../../../pipeline/messages.js'
import type { ParsedSource } from '../../../../pipeline/parse/parse.js'
import { cleaned } from '../../../../pipeline/read/decode.js'
import type { Block } from '../../../../pipeline/read/text/block.js'
import { classify } from '../../../../pipeline/read/text/classify.js'
import { ledgerFor } from '../../../../pipeline/read/text/ledger.js'
import type { Quotes } from '../../../../pipeline/read/text/quotations.js'
import { readText } from '../../../../pipeline/read/text/read-text.js'

export const folder = join(import.meta.dirname, '../../../fixtures/pastes')

/** A node of any tree, as far as tests look at it. */
export interface AnyNode {
  readonly type: string
  readonly tagName?: string
  readonly value?: string
  readonly properties?: object & { readonly type?: unknown }
  readonly children?: readonly AnyNode[]
}

export interface Marked {
  readonly frontMatter: {
    readonly title: string | null
    readonly standfirst?: string
    readonly date: string | null
    readonly lang: string
    readonly authors: readonly { name: string; role?: string; affiliation?: string }[]
    readonly source?: { readonly name: string }
  }
  readonly blocks: readonly { readonly line: number; readonly type: string }[]
}

export const pastes = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)

export const pasteOf = (name: string): string => readFileSync(join(folder, name, 'input.txt'), 'utf8')
export const markedIn = (name: string): Marked =>
  JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'))

/** What the reader takes a text for, as it comes from a file. */
export function read(
  text: string,
  quotes: Quotes = 'safe',
): { source: ParsedSource; messages: VFileMessage[] } {
  const messages: VFileMessage[] = []
  const report = reporter('input.txt', messages)
  const options = { mergeTags: new Map<string, undefined>(), lang: 'en', slug: 'input', quotes }
  return { source: readText(cleaned(text, report), options, report), messages }
}

/** The pieces it takes a text apart into. */
export const blocksOf = (text: string, quotes: Quotes): readonly Block[] =>
  classify(
    cleaned(text, () => {}),
    quotes,
    ledgerFor(() => {}),
  ).blocks
