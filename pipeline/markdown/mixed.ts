import type { RootContent } from 'mdast'
import type { BlockElement, InlineNode } from '../article.js'
import { vocabulary } from '../vocabulary.js'
import { htmlOf } from './html.js'
import type { Writing } from './writing.js'

/** HTML with blocks of Markdown in it, which have an empty line before and after them. */
export class Mixed {
  readonly #nodes: RootContent[] = []
  #html = ''

  /** More of the HTML's last line. */
  add(html: string): this {
    this.#html += html
    return this
  }

  /** A new line of HTML. */
  line(html: string): this {
    return this.add(this.#html === '' ? html : `\n${html}`)
  }

  /** What an item or a cell holds: running text in HTML, blocks in Markdown. */
  flow(nodes: readonly (BlockElement | InlineNode)[], state: Writing): this {
    for (const run of runsOf(nodes)) {
      if (!run.blocks) {
        // Text would be Markdown after an empty line; a tag alone begins HTML.
        this.add((this.#html === '' ? '<wbr>\n' : '') + htmlOf(run.nodes as readonly InlineNode[], state))
      } else
        this.blocks(state.blocks(run.nodes as readonly BlockElement[], { ...inMixed(state), anchors: false }))
    }
    return this
  }

  /** Blocks of Markdown. */
  blocks(nodes: RootContent[]): this {
    this.#flush()
    this.#nodes.push(...nodes)
    return this
  }

  /** Everything so far. */
  end(): RootContent[] {
    this.#flush()
    return this.#nodes
  }

  #flush(): void {
    if (this.#html !== '') this.#nodes.push({ type: 'html', value: this.#html })
    this.#html = ''
  }
}

/** What a block inside HTML is written in: lines of its own. */
const inMixed = (state: Writing): Writing => ({
  ...state,
  oneLine: false,
  cell: false,
  label: false,
  verse: false,
})

/** Blocks and running text by turns. */
export function runsOf(
  nodes: readonly (BlockElement | InlineNode)[],
): { blocks: boolean; nodes: (BlockElement | InlineNode)[] }[] {
  const runs: { blocks: boolean; nodes: (BlockElement | InlineNode)[] }[] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    const blocks = isBlock(node)
    if (last?.blocks === blocks) last.nodes.push(node)
    else runs.push({ blocks, nodes: [node] })
  }
  return runs
}

/** Whether a node stands between blocks; an element that was added does. */
export const isBlock = (node: BlockElement | InlineNode): node is BlockElement =>
  node.type === 'element' &&
  (!Object.hasOwn(vocabulary, node.tagName) || vocabulary[node.tagName].is === 'block')
