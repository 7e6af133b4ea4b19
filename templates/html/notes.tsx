import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../pipeline/article.js'
import type { Handler } from '../handlers.js'
import { idIn } from '../rendering.js'
import { said } from './said.js'
import { type HtmlState, htmlOf } from './state.js'

/** A footnote's call: a number that leads to the note, spoken with the word for it. */
export const noteref: Handler<'noteref', ElementContent, HtmlState> = (node, state) => {
  const { rendering, article } = state
  const { id, note, number } = node.properties
  return [
    <sup className="noteref">
      <a
        id={idIn(rendering, article, id)}
        href={`#${idIn(rendering, article, note)}`}
        ariaLabel={`${rendering.words.note} ${number}`}
      >
        {number}
      </a>
    </sup>,
  ]
}

/** The notes under a heading of their own, at the end of the article. */
export const notes: Handler<'notes', ElementContent, HtmlState> = (node, state) => {
  const id = idIn(state.rendering, state.article, 'tf-notes')
  return [
    <section className="notes" ariaLabelledBy={id}>
      <h2 id={id}>{said(state.rendering.words.notes, state.rendering.words, state.article.meta.lang)}</h2>
      <ol>{htmlOf(node.children, state)}</ol>
    </section>,
  ]
}

/** A note, with a way back to each place that calls it, under a sign that the format's fonts have. */
export const noteWith =
  (sign: string): Handler<'note', ElementContent, HtmlState> =>
  (node, state) => [
    <li id={idIn(state.rendering, state.article, node.properties.id)}>{withBacklinks(node, sign, state)}</li>,
  ]

export const note = noteWith('↩')

function withBacklinks(node: ArticleElement<'note'>, sign: string, state: HtmlState): ElementContent[] {
  const { rendering, article } = state
  const content = htmlOf(node.children, state)
  const links = node.properties.refs.flatMap((ref, index): ElementContent[] => [
    { type: 'text', value: ' ' },
    <a
      href={`#${idIn(rendering, article, ref)}`}
      className="backlink"
      ariaLabel={`${rendering.words.backToText}${index > 0 ? ` ${index + 1}` : ''}`}
    >
      {sign}
      {index > 0 ? <sup>{index + 1}</sup> : undefined}
    </a>,
  ])
  const last = content.at(-1)
  if (last?.type !== 'element' || last.tagName !== 'p') return [...content, <p>{links}</p>]
  return [...content.slice(0, -1), { ...last, children: [...last.children, ...links] }]
}
