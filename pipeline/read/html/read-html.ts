import { fromHtml } from 'hast-util-from-html'
import type { Report } from '../../messages.js'
import { readFrontMatter } from '../../parse/front-matter.js'
import type { ParsedSource, ParseOptions } from '../../parse/parse.js'

/** A page, or a fragment of one, as an article's HTML. */
export async function readHtml(
  html: string,
  { lang, slug }: ParseOptions,
  report: Report,
): Promise<ParsedSource> {
  const fragment = !/<(?:html|body)[\s>]/i.test(html)
  return {
    frontMatter: readFrontMatter(undefined, { lang, slug }, report),
    hast: fromHtml(html, { fragment }),
    tags: [],
  }
}
