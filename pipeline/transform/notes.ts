import type { ArticleElement, ArticleRoot } from '../article.js'
import type { Report } from '../messages.js'
import { walk } from '../walk.js'
import type { WrittenNote } from './adopt/adopter.js'

/**
 * Numbers the footnotes in the order they are first called, in the text or in another note, and sets them at the end of
 * the tree. A note that is never called would be lost: it comes last, with a message. A call without a note becomes
 * the text it was written as.
 */
export function numberNotes(
  tree: ArticleRoot,
  written: ReadonlyMap<string, WrittenNote>,
  report: Report,
): void {
  const numbered = new Map<string, ArticleElement<'note'>>()
  const enter = (note: WrittenNote): ArticleElement<'note'> => {
    const number = numbered.size + 1
    const properties = { id: `fn-${number}`, number, refs: [] }
    const made: ArticleElement<'note'> = {
      type: 'element',
      tagName: 'note',
      properties,
      children: note.children,
      position: note.position,
    }
    numbered.set(note.label, made)
    return made
  }
  const call = (nodes: ArticleRoot | ArticleElement<'note'>) => {
    walk(nodes, (node, index, parent) => {
      if (node.tagName !== 'noteref') return
      const label = node.properties.note
      const note = written.get(label)
      if (!note) {
        report(
          'note-undefined',
          `Unexpected call of the footnote \`${label}\`, which is not written; kept as text`,
          node.position,
        )
        parent.children[index] = { type: 'text', value: `[^${label.toLowerCase()}]`, position: node.position }
        return
      }
      const known = numbered.get(label)
      const target = known ?? enter(note)
      const times = target.properties.refs.length
      const id = `fnref-${target.properties.number}${times > 0 ? `-${times + 1}` : ''}`
      target.properties.refs.push(id)
      node.properties = {
        ...node.properties,
        id,
        note: target.properties.id,
        number: target.properties.number,
      }
    })
  }
  // The text's own calls first, then those in each note: the numbers of the text stand in order.
  call(tree)
  const settled = new Set<ArticleElement<'note'>>()
  const callFromNotes = () => {
    for (const note of numbered.values()) {
      if (!settled.has(note)) call(note)
      settled.add(note)
    }
  }
  callFromNotes()
  for (const note of written.values()) {
    if (numbered.has(note.label)) continue
    const label = note.label.toLowerCase()
    const reason = `Unexpected footnote \`${label}\` that nothing calls, expected \`[^${label}]\` in the text; kept at the end`
    report('note-unused', reason, note.position)
    enter(note)
    callFromNotes()
  }
  const notes = [...numbered.values()]
  const [first] = notes
  if (first) {
    tree.children.push({
      type: 'element',
      tagName: 'notes',
      properties: {},
      children: notes,
      position: first.position,
    })
  }
}
