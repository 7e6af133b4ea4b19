import type { PhrasingContent, RootContent } from 'mdast'
import type { AnyElement, BlockElement, InlineNode } from '../article.js'
import type { Masks } from './masks.js'

/** What a handler is handed beside its node. */
export interface Writing {
  readonly masks: Masks
  /** Elements whose id would not come of itself. */
  readonly named: ReadonlySet<AnyElement>
  /** Where the blocks stand: an empty anchor gives its id to the block after it only where nothing but blocks may stand. */
  readonly anchors: boolean
  /** Whether a line may not be broken: in a heading, a cell, a label. */
  readonly oneLine: boolean
  /** Whether a pipe would end a cell. */
  readonly cell: boolean
  /** Whether a bracket that has no escape, in code say, would end a label. */
  readonly label: boolean
  /** Whether each line of the source is a line. */
  readonly verse: boolean
  /** Whether text is inside a link, where no address becomes one of itself. */
  readonly linked: boolean
  /** Whether text is inside `~~`, which do not nest. */
  readonly deleted: boolean
  /** Blocks, in what gives them their ids and languages. */
  blocks(nodes: readonly BlockElement[], state: Writing): RootContent[]
  /** Running text. */
  line(nodes: readonly InlineNode[], state: Writing): PhrasingContent[]
}
