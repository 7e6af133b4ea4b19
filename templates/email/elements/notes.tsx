import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../../pipeline/article.js'
import { idOf } from '../addresses.js'
import { anchorAt } from '../anchor.js'
import { classNames } from '../class-names.js'
import { sectionLabel } from '../section-label.js'
import { type EmailState, htmlOf, narrowed } from '../state.js'
import { css, mirrored } from '../style.js'
import { font } from '../type-scale.js'
import type { HtmlHandler } from './prose.js'

/** The notes under a heading of their own, small, at the end of the article. */
export const notes: HtmlHandler<'notes'> = (node, state) => {
  const { tokens, words } = state.rendering
  return [
    sectionLabel(words.notes, state),
    <ol
      className={classNames.muted}
      style={css({
        margin: mirrored(state.direction, 0, 0, state.rhythm, 26),
        padding: 0,
        font: font(tokens, 'note'),
        color: tokens.light.muted,
      })}
    >
      {htmlOf(node.children, narrowed(state, 'item', 26, 6))}
    </ol>,
  ]
}

/** A note, with a way back to each place that calls it. */
export const note: HtmlHandler<'note'> = (node, state) => [
  <li value={node.properties.number} style={css({ margin: '0 0 8px' })}>
    {anchorAt(idOf(node.properties.id, state))}
    {withBacklinks(node, state)}
  </li>,
]

function withBacklinks(node: ArticleElement<'note'>, state: EmailState): ElementContent[] {
  const { words, tokens } = state.rendering
  const [only, second] = node.children
  const alone = only?.tagName === 'p' && second === undefined
  const bare = alone && Object.keys(only.properties).length === 0
  const content = htmlOf(bare ? only.children : node.children, state)
  const links = node.properties.refs.flatMap((ref, index): ElementContent[] => [
    { type: 'text', value: ' ' },
    <a
      href={`#${idOf(ref, state)}`}
      ariaLabel={`${words.backToText}${index > 0 ? ` ${index + 1}` : ''}`}
      style={css({ color: tokens.light.accent })}
    >
      ↩{index > 0 ? index + 1 : ''}
    </a>,
  ])
  const last = content.at(-1)
  if (bare || last?.type !== 'element' || last.tagName !== 'p') return [...content, ...links]
  return [...content.slice(0, -1), { ...last, children: [...last.children, ...links] }]
}
