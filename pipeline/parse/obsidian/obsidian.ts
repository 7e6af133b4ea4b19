import type { Root } from 'mdast'
import type { Report } from '../../messages.js'
import { dropComments } from './comments.js'
import { readBlockIds, readMarks } from './marks.js'
import { readWikilinks } from './wikilinks.js'

/**
 * What Obsidian adds to Markdown, as it writes it (help.obsidian.md, "Obsidian Flavored Markdown"): private comments,
 * links and pictures in double brackets, marked words, names of blocks. Its callouts are `markAlerts`.
 *
 * @param source the text that was parsed
 */
export function readObsidian(tree: Root, source: string, report: Report): void {
  // Each goes through the whole tree, and few texts have any of these signs.
  if (source.includes('%%')) dropComments(tree, source, report)
  if (source.includes('[[')) readWikilinks(tree, source, report)
  if (source.includes('==')) readMarks(tree, source)
  if (source.includes('^')) readBlockIds(tree, source)
}
