import type { Article } from '../../../pipeline/article.js'
import { type CssBlock, type CssRules, cssString, type Stylesheet } from '../../css.js'
import type { Rendering } from '../../rendering.js'
import { pageNameOf } from '../page-name.js'
import type { Scale } from '../scale.js'

/** The longest running head, in characters; a title is cut before it meets the publication's name. */
const headLength = 64

/** The sheet: its size, margins mirrored for left and right pages, running heads and page numbers. */
export function pageRules(rendering: Rendering, scale: Scale): Stylesheet {
  const { tokens, issue } = rendering
  const [top, outer, bottom, inner] = tokens.paper.margins.map(length => `${length}mm`)
  return [
    { '@page': { size: tokens.paper.size, marginTop: top, marginBottom: bottom } },
    { '@page :right': { marginLeft: inner, marginRight: outer } },
    { '@page :left': { marginLeft: outer, marginRight: inner } },
    ...issue.articles.map(article => namedPage(article, rendering, scale)),
  ]
}

function namedPage(article: Article, { tokens, publication }: Rendering, scale: Scale): CssRules {
  const name = pageNameOf(article)
  const none: CssBlock = { content: 'none' }
  const furniture: CssBlock = {
    color: tokens.light.muted,
    fontFamily: scale.families.heading,
    fontSize: scale.size('small', 0.94),
    lineHeight: scale.lines(1),
    whiteSpace: 'nowrap',
    direction: article.meta.dir,
  }
  const title: CssBlock = { ...furniture, content: cssString(shortened(article.meta.title, headLength)) }
  const owner: CssBlock = { ...furniture, content: cssString(shortened(publication.name, headLength / 2)) }
  const number: CssBlock = { ...furniture, content: 'counter(page) " / " counter(pages)' }
  return {
    [`.${name}`]: { page: name },
    // A page's name counts for more than `:first` alone (css-page-3, 3.4), so the first page is named, too.
    [`@page ${name}:first`]: {
      '@top-left': none,
      '@top-right': none,
      '@bottom-left': none,
      '@bottom-right': none,
    },
    [`@page ${name}:right`]: { '@top-left': owner, '@top-right': title, '@bottom-right': number },
    [`@page ${name}:left`]: { '@top-left': title, '@top-right': owner, '@bottom-left': number },
  }
}

/** A text in one line of at most `length` characters, cut after a word, with an ellipsis. */
export function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)]
  if (characters.length <= length) return line
  const start = characters
    .slice(0, length - 1)
    .map(({ segment }) => segment)
    .join('')
  return `${start.replace(/\s+\S{0,20}$/, '').replace(/[\s,;:.–—-]+$/, '')}…`
}
