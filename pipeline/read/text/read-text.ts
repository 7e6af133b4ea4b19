import { h } from 'hastscript'
import type { Report } from '../../messages.js'
import { readFrontMatter } from '../../parse/front-matter.js'
import type { ParsedSource, ParseOptions } from '../../parse/parse.js'

/** Plain text as an article's HTML. */
export function readText(
  text: string,
  { lang, slug }: ParseOptions & { readonly quotes: 'safe' | 'likely' },
  report: Report,
): ParsedSource {
  const blocks = text.split(/\n\s*\n/).map(block => h('p', block.trim()))
  return {
    frontMatter: readFrontMatter(undefined, { lang, slug }, report),
    hast: { type: 'root', children: blocks },
    tags: [],
  }
}
