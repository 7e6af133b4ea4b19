import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { MjmlElement } from '../../../templates/jsx/mjml/jsx-runtime.js'
import type { Issue } from '../../article.js'
import { markedHtml, markOf } from '../../bind/email/marks.js'
import type { Where } from '../../messages.js'

/** Where in the source an element of an email is from, by its number in document order; undefined for our own layout. */
export type PlaceOf = (element: number) => Promise<Where | undefined>

/** Finds where elements are from; nothing is made before the first is asked for. */
export function tracer(mjml: () => MjmlElement, issue: Issue): PlaceOf {
  let places: Promise<readonly (Where | undefined)[]> | undefined
  return async element => {
    places ??= placesIn(mjml(), issue)
    return (await places)[element]
  }
}

/**
 * The places of an email's elements, in document order. The HTML that is sent carries none: it is made once more with marks, which
 * is element for element the same, and an element without a mark is from where its nearest marked ancestor is.
 */
async function placesIn(mjml: MjmlElement, { articles }: Issue): Promise<(Where | undefined)[]> {
  const places: (Where | undefined)[] = []
  const files = new Map(articles.map(({ key, file }) => [key, file]))
  const walk = (node: Nodes, around: Where | undefined): void => {
    const place = node.type === 'element' ? (whereOf(node.properties) ?? around) : around
    if (node.type === 'element') places.push(place)
    if ('children' in node) for (const child of node.children) walk(child, place)
  }
  const whereOf = (properties: Parameters<typeof markOf>[0]): Where | undefined => {
    const mark = markOf(properties)
    const file = mark && files.get(mark.article)
    return mark && file ? { file, place: { line: mark.line, column: mark.column } } : undefined
  }
  walk(fromHtml(await markedHtml(mjml)), undefined)
  return places
}
