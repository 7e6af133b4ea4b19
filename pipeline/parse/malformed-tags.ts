import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { builtInTags } from '../merge-tag.js'
import type { Report } from '../messages.js'
import type { MergeTagNames } from './merge-tags.js'

const opening = /(?<!\\)\{\{[ \t]*([\p{L}_][\p{L}\p{N}_.-]*)/gu

/**
 * Tells of braces around a name that is declared, which are no tag for all that: with a filter, or a default whose quotes
 * do not close, they are sent as they were typed.
 *
 * @param tree of the masked text: each tag that is one is hidden in it
 * @param source the masked text
 */
export function reportMalformedTags(tree: Root, source: string, names: MergeTagNames, report: Report): void {
  if (!source.includes('{{')) return
  visit(tree, 'text', ({ position }) => {
    const { start, end } = position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return
    for (const { 1: name = '', index } of source.slice(start.offset, end.offset).matchAll(opening)) {
      if (!names.has(name) && !builtInTags.has(name)) continue
      const offset = start.offset + index
      const [line = ''] = source.slice(offset).split('\n')
      const shown = line.slice(0, Math.min(60, line.indexOf('}}') + 2 || 60))
      const before = source.slice(0, offset)
      report(
        'merge-tag-malformed',
        `Unexpected \`${shown}\`, expected \`{{ ${name} }}\` or \`{{ ${name} | default: "words" }}\`; it is sent as it stands`,
        { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), offset },
      )
    }
  })
}
