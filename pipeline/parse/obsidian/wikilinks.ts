import type { Image, Link, Parents, PhrasingContent, Root, Text } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { Report } from '../../messages.js'
import { plainSigns } from './plain-signs.js'

const wikilink = /(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/g
const pictures = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)$/i
/** What Obsidian takes behind the bar of a picture for its width, or width and height, and not for words. */
const size = /^\d+(?:x\d+)?$/

/**
 * Obsidian's links, `[[Note]]`, `[[Note#Heading|words]]`, and pictures, `![[photo.png|300]]`, as Markdown's own. A note
 * that is put into another (`![[Note]]`) becomes a link to it, with a message: its text is an article of its own.
 */
export function readWikilinks(tree: Root, source: string, report: Report): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || parent.type === 'link' || !node.value.includes('[['))
      return undefined
    const parts = split(node, source, report)
    if (parts.length === 1 && parts[0] === node) return undefined
    ;(parent as Parents).children.splice(index, 1, ...(parts as never[]))
    return [SKIP, index + parts.length]
  })
}

function split(node: Text, source: string, report: Report): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  const place = node.position ? { position: node.position } : {}
  const isPlain = plainSigns(node, source)
  let from = 0
  for (const match of node.value.matchAll(wikilink)) {
    const [whole, embedded, target = '', behind = ''] = match
    const opening = match.index + (embedded ?? '').length
    const closing = match.index + whole.length - 2
    if (![opening, opening + 1, closing, closing + 1].every(isPlain)) continue
    if (match.index > from) parts.push({ type: 'text', value: node.value.slice(from, match.index), ...place })
    from = match.index + whole.length
    parts.push({ ...(embedded ? shown(target, behind, node, report) : linked(target, behind)), ...place })
  }
  if (parts.length === 0) return [node]
  if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from), ...place })
  return parts
}

function linked(target: string, words: string): Link {
  const [, note = '', place = ''] = /^([^#]*)(?:#(.*))?$/s.exec(target.trim()) ?? []
  const id = place.split('#').at(-1)?.replace(/^\^/, '') ?? ''
  const label = words.trim() || [note.trim(), id].filter(Boolean).join(' > ')
  const url = `${encodeURI(note.trim()).replace(/[?#]/g, encodeURIComponent)}${id ? `#${encodeURIComponent(id)}` : ''}`
  return { type: 'link', url, children: [{ type: 'text', value: label }] }
}

function shown(target: string, behind: string, node: Text, report: Report): Image | Link {
  const [file = ''] = target.trim().split('#')
  if (!pictures.test(file)) {
    report(
      'embed-note',
      `Unexpected \`![[${target}]]\`, which puts a note into the text; it is a link to it. Copy the text here, or make both articles of one issue`,
      node.position?.start,
    )
    return linked(target, size.test(behind) ? '' : behind)
  }
  const words = behind
    .split('|')
    .map(part => part.trim())
    .filter(part => part !== '' && !size.test(part))
  return { type: 'image', url: encodeURI(file), alt: words.join(' ') }
}
