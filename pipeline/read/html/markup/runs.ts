import type { ElementContent, Root } from 'hast'
import { firstIn, type Holder, isNamed, isUnseen, standIn } from '../nodes.js'
import { isBlock } from './breaks.js'

const holders = ['div', 'section', 'article', 'main', 'center', 'body', 'header', 'td'] as const
const closed = [
  'figure',
  'pre',
  'table',
  'tf-callout',
  'tf-pullquote',
  'tf-note',
  'blockquote',
  'details',
  'p',
  'ul',
  'ol',
  'dl',
] as const

/**
 * Words that stand in a wrapper by themselves become paragraphs: an extractor would make its own of them, which could
 * not be told from the page's.
 */
export function settleRuns(tree: Root): void {
  const visit = (holder: Holder) => {
    const out: ElementContent[] = []
    let run: ElementContent[] = []
    const end = () => {
      const first = run.find(child => !isUnseen(child))
      if (first) out.push(standIn(first, 'p', {}, run))
      run = []
    }
    for (const child of holder.children as ElementContent[]) {
      const holds = child.type === 'element' && (isBlock(child) || firstIn(child, isBlock) !== undefined)
      if (!holds && child.type !== 'comment') {
        run.push(child)
        continue
      }
      end()
      out.push(child)
      if (isNamed(child, ...holders)) visit(child)
      else if (isNamed(child, 'table') && firstIn(child, at => isNamed(at, 'table', 'h2', 'p'))) cells(child)
      else if (child.type === 'element' && !isNamed(child, ...closed)) inner(child)
    }
    end()
    holder.children = out
  }
  const inner = (holder: Holder) => {
    for (const child of holder.children) if (isNamed(child, ...holders)) visit(child)
  }
  const cells = (holder: Holder) => {
    for (const child of holder.children) {
      if (isNamed(child, 'td') && firstIn(child, isBlock)) visit(child)
      else if (isNamed(child, 'tbody', 'thead', 'tr')) cells(child)
    }
  }
  visit(tree)
}
