import { HtmlValidate } from 'html-validate/browser'
import { webHtmlRules } from '../../pipeline/check/web/html.js'

/** What html-validate has against a page, a line for each fault. */
export async function pageFaults(html: string): Promise<string[]> {
  const { results } = await new HtmlValidate(webHtmlRules).validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}
