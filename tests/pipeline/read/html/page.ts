import type { VFileMessage } from 'vfile-message'
import type { Article } from '../../../../pipeline/article.js'
import { reporter } from '../../../../pipeline/messages.js'
import type { ParsedSource } from '../../../../pipeline/parse/parse.js'
import { readHtml } from '../../../../pipeline/read/html/read-html.js'
import { transform } from '../../../../pipeline/transform/transform.js'
import { worded } from '../../../support/article.js'

const options = { mergeTags: new Map(), lang: 'en', slug: 'input' }

/** A page, read and made an article, with the messages of both in words. */
export async function articleOfPage(
  html: string,
): Promise<{ article: Article; source: ParsedSource; messages: string[]; found: VFileMessage[] }> {
  const found: VFileMessage[] = []
  const report = reporter('input.html', found)
  const source = await readHtml(html, options, report)
  const article = await transform(source, { key: 'a1', file: 'input.html' }, report)
  return { article, source, messages: found.map(worded), found }
}
