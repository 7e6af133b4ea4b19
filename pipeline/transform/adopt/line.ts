import type { ArticleText, InlineNode } from '../../article.js'

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u

/**
 * Running text with its white space as a reader sees it: a newline is a space, or nothing between two Chinese or
 * Japanese characters (CSS Text 3, 4.1.3, segment breaks); runs are one space.
 */
export const collapsed = (text: string): string =>
  text
    .replace(/[ \t]*\n[ \t]*/g, (_, offset: number) => {
      const before = text[offset - 1] ?? ''
      const after = /[^\s]/.exec(text.slice(offset))?.[0] ?? ''
      return cjk.test(before) && cjk.test(after) ? '' : ' '
    })
    .replace(/[ \t]+/g, ' ')

/** A line without white space at its ends and around its breaks, and with adjoining texts as one. */
export function tidy(nodes: readonly InlineNode[]): InlineNode[] {
  const joined: InlineNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = {
        ...last,
        value: (last.value + node.value).replace(/ {2,}/g, ' '),
        position: { start: last.position.start, end: node.position.end },
      }
    } else joined.push(node)
  }
  return joined.flatMap((node, index): InlineNode[] => {
    if (node.type !== 'text') return [node]
    const value = trimmed(node, joined[index - 1], joined[index + 1])
    return value === '' ? [] : [{ ...node, value }]
  })
}

function trimmed(node: ArticleText, before: InlineNode | undefined, after: InlineNode | undefined): string {
  const starts = !before || (before.type === 'element' && before.tagName === 'br')
  const ends = !after || (after.type === 'element' && after.tagName === 'br')
  const value = starts ? node.value.replace(/^ +/, '') : node.value
  return ends ? value.replace(/ +$/, '') : value
}

/** Whether nothing would be seen of the line. */
export const isBlank = (nodes: readonly InlineNode[]): boolean =>
  nodes.every(node => (node.type === 'text' ? node.value.trim() === '' : node.tagName === 'br'))
