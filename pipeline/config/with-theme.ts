import { isDeepStrictEqual } from 'node:util'
import { readYaml } from '../parse/yaml-places.js'
import { CannotSet, setInYaml } from './set-in-yaml.js'
import { type TokenChanges, withTokens } from './token-changes.js'

/** Why a config was not written, and what is to be done. */
export interface NotWritten {
  readonly fault: string
}

const mark = '\uFEFF'

/**
 * The text of a trifold.yaml with other tokens in its `theme`, and every other byte as it was: comments, order, quotes,
 * empty lines, line ends, a byte order mark. What it would read as is compared before it is given.
 *
 * @param text the whole file, with its byte order mark where it has one
 */
export function withTheme(text: string, changes: TokenChanges): string | NotWritten {
  const lead = text.startsWith(mark) ? mark : ''
  const before = text.slice(lead.length)
  let after = before
  try {
    for (const [path, value] of Object.entries(changes))
      after = setInYaml(after, ['theme', ...path.split('.')], value)
  } catch (error) {
    if (!(error instanceof CannotSet)) throw error
    return { fault: `It was not written, because ${error.message}. Write the lines into it yourself.` }
  }
  const read = readYaml(after, 1, 'core')
  const expected = withTokens(readYaml(before, 1, 'core').value, changes)
  if (read.syntax.length > 0 || !isDeepStrictEqual(read.value, expected))
    return {
      fault:
        'It was not written, because something else in it would then be read otherwise. Write the lines into it yourself.',
    }
  return lead + after
}

/** The lines of a `theme` with these tokens, to be pasted into a config. @param isCode whether that is one in code */
export function themeLines(changes: TokenChanges, isCode: boolean): string {
  if (!isCode) {
    const text = withTheme('', changes)
    return typeof text === 'string' ? text : ''
  }
  const write = (value: unknown, indent: string): string => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
    const lines = Object.entries(value).map(
      ([key, child]) => `${indent}  ${key}: ${write(child, `${indent}  `)},`,
    )
    return `{\n${lines.join('\n')}\n${indent}}`
  }
  const [[, theme] = []] = Object.entries(withTokens({}, changes) ?? {})
  return `theme: ${write(theme ?? {}, '')},\n`
}
