import { readFile } from 'node:fs/promises'

/** The documentation's page on rules, which comes with the package; undefined where it was taken away. */
export const readRulesPage = (): Promise<string | undefined> =>
  readFile(new URL('../../docs/rules.md', import.meta.url), 'utf8').catch(() => undefined)
