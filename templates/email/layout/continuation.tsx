import type { Continuation } from '../../rendering.js'
import { linkButton } from '../components.js'
import { linkList } from '../link-list.js'
import { panel, plainPanel } from '../panel.js'
import type { EmailState } from '../state.js'
import { css } from '../style.js'
import { columnRhythm, font } from '../type-scale.js'
import type { ArticlePart, IssuePart } from './parts.js'

/** Where the state's article goes on, if it is the one that was cut. */
export function continuationOf({ article, rendering }: EmailState): Continuation['article'] {
  const cut = rendering.continuation?.article
  return cut?.key === article.key ? cut : undefined
}

/** A button under the last words that are there, to those that follow. */
export const continuation: ArticlePart = state => {
  const cut = continuationOf(state)
  if (!cut) return []
  const { words, tokens } = state.rendering
  const label = cut.sourceName ? `${words.readFullOn} ${cut.sourceName}` : words.continueReading
  return [linkButton([{ type: 'text', value: label }], cut.href, state.direction, tokens)]
}

/** The titles of the articles that are not there, with the way to each. */
export const leftOut: IssuePart = rendering => {
  const { tokens, words, issue, continuation } = rendering
  const articles = continuation?.leftOut ?? []
  if (articles.length === 0) return []
  const list = [
    <p style={css({ margin: '0 0 6px', font: font(tokens, 'label') })}>{words.alsoInThisIssue}</p>,
    linkList(articles, rendering),
  ]
  const column = { rendering, place: 'column', rhythm: columnRhythm, direction: issue.dir } as const
  return [panel(list, plainPanel(column), column)]
}
