import type { Point } from 'unist'
import { visit } from 'unist-util-visit'
import type { Issue } from '../article.js'
import type { Where } from '../messages.js'

/** The sources of an issue: the text of each file, by the name it has in messages. */
export type SourceTexts = ReadonlyMap<string, string>

/**
 * Where a character first stands: in a source's text, or, where that has it in another form (`&#x1F600;`) or there is
 * none, in the tree of an article. Undefined for one that is from elsewhere, the name of the publication say.
 */
export function placeOfCharacter(
  character: string,
  issue: Issue,
  texts: SourceTexts = new Map(),
): Where | undefined {
  const forms = [character, character.normalize('NFD')]
  for (const [file, text] of texts) {
    const at = Math.min(...forms.map(form => text.indexOf(form)).filter(found => found >= 0))
    if (Number.isFinite(at)) return { file, place: moved({ line: 1, column: 1 }, text.slice(0, at)) }
  }
  for (const { tree, file } of issue.articles) {
    let place: Point | undefined
    visit(tree, 'text', ({ value, position }) => {
      const found = place ? -1 : value.normalize('NFC').indexOf(character)
      if (found >= 0) place = moved(position.start, value.normalize('NFC').slice(0, found))
    })
    if (place) return { file, place }
  }
  return undefined
}

/** The place behind a text that begins at a place; columns count UTF-16 units, as everywhere (unist). */
function moved({ line, column }: Point, text: string): Point {
  const lines = text.split(/\r\n?|\n/)
  const last = lines.at(-1) ?? ''
  return { line: line + lines.length - 1, column: (lines.length > 1 ? 1 : column) + last.length }
}
