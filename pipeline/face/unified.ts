/**
 * Trifold in a unified pipeline: its Markdown as a parser, and each format as a compiler.
 *
 * @module trifold/unified
 */
import type { Root } from 'hast'
import type { Plugin, Processor } from 'unified'
import type { VFile } from 'vfile'
import type { Format } from '../article.js'
import { reporter } from '../messages.js'
import type { FrontMatter } from '../parse/front-matter.js'
import type { MergeTag } from '../parse/merge-tags.js'
import { parse } from '../parse/parse.js'
import type { MetaInput, Press } from '../press.js'
import { cleaned } from '../read/decode.js'
import { notMade } from '../render/not-made.js'
import type { Rendition } from '../render/rendition.js'

declare module 'hast' {
  interface RootData {
    /** What `trifoldParser` found beside the text. */
    trifold?: { readonly frontMatter: FrontMatter; readonly tags: readonly MergeTag[] }
  }
}

declare module 'unified' {
  interface CompileResultMap {
    TrifoldRendition: Rendition
  }
}

/** How `trifoldParser` reads. */
export interface ParserOptions {
  /** The language of an article that names none, BCP 47. Default: `en`. */
  readonly lang?: string
  /** Merge tags that may be used, with their defaults. */
  readonly mergeTags?: Readonly<Record<string, string | undefined>>
  /** `$x$` is math. Default: false. */
  readonly singleDollarMath?: boolean
}

/**
 * A parser for unified: Markdown with front matter as Trifold reads it, to a hast tree. Messages go to the file.
 *
 * @example
 * ```ts
 * import { unified } from 'unified'
 * import { createPress } from 'trifold'
 * import { trifoldCompiler, trifoldParser } from 'trifold/unified'
 *
 * const press = createPress()
 * const processor = unified().use(trifoldParser).use(trifoldCompiler, { press, format: 'epub' })
 * const { result } = await processor.process('# Spring tides\n\nThey come twice a month.')
 * await press.close()
 * ```
 */
export const trifoldParser: Plugin<[ParserOptions?], string, Root> = function (options = {}) {
  // A plugin is typed for a processor whose parser is not known yet: this one makes it known.
  const processor = this as unknown as Processor<Root>
  processor.parser = (document, file): Root => {
    const report = reporter(file.path ?? 'article.md', file.messages)
    const { frontMatter, hast, tags } = parse(
      cleaned(document, report),
      {
        lang: options.lang ?? 'en',
        slug: file.stem ?? 'article',
        mergeTags: new Map(Object.entries(options.mergeTags ?? {})),
        singleDollarMath: options.singleDollarMath ?? false,
      },
      report,
    )
    return { ...hast, data: { ...hast.data, trifold: { frontMatter, tags } } }
  }
}

/** What `trifoldCompiler` makes. */
export interface CompilerOptions {
  readonly press: Press
  readonly format: Format
  /** Front matter for a tree that comes from another parser. Default: the file's `data.matter`. */
  readonly meta?: MetaInput
}

/**
 * A compiler for unified: a hast tree, of `trifoldParser` or of a pipeline of your own, to a rendition in the file's
 * `result`. Messages go to the file; with an error among them the rendition has no files.
 */
export const trifoldCompiler: Plugin<[CompilerOptions], Root, Rendition> = function ({
  press,
  format,
  meta,
}) {
  const made = new WeakMap<VFile, Rendition>()
  // A plugin is typed for a processor whose compiler is not known yet: this one makes it known.
  const processor = this as unknown as Processor<undefined, Root, undefined, Root, Rendition>
  processor.compiler = (_, file): Rendition => made.get(file) ?? notMade(format)
  // A compiler of unified's cannot wait, so the work is done in a transformer before it.
  processor.use(() => async (tree: Root, file: VFile): Promise<undefined> => {
    const matter = meta ?? (file.data.matter as MetaInput | undefined) ?? {}
    const read = await press.fromHast(tree, matter, { file: file.path ?? 'article' })
    const rendition = await press.render(read, format)
    const others = rendition.messages.filter(message => !read.messages.includes(message))
    file.messages.push(...read.messages, ...others)
    made.set(file, rendition)
  })
}
