import type { Nodes } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { normalizeUri } from 'micromark-util-sanitize-uri'
import { faultOfAddress } from '../../check/source/link-address.js'
import { mergeTagSource } from '../../merge-tag.js'
import { type MergeTag, splitMerged, unmasked } from '../../parse/merge-tags.js'
import type { Adopter } from './adopter.js'

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const encodedMask = /(?:%E[EF]%[89AB][0-9A-F]%[89AB][0-9A-F])+/gi

/** A link's target: where it leads, and the same in pieces where merge tags stand in it. */
export interface Target {
  /** The address with each tag's default in its place. */
  readonly href: string
  /** Literal text and a tag with its default by turns, beginning with text. */
  readonly hrefParts?: string[]
}

/**
 * A link target that is safe to write: http, https, mailto, tel, a fragment, or a relative address. Anything else is
 * undefined, with a message; an address that is surely written wrong is what it was meant to be, or stays, with one too.
 */
export function target(adopter: Adopter, node: Nodes, value: unknown): Target | undefined {
  if (typeof value !== 'string') return undefined
  const pieces = piecesOf(adopter, value)
  const [only = ''] = pieces
  if (pieces.length > 1 || typeof only !== 'string') return safeTarget(adopter, node, pieces)
  const words = node.type === 'element' ? textOf(node) : ''
  const fault = faultOfAddress(only, words)
  if (!fault) return safeTarget(adopter, node, pieces)
  const href = safe(fault.meant ?? only)
  const kept = href === undefined ? '; its text is kept' : ''
  adopter.report('link-address', `${fault.says}${kept}`, adopter.place(node))
  return href === undefined ? undefined : { href }
}

/** The source of an image or an embed: as `target`, without merge tags. Data addresses of pictures may pass. */
export function source(adopter: Adopter, node: Nodes, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const text = unmasked(
    value.replace(encodedMask, run => decodeURIComponent(run)),
    adopter.tags,
  ).trim()
  if (/^data:image\/(?:png|jpeg|gif|webp|avif);base64,/i.test(text)) return text
  return safeTarget(adopter, node, piecesOf(adopter, text))?.href
}

/** Literal text and merge tags by turns. */
function piecesOf(adopter: Adopter, value: string): readonly (string | MergeTag)[] {
  const masked = value.replace(encodedMask, run => decodeURIComponent(run)).trim()
  return splitMerged(masked, adopter.tags)
}

function safeTarget(
  adopter: Adopter,
  node: Nodes,
  pieces: readonly (string | MergeTag)[],
): Target | undefined {
  const href = safe(pieces.map(piece => (typeof piece === 'string' ? piece : (piece.default ?? ''))).join(''))
  if (href === undefined) {
    const written = pieces.map(piece => (typeof piece === 'string' ? piece : piece.source)).join('')
    adopter.report(
      'url-unsafe',
      `Unexpected address \`${shown(written)}\`, expected http, https, mailto or tel`,
      adopter.place(node),
    )
    return undefined
  }
  return pieces.some(piece => typeof piece !== 'string') ? { href, hrefParts: alternating(pieces) } : { href }
}

function safe(text: string): string | undefined {
  if (text.startsWith('#')) return text
  // Browsers skip tabs and newlines in a scheme (URL Standard, 4.4), so "java\nscript:" is judged without them.
  const compact = text.replace(/[\u0000-\u0020]+/g, character => (character.includes(' ') ? ' ' : ''))
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(compact)?.[1]
  if (scheme && !schemes.has(`${scheme.toLowerCase()}:`)) return undefined
  // As Markdown has it already: one address, whichever way it came in.
  if (!scheme && !compact.startsWith('//')) return normalizeUri(compact)
  try {
    return new URL(scheme ? compact : `https:${compact}`).href
  } catch {
    return undefined
  }
}

function alternating(pieces: readonly (string | MergeTag)[]): string[] {
  const parts: string[] = []
  for (const piece of pieces) {
    if (typeof piece === 'string') parts.push(piece)
    else {
      if (parts.length % 2 === 0) parts.push('')
      parts.push(mergeTagSource(piece))
    }
  }
  return parts
}

const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text).replace(/[`\s]+/g, ' ')
