import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { keepSigns } from './kept-signs.js'

/** How Markdown is read. */
export interface MarkdownOptions {
  /** `$x$` is math. Off by default: prices are commoner than formulas in a newsletter. */
  readonly singleDollarMath?: boolean
  /** Whether a block between two lines `---` at the head is front matter; true unless said otherwise. */
  readonly frontMatter?: boolean
}

/** The Markdown that Trifold reads: CommonMark 0.31, GFM, front matter, directives, math. The seam for another parser. */
export function markdownProcessor(options: MarkdownOptions = {}): Processor<Root> {
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

/** Text to mdast. Linear in practice up to about 250 KB; above that it grows faster than the text. */
export const parseMarkdown = (text: string, options?: MarkdownOptions): Root =>
  markdownProcessor(options).parse(text)
