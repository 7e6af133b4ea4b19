import type { Paragraph, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'

const newLine = /\n(?=(?:—|–|―|--)[ \u00A0][^\n]*$)/

/**
 * Keeps the line that says who is quoted on a line of its own: `> — Name` right under the words, without the blank line
 * or the hard break that Markdown would ask for. The transform makes it an attribution.
 *
 * @param source the text that was parsed
 */
export function breakAttributions(tree: Root, source: string): void {
  if (!source.includes('>') && !source.includes(':::')) return
  visit(tree, node => {
    const quotes =
      node.type === 'blockquote' || (node.type === 'containerDirective' && node.name === 'pullquote')
    if (!quotes || !('children' in node)) return
    const last = (node.children as RootContent[]).at(-1)
    if (last?.type === 'paragraph') breakLine(last)
  })
}

function breakLine(paragraph: Paragraph): void {
  const index = paragraph.children.findLastIndex(child => child.type === 'text' && child.value.includes('\n'))
  const text = paragraph.children[index]
  if (text?.type !== 'text') return
  // Only the paragraph's last line may name somebody; what follows the text stands on that line too.
  const cut = newLine.exec(text.value)
  if (!cut) return
  const place = text.position ? { position: text.position } : {}
  paragraph.children.splice(
    index,
    1,
    { ...text, value: text.value.slice(0, cut.index) },
    { type: 'break', ...place },
    { ...text, value: text.value.slice(cut.index + 1) },
  )
}
