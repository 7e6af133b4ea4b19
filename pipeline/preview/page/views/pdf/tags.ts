import type { PDFPageProxy } from 'pdfjs-dist'

/** A tag of a PDF (ISO 32000-1, 14.8), with what of it stands on one page. */
export interface Tag {
  /** `H1`, `P`, `Figure`: as the standard names it. */
  readonly role: string
  readonly alt?: string
  /** Its own text, and that of what it holds. */
  readonly text: string
  /** The marked content it consists of by itself, by pdf.js's ids, which the text layer has too. */
  readonly contents: readonly string[]
  readonly children: readonly Tag[]
}

/** What pdf.js gives of the tags of a page, as far as it is used. */
export interface StructureNode {
  readonly role?: string
  readonly alt?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly StructureNode[]
}

/** What pdf.js gives of the text of a page, as far as it is used. */
export interface TextItem {
  readonly type?: string
  readonly id?: string
  readonly str?: string
  readonly hasEOL?: boolean
}

/** The tags of a page; none for one whose contents have none. */
export async function tagsOf(page: PDFPageProxy): Promise<readonly Tag[]> {
  const [tree, { items }] = await Promise.all([
    page.getStructTree(),
    page.getTextContent({ includeMarkedContent: true }),
  ])
  // pdf.js's own types leave out the alternative text, and that a page may have no tree.
  return tagTree(tree as StructureNode | null, items as readonly TextItem[])
}

/** Makes the tags of what pdf.js gives of a page. */
export function tagTree(tree: StructureNode | null, items: readonly TextItem[]): readonly Tag[] {
  const texts = textsOf(items)
  const tagOf = ({ role = '', alt, children = [] }: StructureNode): Tag => {
    const parts = children.flatMap(spread)
    const made = parts.map(part => (part.role === undefined ? (texts.get(part.id ?? '') ?? '') : tagOf(part)))
    const tags = made.filter(part => typeof part !== 'string')
    const text = made
      .map(part => (typeof part === 'string' ? part : part.text))
      .join(tags.some(isBlock) ? ' ' : '')
    return {
      role,
      ...(alt === undefined ? {} : { alt }),
      text: text.replace(/\s+/g, ' ').trim(),
      contents: parts.flatMap(({ type, id }) => (type === 'content' && id !== undefined ? [id] : [])),
      children: tags.filter(saysSomething),
    }
  }
  return (tree?.children ?? [])
    .flatMap(spread)
    .filter(({ role }) => role !== undefined)
    .map(tagOf)
    .filter(saysSomething)
}

/** Tags that say nothing of what they hold (ISO 32000-1, 14.8.4.2). */
const wrappers = new Set(['Document', 'DocumentFragment', 'Part', 'Div', 'NonStruct', 'Span'])

/** What a tag holds in its place, where it only holds. */
const spread = (node: StructureNode): readonly StructureNode[] =>
  node.role !== undefined && wrappers.has(node.role) && node.alt === undefined
    ? (node.children ?? []).flatMap(spread)
    : [node]

/** Tags whose text runs on in a line (ISO 32000-1, 14.8.4.4). */
const inline = new Set(['Span', 'Link', 'Quote', 'Note', 'Reference', 'Code', 'Em', 'Strong', 'Annot', 'Lbl'])

const isBlock = ({ role }: Tag): boolean => !inline.has(role)

/** Cells and pictures are there without words too. */
const saysSomething = ({ role, text, contents, children, alt }: Tag): boolean =>
  ['TD', 'TH', 'Figure', 'Formula'].includes(role) ||
  alt !== undefined ||
  text !== '' ||
  (contents.length > 0 && !inline.has(role) && role !== 'P') ||
  children.length > 0

function textsOf(items: readonly TextItem[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const { type, id, str, hasEOL } of items)
    if (type === 'beginMarkedContent' || type === 'beginMarkedContentProps') open.push(id ?? '')
    else if (type === 'endMarkedContent') open.pop()
    else {
      const owner = open.findLast(each => each !== '') ?? ''
      texts.set(owner, `${texts.get(owner) ?? ''}${str ?? ''}${hasEOL ? ' ' : ''}`)
    }
  return texts
}

/** The blocks of text among tags: what holds others is a block only with what is in no other. */
export const blocksOf = (tags: readonly Tag[]): readonly Tag[] =>
  tags.flatMap(tag => {
    const within = tag.children.filter(child => isBlock(child))
    if (within.length === 0) return [tag]
    const own = { ...tag, children: tag.children.filter(child => !isBlock(child)) }
    return [...(contentsOf(own).length > 0 ? [own] : []), ...blocksOf(within)]
  })

/** Whether a tag holds blocks of text, and is none itself. */
export const holdsBlocks = ({ children }: Tag): boolean => children.some(isBlock)

/** All marked content in a tag. */
export const contentsOf = (tag: Tag): readonly string[] => [
  ...tag.contents,
  ...tag.children.flatMap(contentsOf),
]
