/** @jsxImportSource #mjml */
import type { Article, BlockElement } from '../../pipeline/article.js'
import type { MjmlElement } from '../jsx/mjml/jsx-runtime.js'
import { isAlone, type Rendering } from '../rendering.js'
import { classNames } from './class-names.js'
import { columnOf } from './column.js'
import { emailElements } from './elements/elements.js'
import { head } from './head.js'
import { emailLayout } from './layout/layout.js'
import type { ArticlePart, EmailLayout } from './layout/parts.js'
import { linkedFragments } from './linked-fragments.js'
import { placed } from './place.js'
import { preheader } from './preheader.js'
import type { EmailHandlers, EmailNode, EmailState } from './state.js'
import { box } from './style.js'
import { columnRhythm, fontAttributes } from './type-scale.js'
import { usedClasses } from './used-classes.js'

/** What an email is made with: what each element becomes, and the parts around an article's text. */
export interface EmailTemplate {
  readonly elements: EmailHandlers
  readonly layout: EmailLayout
}

/** The template of emails until a publication changes a handler or a part. */
export const defaultEmailTemplate: EmailTemplate = { elements: emailElements, layout: emailLayout }

/** An issue as an email: one section and one column of MJML for all its text, one for the footer. */
export function emailTemplate(
  rendering: Rendering,
  { elements, layout }: EmailTemplate = defaultEmailTemplate,
): MjmlElement {
  const { issue, tokens } = rendering
  const { light, screen } = tokens
  const nodes = [
    ...layout.masthead(rendering),
    ...layout.issueCorrections(rendering),
    ...issueOf(rendering, { elements, layout }),
    ...layout.leftOut(rendering),
  ]
  const column = columnOf(nodes, issue.dir, tokens)
  const footer = layout.footer(rendering)
  const hidden = layout.preheader(rendering)
  return (
    <mjml lang={issue.lang} dir={issue.dir}>
      {head(rendering, usedClasses([...nodes, ...footer]))}
      <mj-body css-class={classNames.ground} background-color={light.ground} width={`${screen.width}px`}>
        {hidden ? <mj-raw>{preheader(hidden)}</mj-raw> : undefined}
        <mj-section
          css-class={classNames.sheet}
          background-color={light.paper}
          border-top={`4px solid ${light.accent}`}
          direction={issue.dir}
          padding={box(0, 0, 24)}
        >
          <mj-column direction={issue.dir}>{column}</mj-column>
        </mj-section>
        {footer.length > 0 ? (
          <mj-section direction={issue.dir} padding={box(20, 0, 36)}>
            <mj-column direction={issue.dir}>
              <mj-text
                css-class={classNames.footer}
                padding={box(0, screen.gutter)}
                {...fontAttributes(tokens, 'footer')}
                color={light.muted}
                align={issue.dir === 'rtl' ? 'right' : 'left'}
              >
                {footer}
              </mj-text>
            </mj-column>
          </mj-section>
        ) : undefined}
      </mj-body>
    </mjml>
  )
}

/** The articles of an issue; of several, each under its opening, with a list of them after the editor's letter. */
function issueOf(rendering: Rendering, { elements, layout }: EmailTemplate): EmailNode[] {
  const { articles } = rendering.issue
  const states = articles.map(article => stateFor(article, rendering, elements))
  if (isAlone(rendering)) return states.flatMap(state => articleOf(state, layout))
  const contents = layout.issueContents(rendering)
  const parts = states.map(state => [...layout.opening(state), ...articleOf(state, layout)])
  return articles[0].letter
    ? [...(parts[0] ?? []), ...contents, ...parts.slice(1).flat()]
    : [...contents, ...parts.flat()]
}

function articleOf(state: EmailState, layout: EmailLayout): EmailNode[] {
  if (state.rendering.digests?.has(state.article.key)) {
    return [
      ...layout.digest(state),
      ...ofKey('corrections', layout.corrections, state),
      ...ofKey('source', layout.source, state),
    ]
  }
  const { title, standfirst, byline, corrected, cover, contents } = layout
  const { body, continuation, notes, corrections, disclosure, source } = layout
  const isNotes = (block: BlockElement) => block.tagName === 'notes'
  return [
    ...ofKey('title', title, state),
    ...ofKey('description', standfirst, state),
    ...ofKey('authors', byline, state),
    ...ofKey('corrections', corrected, state),
    ...ofKey('cover', cover, state),
    ...ofKey('toc', contents, state),
    ...body(ofBlocks(state, block => !isNotes(block))),
    ...continuation(state),
    ...notes(ofBlocks(state, isNotes)),
    ...ofKey('corrections', corrections, state),
    ...ofKey('authors', disclosure, state),
    ...ofKey('source', source, state),
  ]
}

/** A part that prints what a key of the front matter says: its nodes have that key's place. */
function ofKey(key: string, part: ArticlePart, state: EmailState): EmailNode[] {
  const { article } = state
  return part(state).map(node => placed(node, article.places?.[key], article))
}

/** The state of an article with some of its blocks. */
function ofBlocks(state: EmailState, wanted: (block: BlockElement) => boolean): EmailState {
  const { article } = state
  const tree = { ...article.tree, children: article.tree.children.filter(wanted) }
  return { ...state, article: { ...article, tree } }
}

function stateFor(article: Article, rendering: Rendering, elements: EmailHandlers): EmailState {
  const { screen } = rendering.tokens
  return {
    rendering,
    article,
    elements,
    place: 'column',
    direction: article.meta.dir,
    linked: linkedFragments(article, rendering.issue),
    rhythm: columnRhythm,
    width: screen.width - 2 * screen.gutter,
  }
}
