import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { FrontMatterBlock } from '../../../pipeline/parse/front-matter-block.js'

/** The front matter of a file, as the Markdown parser hands it over. */
export function readBlock(file: string): FrontMatterBlock | undefined {
  const tree = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).parse(file)
  // remark-frontmatter adds `toml` to the tree, but not to mdast's types.
  const node = tree.children[0] as
    | { type: string; value: string; position: FrontMatterBlock['position'] }
    | undefined
  if (node?.type !== 'yaml' && node?.type !== 'toml') return undefined
  return { syntax: node.type, value: node.value, position: node.position }
}
