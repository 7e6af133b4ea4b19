import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../pipeline/article.js'
import type { Handler } from '../handlers.js'
import { globalsOf, type HtmlState, htmlOf } from './state.js'

type Child = ArticleElement<'ruby'>['children'][number]

/** Words and the readings that annotate them. */
interface Group {
  readonly base: Child[]
  readonly readings: ArticleElement<'rt'>[]
}

/**
 * Words with their readings, as HTML wants them: words first, then one reading or more, in parentheses for who has no
 * ruby (HTML, 4.5.10). Words that no reading follows, and readings of nothing, are words.
 */
export const ruby: Handler<'ruby', ElementContent, HtmlState> = (node, state) => {
  const groups = grouped(node.children)
  const read = groups.filter(({ readings }) => readings.length > 0)
  const rest = groups.flatMap(({ base, readings }) => (readings.length > 0 ? [] : base))
  if (read.length === 0) return htmlOf(rest, state)
  return [
    <ruby {...globalsOf(node.properties, state)}>
      {read.map(({ base, readings }) => [htmlOf(base, state), annotation(readings, state)])}
    </ruby>,
    ...htmlOf(rest, state),
  ]
}

function annotation(readings: ArticleElement<'rt'>[], state: HtmlState): ElementContent[] {
  const [only, ...more] = readings.map(reading => htmlOf([reading], state))
  return more.length === 0 && only ? [<rp>(</rp>, ...only, <rp>)</rp>] : [only ?? [], ...more].flat()
}

function grouped(children: readonly Child[]): Group[] {
  const groups: Group[] = []
  for (const child of children) {
    const last = groups.at(-1)
    if (child.type === 'element' && child.tagName === 'rp') continue
    if (child.type === 'element' && child.tagName === 'rt') {
      if (last) last.readings.push(child)
      else groups.push({ base: [...child.children], readings: [] })
    } else if (last && last.readings.length === 0) last.base.push(child)
    else groups.push({ base: [child], readings: [] })
  }
  return groups
}
