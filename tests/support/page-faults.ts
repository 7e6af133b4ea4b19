import { type ConfigData, HtmlValidate } from 'html-validate'

const config: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // A page that is printed from a tree has no lines to break.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // Styles are in the page, so that it needs nothing beside it; data for machines is no script that runs.
    'no-inline-style': 'off',
    'require-sri': 'off',
    'require-csp-nonce': 'off',
  },
}

/** What html-validate has against a page, a line for each fault. */
export async function pageFaults(html: string): Promise<string[]> {
  const { results } = await new HtmlValidate(config).validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}
