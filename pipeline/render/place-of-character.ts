import type { Point } from 'unist'
import { visit } from 'unist-util-visit'
import type { Issue } from '../article.js'

/**
 * Where a character first stands: in the source's text, or, where that has it in another form (`&#x1F600;`) or there is
 * none, in the tree. Undefined for one that is from elsewhere, the name of the publication say.
 */
export function placeOfCharacter(character: string, issue: Issue, source?: string): Point | undefined {
  const forms = [character, character.normalize('NFD')]
  const at = Math.min(...forms.map(form => source?.indexOf(form) ?? -1).filter(found => found >= 0))
  if (source !== undefined && Number.isFinite(at)) return moved({ line: 1, column: 1 }, source.slice(0, at))
  for (const { tree } of issue.articles) {
    let place: Point | undefined
    visit(tree, 'text', ({ value, position }) => {
      const found = place ? -1 : value.normalize('NFC').indexOf(character)
      if (found >= 0) place = moved(position.start, value.normalize('NFC').slice(0, found))
    })
    if (place) return place
  }
  return undefined
}

/** The place behind a text that begins at a place; columns count UTF-16 units, as everywhere (unist). */
function moved({ line, column }: Point, text: string): Point {
  const lines = text.split(/\r\n?|\n/)
  const last = lines.at(-1) ?? ''
  return { line: line + lines.length - 1, column: (lines.length > 1 ? 1 : column) + last.length }
}
