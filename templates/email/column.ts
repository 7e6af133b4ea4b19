import type { ElementContent } from 'hast'
import type { Direction } from '../../pipeline/article.js'
import type { MjmlElement } from '../jsx/mjml/jsx-runtime.js'
import type { Tokens } from '../tokens.js'
import { prose } from './components.js'
import { type EmailNode, isComponent } from './state.js'

/**
 * The column's MJML: neighbouring HTML becomes one `mj-text`. A block in an `mj-text` of its own would cost 225 bytes
 * each, in a section of its own 1,293 (measured on MJML 5.4); Gmail cuts a message at 102,400.
 */
export function columnOf(nodes: readonly EmailNode[], direction: Direction, tokens: Tokens): MjmlElement[] {
  const column: MjmlElement[] = []
  let run: ElementContent[] = []
  const flush = () => {
    if (run.length > 0) column.push(prose(run, direction, tokens))
    run = []
  }
  for (const node of nodes) {
    if (isComponent(node)) {
      flush()
      column.push(node)
    } else run.push(node)
  }
  flush()
  return column
}
