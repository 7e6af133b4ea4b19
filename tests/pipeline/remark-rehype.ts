import type { Root as Hast } from 'hast'
import type { Root as Mdast } from 'mdast'
import { toHast } from 'mdast-util-to-hast'

/** remark-rehype in a line: somebody else's step from mdast to hast. */
export default function remarkRehype(): (tree: Mdast) => Hast {
  return tree => toHast(tree) as Hast
}
