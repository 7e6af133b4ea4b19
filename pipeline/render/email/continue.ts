import type { Rendering, WayOn } from '../../../templates/rendering.js'
import type { Article, BlockElement } from '../../article.js'
import { type Cut, textOf } from '../../issue/cuts.js'
import { shortenIssue } from '../../issue/shorten.js'
import { addressIn, wayOn } from './ways.js'

/** Whether every article can be read whole elsewhere: else a cut would lose what it cuts. */
export const canContinue = (rendering: Rendering): boolean =>
  rendering.issue.articles.every(article => wayOn(rendering, article) !== undefined)

/** What an email's template is handed for an issue cut short. @throws RangeError where there is no way on */
export function cutRendering(rendering: Rendering, cut: Cut): Rendering {
  const { issue } = rendering
  const short = shortenIssue(issue, cut, (article, id) => addressIn(rendering, article, id))
  const last = issue.articles[cut.article]
  const rest = last && textOf(last).slice(cut.kept)
  const ways = issue.articles.slice(cut.article + 1).map(article => {
    const { title, lang, dir } = article.meta
    return { title, lang, dir, href: certain(wayOn(rendering, article)).href }
  })
  if (!last || !rest || rest.length === 0) {
    return { ...rendering, issue: short, continuation: { leftOut: ways } }
  }
  const headings = rest.flatMap(block => {
    if (block.tagName !== 'h2') return []
    const href = addressIn(rendering, last, block.properties.id)
    return [{ heading: block, ...(href ? { href } : {}) }]
  })
  const way = certain(wayOn(rendering, last, placeBefore(last, cut.kept)))
  return {
    ...rendering,
    issue: short,
    continuation: { article: { key: last.key, ...way, headings }, leftOut: ways },
  }
}

/** The id of the heading that the first block left out is, or stands under, if there is one. */
function placeBefore(article: Article, kept: number): string | undefined {
  const isHeading = (block: BlockElement) => /^h[2-4]$/.test(block.tagName)
  const heading = textOf(article)
    .slice(0, kept + 1)
    .findLast(isHeading)
  return heading?.properties.id
}

function certain(way: WayOn | undefined): WayOn {
  if (!way) throw new RangeError('Unexpected cut of an issue that goes on nowhere')
  return way
}
