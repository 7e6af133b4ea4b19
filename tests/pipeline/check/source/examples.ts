import type { VFileMessage } from 'vfile-message'
import { expect, test } from 'vitest'
import type { RuleId } from '../../../../pipeline/check/rules.js'
import { makeIssue } from '../../../../pipeline/issue/make.js'
import { reporter } from '../../../../pipeline/messages.js'
import { parse } from '../../../../pipeline/parse/parse.js'
import { publication } from '../../../support/rendering.js'

/** What is said of an article in Markdown by one rule: `line:column reason`, or the reason where it has no place. */
export async function saidBy(rule: RuleId, markdown: string): Promise<string[]> {
  const found: VFileMessage[] = []
  const report = reporter('mill.md', found)
  const mergeTags = new Map([['name', undefined]])
  const parsed = parse(markdown, { mergeTags, lang: 'en-GB', slug: 'mill' }, report)
  await makeIssue(parsed, { publication, env: {}, file: 'mill.md' }, report)
  return found
    .filter(({ ruleId }) => ruleId === rule)
    .map(({ line, column, reason }) => (line ? `${line}:${column} ${reason}` : reason))
}

/** An article with a line of front matter. */
export const withFront = (front: string, body = 'Words.') => `---\n${front}\n---\n\n${body}\n`

/**
 * A rule's examples as its tests.
 *
 * @param finds what it tells of, with words of each message in their order
 * @param leaves what it must not tell of
 */
export function examplesOf(
  rule: RuleId,
  finds: readonly (readonly [markdown: string, ...words: string[]])[],
  leaves: readonly string[],
): void {
  test.each(finds)('%j is told of', async (markdown, ...words) => {
    expect(await saidBy(rule, markdown)).toEqual(words.map(each => expect.stringContaining(each)))
  })

  test.each(leaves)('%j is not', async markdown => {
    expect(await saidBy(rule, markdown)).toEqual([])
  })
}
