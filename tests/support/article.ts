import type { VFileMessage } from 'vfile-message'
import type { Article } from '../../pipeline/article.js'
import { reporter } from '../../pipeline/messages.js'
import { type ParseOptions, parse } from '../../pipeline/parse/parse.js'
import { cleaned } from '../../pipeline/read/decode.js'
import { transform } from '../../pipeline/transform/transform.js'

/** Markdown to an article, as the pipeline does it, with the messages in words. */
export async function articleOf(
  markdown: string,
  options: Partial<ParseOptions> = {},
): Promise<{ article: Article; messages: string[] }> {
  const found: VFileMessage[] = []
  const report = reporter('input.md', found)
  const names = new Map([
    ['name', undefined],
    ['email', undefined],
  ])
  const parsed = parse(
    cleaned(markdown, report),
    { mergeTags: names, lang: 'en', slug: 'input', ...options },
    report,
  )
  const article = await transform(parsed, { key: 'a1', file: 'input.md' }, report)
  return { article, messages: found.map(worded) }
}

/** A message as `line:column severity rule-id reason`. */
export function worded(message: VFileMessage): string {
  const severity = message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info'
  const place = message.line ? `${message.line}:${message.column} ` : ''
  return `${place}${severity} ${message.ruleId} ${message.reason}`
}
