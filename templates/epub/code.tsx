import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../pipeline/article.js'
import { wordsOf } from '../../pipeline/walk.js'
import type { Handler } from '../handlers.js'
import { withApartWords } from '../html/code-direction.js'
import { globalsOf, type HtmlState, htmlOf } from '../html/state.js'

/** Levels of indentation that a broken line keeps; a page has no room for more. */
export const deepest = 4

/** Code runs left to right whatever the text around it does. */
export const pre: Handler<'pre', ElementContent, HtmlState> = (node, state) => [
  <pre {...globalsOf(node.properties, state)} dir="ltr">
    <code>
      {node.children.flatMap((line, index) => {
        const set = htmlOf([line], state)
        return index < node.children.length - 1 ? ended(set) : set
      })}
    </code>
  </pre>,
]

/** A line is a block, so that what of it is broken hangs below its own indentation. */
export const line: Handler<'line', ElementContent, HtmlState> = (node, state) => [
  <span className={classesOf(node)}>{withApartWords(htmlOf(node.children, state))}</span>,
]

/** A line with its end in it: beside a block it would be a line of its own, and without styles there has to be one. */
function ended(set: readonly ElementContent[]): ElementContent[] {
  const last = set.at(-1)
  const end: ElementContent = { type: 'text', value: '\n' }
  return last?.type === 'element'
    ? [...set.slice(0, -1), { ...last, children: [...last.children, end] }]
    : [...set, end]
}

function classesOf(line: ArticleElement<'line'>): string[] {
  const level = Math.min(deepest, levelOf(wordsOf(line)))
  return ['line', ...(level > 0 ? [`in-${level}`] : []), ...(line.properties.marked ? ['marked'] : [])]
}

/** Two spaces, or a tab, to a level. */
function levelOf(text: string): number {
  const [indent = ''] = /^[\t ]*/.exec(text) ?? []
  return Math.floor(indent.replaceAll('\t', '  ').length / 2)
}
