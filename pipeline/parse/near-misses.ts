import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Report } from '../messages.js'
import { type DirectiveTable, directiveNamed } from './directive-table.js'

const opening = /^(:{2,})([a-z][\w-]*)[ \t]*([[{]|$)/i

/**
 * Tells of a line that looks like one of our directives and is none: an address without quotation marks ends it for the
 * parser, as does a brace or a bracket that is not closed. Its text stays.
 *
 * @param source the text that was parsed
 */
export function reportNearMisses(tree: Root, source: string, report: Report, table: DirectiveTable): void {
  visit(tree, 'paragraph', ({ position }) => {
    if (!position) return
    const [line = ''] = source.slice(position.start.offset, position.end.offset).split('\n')
    const [, , name = ''] = opening.exec(line) ?? []
    if (!directiveNamed(name.toLowerCase(), table)) return
    const reason = `Unexpected \`${line.slice(0, 60)}\`, which is no directive, expected \`{name="value"}\` with quotation marks and a brace that closes; kept as text`
    report('directive-malformed', reason, position.start)
  })
}
