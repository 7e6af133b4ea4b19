import type { Root } from 'mdast'
import type { Report } from '../../messages.js'
import { dropComments } from './comments.js'
import { readBlockIds, readMarks } from './marks.js'
import { readWikilinks } from './wikilinks.js'

/**
 * What Obsidian adds to Markdown, as it writes it (help.obsidian.md, "Obsidian Flavored Markdown"): private comments,
 * links and pictures in double brackets, marked words, names of blocks. Its callouts are `markAlerts`.
 */
export function readObsidian(tree: Root, report: Report): void {
  dropComments(tree, report)
  readWikilinks(tree, report)
  readMarks(tree)
  readBlockIds(tree)
}
