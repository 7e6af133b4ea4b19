import type { ElementContent } from 'hast'
import type { AnyElement } from '../../pipeline/article.js'
import { handle } from '../handlers.js'
import type { HtmlHandlers, HtmlState } from '../html/state.js'

/**
 * The same handlers, whose nodes carry the place of what they were made from: a finding about the book points there.
 * One that was made deeper down has its place already and keeps it. No place gets into the files.
 */
export function placedHandlers(handlers: HtmlHandlers): HtmlHandlers {
  const placed = (node: AnyElement, state: HtmlState) =>
    handle(handlers, node, state).map(made => at(made, node))
  // By the table's own names, which the types cannot follow one by one.
  return Object.fromEntries(Object.keys(handlers).map(name => [name, placed])) as unknown as HtmlHandlers
}

const at = (made: ElementContent, { position }: AnyElement): ElementContent =>
  made.position || !position ? made : Object.assign({}, made, { position })
