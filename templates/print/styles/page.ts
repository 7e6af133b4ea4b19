import type { Article, Direction } from '../../../pipeline/article.js'
import { type CssBlock, type CssRules, cssString, type Stylesheet } from '../../css.js'
import type { Rendering } from '../../rendering.js'
import { issueName } from '../issue-name.js'
import { pageNameOf } from '../page-name.js'
import { textWidth } from '../paper.js'
import type { Scale } from '../scale.js'
import { lettersOf, shortened } from '../shortened.js'

/** A running head's size, in parts of `small`, and what a letter of it takes on the average, in ems. */
const headSize = 0.94
const headLetter = 0.5
/** Letters' worth of space that stays between the title and the publication's name. */
const gap = 6

/** The sheet: its size, margins mirrored for left and right pages, running heads and page numbers. */
export function pageRules(rendering: Rendering, scale: Scale): Stylesheet {
  const { tokens, issue } = rendering
  const [top, outer, bottom, inner] = tokens.paper.margins.map(length => `${length}mm`)
  const right = { marginLeft: inner, marginRight: outer }
  const left = { marginLeft: outer, marginRight: inner }
  const sheet = { size: tokens.paper.size, marginTop: top, marginBottom: bottom }
  return [
    ...(tokens.paper.sides === 'one'
      ? [{ '@page': { ...sheet, ...(issue.dir === 'ltr' ? right : left) } }]
      : [{ '@page': sheet }, { '@page :right': right }, { '@page :left': left }]),
    ...(issue.articles.length > 1 ? contentsPage(rendering, scale) : []),
    ...issue.articles.flatMap(article => namedPage(article, rendering, scale)),
  ]
}

/** What stands in the margins. */
const furnitureOf = ({ tokens }: Rendering, scale: Scale, direction: Direction): CssBlock => ({
  color: tokens.light.muted,
  fontFamily: scale.families.heading,
  fontSize: scale.size('small', headSize),
  lineHeight: scale.lines(1),
  whiteSpace: 'nowrap',
  direction,
})

const pageNumber = 'counter(page) " / " counter(pages)'

const none: CssBlock = { content: 'none' }

/** The pages with the contents of an issue: a number in the foot, as on any page that opens an article. */
function contentsPage(rendering: Rendering, scale: Scale): Stylesheet {
  const { issue, tokens } = rendering
  const number = { ...furnitureOf(rendering, scale, issue.dir), content: pageNumber }
  const [right, left] = [{ '@bottom-right': number }, { '@bottom-left': number }]
  return [
    { '@page contents:first': { '@bottom-left': none, '@bottom-right': none } },
    tokens.paper.sides === 'two'
      ? { '@page contents:right': right, '@page contents:left': left }
      : { '@page contents': issue.dir === 'ltr' ? right : left },
  ]
}

function namedPage(article: Article, rendering: Rendering, scale: Scale): Stylesheet {
  const { tokens, publication, issue } = rendering
  const name = pageNameOf(article)
  const furniture = furnitureOf(rendering, scale, article.meta.dir)
  const letters = textWidth(tokens.paper) / (tokens.paper.small * headSize * headLetter)
  // Which number it is, the first page of one article says.
  const isOfSeveral = issue.articles.length > 1
  const ownerName = shortened(isOfSeveral ? issueName(rendering) : publication.name, letters / 3)
  const title = shortened(article.meta.title, letters - lettersOf(ownerName) - gap)
  const count = `${name}-pages`
  const shown = (what: string): CssBlock => ({ ...furniture, content: `counter(${count}, ${name}-${what})` })
  const owner = shown('owner')
  const head = shown('title')
  const number: CssBlock = { ...furniture, content: pageNumber }
  // The article's title and the page's number are outside, where a reader who leafs through sees them.
  const right: CssBlock = { '@top-left': owner, '@top-right': head, '@bottom-right': number }
  const left: CssBlock = { '@top-left': head, '@top-right': owner, '@bottom-left': number }
  const pages =
    tokens.paper.sides === 'two'
      ? { [`@page ${name}:right`]: right, [`@page ${name}:left`]: left }
      : { [`@page ${name}`]: article.meta.dir === 'ltr' ? right : left }
  return [
    {
      [`.${name}`]: { page: name },
      // A page's name counts for more than `:first` alone (css-page-3, 3.4), so the first page is named, too.
      [`@page ${name}:first`]: {
        '@top-left': none,
        '@top-right': none,
        '@bottom-left': none,
        '@bottom-right': none,
      },
      ...pages,
    },
    { [`@page ${name}`]: { counterIncrement: `page 1 ${count} 1` } },
    notAtFirst(`${name}-owner`, ownerName),
    notAtFirst(`${name}-title`, title),
  ]
}

/**
 * A text as a style of counting (css-counter-styles-3): nothing for the first page of an article, the text for the
 * others. `:first` is the document's first page alone, and Chromium knows no other way to tell pages of a name apart.
 */
const notAtFirst = (style: string, text: string): CssRules => ({
  [`@counter-style ${style}`]: { system: 'fixed 1', symbols: '""', fallback: `${style}-after` },
  [`@counter-style ${style}-after`]: { system: 'cyclic', symbols: cssString(text) },
})
