import type { Element, Root, RootContent } from 'hast'
import { raw } from 'hast-util-raw'
import { VFile } from 'vfile'

/**
 * Parses the raw HTML of a tree as a browser would read the whole. The parser costs more than all else: it is handed only
 * the blocks that hold HTML, or what HTML could change, together with all that stands between tags in different blocks.
 *
 * @param source the text that was parsed, for places
 */
export function parseRawHtml(tree: Root, source: string): Root {
  const blocks = tree.children
  const settled = blocks.map(block => isSettled(block))
  // Text between blocks can become one with text of theirs.
  const isApart = (at: number): boolean =>
    blocks[at]?.type === 'text'
      ? settled[at - 1] !== false && settled[at + 1] !== false
      : settled[at] !== false
  const file = new VFile(source)
  /** Undefined where something is left open before the next block. */
  const parsed = (from: number, to: number): RootContent[] | undefined => {
    const before = from > 0 ? [opening] : []
    const after = to < blocks.length ? probe : []
    const children = [...before, ...blocks.slice(from, to), ...after]
    const made = (raw({ type: 'root', children }, { file }) as Root).children
    if (after.length > 0 && !isShut(made)) return undefined
    return made.slice(before.length, after.length > 0 ? -probed.length : undefined)
  }
  const children: RootContent[] = []
  for (let at = 0; at < blocks.length; ) {
    let end = at
    while (end < blocks.length && !isApart(end)) end++
    for (let step = 4; end > at; step *= 4) {
      const made = parsed(at, end)
      if (made) {
        children.push(...made)
        break
      }
      end = Math.min(blocks.length, end + step)
      while (end < blocks.length && (blocks[end]?.type === 'text' || !isApart(end))) end++
    }
    const block = end === at ? blocks[end++] : undefined
    if (block) children.push(block)
    at = end
  }
  return { ...tree, children }
}

/** No element of HTML: none of those ends what is open, nor leaves a drawing (HTML, 13.2.6.5). */
const unknown = 'tf-probe'

/** The first tag says for all that follow what may stand outside a table (HTML, 13.2.6.4.22, "in template"). */
const opening: RootContent = { type: 'element', tagName: unknown, properties: {}, children: [] }

const tag = `<${unknown}>-</${unknown}>`

/** Come out as three elements where nothing is open: no tag, element, formatting, table or form. */
const probe: RootContent[] = [
  { type: 'raw', value: `${tag}<td></td>${tag}` },
  { type: 'element', tagName: 'form', properties: {}, children: [] },
]
const probed = [unknown, unknown, 'form']

const isShut = (made: readonly RootContent[]): boolean =>
  made.length >= probed.length &&
  made.slice(-probed.length).every((node, index) => {
    if (node.type !== 'element' || node.tagName !== probed[index]) return false
    const [text, ...others] = node.children
    return node.tagName === 'form' || (text?.type === 'text' && others.length === 0)
  })

/** What Markdown alone makes, one in another as HTML has it. */
const plain = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre table thead tbody tr th td hr em strong del code a img br'.split(
    ' ',
  ),
)

/** Whether an HTML parser would leave a node as it is. */
function isSettled(node: RootContent, within?: Element): boolean {
  if (node.type === 'text') return true
  if (node.type !== 'element' || !plain.has(node.tagName)) return false
  const { tagName, children } = node
  if (tagName === 'a' && within) return false
  const link = tagName === 'a' ? node : within
  return children.every((child, index) => {
    if (child.type !== 'text') return isSettled(child, link)
    // Texts beside one another become one, an empty one none, and code loses the end of its first line.
    const stays = child.value !== '' && !(tagName === 'pre' && child.value.startsWith('\n'))
    return stays && children[index + 1]?.type !== 'text'
  })
}
