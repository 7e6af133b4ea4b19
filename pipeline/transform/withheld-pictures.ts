import type {
  AnyElement,
  ArticleElement,
  ArticleMeta,
  ArticleNode,
  ArticleRoot,
  FrontMatterPlaces,
} from '../article.js'
import type { Report } from '../messages.js'
import { isFree } from '../picture-rights.js'
import { elementsNamed, type Parent, wordsOf } from '../walk.js'
import type { WrittenNote } from './adopt/adopter.js'

type Notes = ReadonlyMap<string, WrittenNote>
type Shown = ArticleElement<'picture'> | ArticleElement<'img'>

/** Elements that stay without their picture: a table keeps its cell and a list its item. */
const places = new Set(['td', 'th', 'li', 'dt', 'dd'])

/**
 * Takes the pictures out of a republished article that do not say under what they may be shown: the licence of a text is
 * seldom that of its pictures. A figure goes with its caption, and with the notes that only the caption calls.
 *
 * @param written the footnotes, by label
 * @returns the addresses of what was taken out, and the footnotes that stay
 */
export function withholdPictures(
  tree: ArticleRoot,
  written: Notes,
  { source }: ArticleMeta,
  report: Report,
): { leftOut: readonly string[]; notes: Notes } {
  if (!source?.republished || source.pictures) return { leftOut: [], notes: written }
  const gone: AnyElement[] = []
  const take = (node: AnyElement): boolean => {
    for (const picture of picturesOf(node)) tell(picture, report)
    gone.push(node)
    return false
  }
  const prune = (parent: Parent): void => {
    parent.children = parent.children.filter(node => node.type !== 'element' || keeps(node))
  }
  const keeps = (node: AnyElement): boolean => {
    if (node.tagName === 'math' || node.tagName === 'equation') return true
    if (node.tagName === 'img' || node.tagName === 'picture') return take(node)
    if (node.tagName === 'figure' && picturesOf(node).length > 0) return saysItsRights(node) || take(node)
    const before = gone.length
    prune(node as Parent)
    return gone.length === before || places.has(node.tagName) || !isBlank(node.children)
  }
  prune(tree as Parent)
  for (const note of written.values()) prune(note as Parent)
  const leftOut = gone.flatMap(node => picturesOf(node).map(({ properties }) => properties.src))
  return { leftOut, notes: withoutNotesOf(gone, tree, written) }
}

const picturesOf = (node: AnyElement): readonly Shown[] =>
  node.tagName === 'img' || node.tagName === 'picture' ? [node] : elementsNamed(node, 'picture', 'img')

const saysItsRights = (figure: ArticleElement<'figure'>): boolean =>
  figure.properties.rights !== undefined ||
  figure.children.some(
    part => (part.tagName === 'credit' || part.tagName === 'figcaption') && isFree(wordsOf(part)),
  )

const isBlank = (nodes: readonly ArticleNode[]): boolean =>
  nodes.every(node => node.type === 'text' && node.value.trim() === '')

/** A note that nothing calls any more would be kept at the end as one that was forgotten. */
function withoutNotesOf(gone: readonly AnyElement[], tree: ArticleRoot, written: Notes): Notes {
  const callsIn = (node: ArticleRoot | AnyElement) =>
    elementsNamed(node, 'noteref').map(({ properties }) => properties.note)
  const notes = [...written.values()].flatMap(({ children }) => children.flatMap(callsIn))
  const called = new Set([...callsIn(tree), ...notes])
  const idle = new Set(gone.flatMap(callsIn).filter(label => !called.has(label)))
  return new Map([...written].filter(([label]) => !idle.has(label)))
}

const tell = ({ properties, position }: Shown, report: Report): void =>
  report(
    'picture-rights',
    `Unexpected picture \`${properties.src}\` without rights of its own in a republished article, expected \`rights="CC BY 4.0"\` or the like on its \`:::figure\`, or \`pictures: true\` in \`source\` where the licence covers the pictures; it is left out`,
    position,
  )

/** The front matter without the cover of a republished article that does not say under what it may be shown. */
export function withholdCover(
  meta: ArticleMeta,
  places: FrontMatterPlaces | undefined,
  report: Report,
): ArticleMeta {
  const { cover, source, ...others } = meta
  if (!cover || !source?.republished || source.pictures) return meta
  if (cover.rights !== undefined || isFree(cover.caption ?? '')) return meta
  report(
    'picture-rights',
    `Unexpected \`cover\` \`${cover.src}\` without rights of its own in a republished article, expected \`cover: { src: ..., rights: ... }\`, or \`pictures: true\` in \`source\` where the licence covers the pictures; it is left out`,
    places?.cover,
  )
  return { ...others, source }
}
