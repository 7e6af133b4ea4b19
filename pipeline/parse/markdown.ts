import type { Root } from 'mdast'
import { type Extension, fromMarkdown, type Options } from 'mdast-util-from-markdown'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { keepSigns } from './kept-signs.js'
import { narrowedSyntax, narrowedTreeSyntax } from './narrowed-syntax.js'

/** How Markdown is read. */
export interface MarkdownOptions {
  /** `$x$` is math. Off by default: prices are commoner than formulas in a newsletter. */
  readonly singleDollarMath?: boolean
  /** Whether a block between two lines `---` at the head is front matter; true unless said otherwise. */
  readonly frontMatter?: boolean
}

/**
 * Text to mdast, each node with its place: CommonMark 0.31, GFM, front matter, directives, math. The seam for another
 * parser, which has to make the tree that `remark` makes, to the last place.
 */
export type MarkdownParser = (text: string, options?: MarkdownOptions) => Root

/** The reference: remark with all of its plugins. */
export const remark: MarkdownParser = (text, options = {}) => processor(options).parse(text)

function processor(options: MarkdownOptions): Processor<Root> {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkFrontmatter, options.frontMatter === false ? [] : ['yaml', 'toml'])
    .use(remarkDirective)
    .use(remarkMath, { singleDollarTextMath: options.singleDollarMath ?? false })
    .use(keptSigns)
    .freeze()
}

function keptSigns(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), keepSigns]
}

/**
 * The one in use: remark's own parser with as much of the plugins' syntax as a text can hold. Linear in practice up to about
 * 250 KB; above that it grows faster than the text.
 */
export const parseMarkdown: MarkdownParser = (text, options = {}) => {
  const { syntax, treeSyntax } = syntaxFor(options)
  return fromMarkdown(text, { extensions: narrowedSyntax(syntax, text), mdastExtensions: treeSyntax })
}

interface Syntaxes {
  readonly syntax: NonNullable<Options['extensions']>
  readonly treeSyntax: Extension[]
}

/** What the plugins add, by the options: it depends on nothing else. */
const known = new Map<string, Syntaxes>()

function syntaxFor(options: MarkdownOptions): Syntaxes {
  const key = `${options.singleDollarMath ?? false} ${options.frontMatter ?? true}`
  const found = known.get(key)
  if (found) return found
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = processor(options).data()
  const made = { syntax: micromarkExtensions, treeSyntax: narrowedTreeSyntax(fromMarkdownExtensions.flat()) }
  known.set(key, made)
  return made
}
