import { isDeepStrictEqual } from 'node:util'
import { type MarkdownOptions, parseMarkdown, remark } from '../../pipeline/parse/markdown.js'

const ways: readonly MarkdownOptions[] = [{}, { singleDollarMath: true, frontMatter: false }]

/** The texts of which the parser in use does not make the reference's tree, to the last place. */
export const readOtherwise = (texts: readonly string[]): readonly string[] =>
  texts.filter(text =>
    ways.some(options => !isDeepStrictEqual(parseMarkdown(text, options), remark(text, options))),
  )
