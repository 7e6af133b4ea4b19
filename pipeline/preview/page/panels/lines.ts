import type { PreviewBlock } from '../../blocks/block.js'
import { h } from '../dom.js'

/** Lines of a source with their numbers, as text. @param from the number of the first */
export function lineList(
  lines: readonly string[],
  from: number,
  marked?: Pick<PreviewBlock, 'line' | 'endLine'>,
) {
  const items = lines.map((text, index) => {
    const number = from + index
    const isMarked = marked !== undefined && marked.line <= number && number <= marked.endLine
    return h(
      'li',
      { class: isMarked && 'marked', 'aria-current': isMarked && 'true' },
      h('span', { class: 'number' }, String(number)),
      h('code', {}, text),
    )
  })
  return h('ol', { class: 'lines' }, ...items)
}
