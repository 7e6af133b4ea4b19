import type { Report } from '../messages.js'
import type { ParsedSource, ParseOptions } from '../parse/parse.js'

/** How a source is read. */
export interface ReaderOptions extends ParseOptions {
  /** Which unmarked quotations in plain text are taken for quotations; `safe` by default. */
  readonly quotes?: 'safe' | 'likely'
}

/** A source that was read. */
export interface ReadSource {
  readonly parsed: ParsedSource
  /** Its text, where it is one: messages point into it. */
  readonly text?: string
}

/** A kind of source. */
export type SourceKind = 'markdown' | 'html' | 'text' | 'docx'

/** How sources of a kind are read. */
interface SourceReader {
  /** How the names of its files end. */
  readonly extensions: readonly string[]
  /** What it is called in a message. */
  readonly name: string
  /** Reads one; undefined, with a message, for what is not of the kind. */
  read(bytes: Uint8Array, options: ReaderOptions, report: Report): Promise<ReadSource | undefined>
}

/** Every kind of source. What reads one is loaded when there is one. */
export const readers: Readonly<Record<SourceKind, SourceReader>> = {
  markdown: {
    extensions: ['.md', '.markdown', '.mdown'],
    name: 'Markdown',
    async read(bytes, options, report) {
      const [{ textOf }, { parse }] = await Promise.all([import('./text-of.js'), import('../parse/parse.js')])
      const text = textOf(bytes, report)
      return text === undefined ? undefined : { parsed: parse(text, options, report), text }
    },
  },
  html: {
    extensions: ['.html', '.htm', '.xhtml'],
    name: 'HTML',
    async read(bytes, options, report) {
      const [{ textOf }, { readHtml }, { declaredEncoding }] = await Promise.all([
        import('./text-of.js'),
        import('./html/read-html.js'),
        import('./encoding.js'),
      ])
      const text = textOf(bytes, report, declaredEncoding(bytes))
      if (text === undefined) return undefined
      return { parsed: await readHtml(text, options, report), text }
    },
  },
  text: {
    extensions: ['.txt', '.text'],
    name: 'plain text',
    async read(bytes, options, report) {
      const [{ textOf }, { readText }] = await Promise.all([
        import('./text-of.js'),
        import('./text/read-text.js'),
      ])
      const text = textOf(bytes, report)
      if (text === undefined) return undefined
      const { quotes = 'safe' } = options
      return { parsed: readText(text, { ...options, quotes }, report), text }
    },
  },
  docx: {
    extensions: ['.docx'],
    name: 'Word',
    async read(bytes, options, report) {
      const { readDocx } = await import('./docx/read-docx.js')
      const parsed = await readDocx(bytes, options, report)
      return parsed && { parsed }
    },
  },
}

/** The endings of all sources. */
export const readable: readonly string[] = Object.values(readers).flatMap(({ extensions }) => extensions)

/** The kind of a file by its name; undefined for one that no reader reads. */
export function kindOf(name: string): SourceKind | undefined {
  const ending = /\.[^./\\]+$/.exec(name)?.[0].toLowerCase()
  const kinds = Object.keys(readers) as SourceKind[]
  return kinds.find(kind => readers[kind].extensions.includes(ending ?? ''))
}
