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
  flow(runs: readonly WrittenRun[], state: Writing): this {
    for (const run of runs) {
      // Text would be Markdown after an empty line; a tag alone begins HTML.
      if ('words' in run) this.add((this.#html === '' ? '<wbr>\n' : '') + htmlOf(run.words, state))
      else this.blocks(run.blocks)
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

/** Running text still to be written, or blocks that are. */
export type WrittenRun = { readonly words: readonly InlineNode[] } | { readonly blocks: RootContent[] }

/** What an item or a cell holds, blocks and running text by turns. */
export function writtenRuns(nodes: readonly (BlockElement | InlineNode)[], state: Writing): WrittenRun[] {
  const runs: ({ words: InlineNode[] } | { elements: BlockElement[] })[] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (isBlock(node)) {
      if (last && 'elements' in last) last.elements.push(node)
      else runs.push({ elements: [node] })
    } else if (last && 'words' in last) last.words.push(node)
    else runs.push({ words: [node] })
  }
  const inner = { ...state, anchors: false, oneLine: false, cell: false, label: false, verse: false }
  return runs.map(run => ('words' in run ? run : { blocks: state.blocks(run.elements, inner) }))
}

/** Whether a node stands between blocks; an element that was added does. */
export const isBlock = (node: BlockElement | InlineNode): node is BlockElement =>
  node.type === 'element' &&
  (!Object.hasOwn(vocabulary, node.tagName) || vocabulary[node.tagName].is === 'block')
