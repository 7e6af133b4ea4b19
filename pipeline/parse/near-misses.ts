import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Report } from '../messages.js'
import { type DirectiveTable, directiveNamed } from './directive-table.js'

const opening = /^(:{2,})([ \t]*)([a-z][\w-]*)[ \t]*([[{]|$)/i

/**
 * Tells of a line that looks like one of our directives and is none: an address without quotation marks ends it for the
 * parser, as does a brace or a bracket that is not closed, and a space after the colons, as Pandoc has it. Its text stays.
 *
 * @param source the text that was parsed
 */
export function reportNearMisses(tree: Root, source: string, report: Report, table: DirectiveTable): void {
  if (!source.includes('::')) return
  visit(tree, 'paragraph', ({ position }) => {
    if (!position) return
    const [line = ''] = source.slice(position.start.offset, position.end.offset).split('\n')
    const [, colons = '', space = '', name = ''] = opening.exec(line) ?? []
    if (!directiveNamed(name.toLowerCase(), table)) return
    const expected =
      space === ''
        ? '`{name="value"}` with quotation marks and a brace that closes'
        : `\`${colons}${name}\` without a space`
    const reason = `Unexpected \`${line.slice(0, 60)}\`, which is no directive, expected ${expected}; kept as text`
    report('directive-malformed', reason, position.start)
  })
}
