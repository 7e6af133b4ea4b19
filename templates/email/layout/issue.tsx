import type { ElementContent } from 'hast'
import type { Article } from '../../../pipeline/article.js'
import { type Rendering, titleId } from '../../rendering.js'
import { cell } from '../cell.js'
import { classNames } from '../class-names.js'
import { linkList } from '../link-list.js'
import { panel, plainPanel } from '../panel.js'
import { css, startOf } from '../style.js'
import { columnRhythm, font } from '../type-scale.js'
import type { ArticlePart, IssuePart } from './parts.js'

/** The articles by their titles, under the titles of the parts they stand in, with what was left out at its end. */
export const issueContents: IssuePart = rendering => {
  const { tokens, words, issue, continuation } = rendering
  const listed = issue.articles.filter(({ letter }) => !letter)
  const leftOut = continuation?.leftOut ?? []
  if (listed.length + leftOut.length < 2) return []
  const items = [
    ...listed.map(article => ({ ...article.meta, href: `#${titleId(article)}`, section: article.section })),
    ...leftOut.map(article => ({ ...article, section: undefined })),
  ]
  const runs: { section: string | undefined; items: typeof items }[] = []
  for (const item of items) {
    const run = runs.at(-1)
    if (run && run.section === item.section) run.items.push(item)
    else runs.push({ section: item.section, items: [item] })
  }
  const list = [
    <p style={css({ margin: '0 0 8px', font: font(tokens, 'label') })}>{words.inThisIssue}</p>,
    ...runs.flatMap(({ section, items }): ElementContent[] => [
      ...(section === undefined
        ? []
        : [
            <p
              className={classNames.muted}
              style={css({ margin: '0 0 4px', font: font(tokens, 'caption'), color: tokens.light.muted })}
            >
              {section}
            </p>,
          ]),
      linkList(items, rendering),
    ]),
  ]
  const column = { rendering, place: 'column', rhythm: columnRhythm, direction: issue.dir } as const
  return [panel(list, plainPanel(column), column)]
}

/** A line above an article, with the title of the part that begins with it. */
export const opening: ArticlePart = ({ article, rendering, direction }) => {
  const before = previous(article, rendering)
  // What comes after the contents has their panel for a line.
  const isFirst = !before || before.letter
  const section = article.section !== before?.section ? article.section : undefined
  if (isFirst && section === undefined) return []
  const { tokens } = rendering
  const label = section && (
    <p
      className={classNames.muted}
      style={css({ margin: 0, font: font(tokens, 'sectionLabel'), color: tokens.light.muted })}
    >
      {section}
    </p>
  )
  return [
    cell(label ? [label] : [], {
      margin: '44px 0 18px',
      className: classNames.hairline,
      style: {
        padding: label ? '14px 0 0' : '0',
        'border-top': `1px solid ${tokens.light.line}`,
        'text-align': startOf(direction),
      },
    }),
  ]
}

function previous(article: Article, { issue }: Rendering): Article | undefined {
  const index = issue.articles.findIndex(({ key }) => key === article.key)
  return issue.articles[index - 1]
}
