import type { Rendering } from '../rendering.js'

/** Bytes of UTF-8 that a file's name may have, the ending apart: systems take 255, and browsers add `(1)`. */
const longest = 180

// What Windows and macOS refuse in a name, and what is not seen: a control that turns a text could hide the ending.
const refused = /[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]|(?![\u200c\u200d])\p{Cf}/gu

// Devices of Windows, with any ending (Microsoft, "Naming Files, Paths, and Namespaces").
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=[. ]|$)/i

/**
 * The name under which a download is kept: `Slack Water - Forty-eight minutes - 2026-03-20.pdf`, one that Windows and
 * macOS take.
 */
export function downloadName({ issue, publication }: Rendering, extension: 'pdf' | 'epub'): string {
  const { title, meta } = issue
  const date = /^\d{4}(?:-\d\d){0,2}/.exec(meta.date ?? '')?.[0]
  const name = fileWords(publication.name)
  const own = name === fileWords(title) ? [name] : [name, fileWords(title)]
  const dated = date ? ` - ${date}` : ''
  const words = own.filter(part => part !== '').join(' - ') || issue.slug
  const stem = trimmed(cut(words, longest - dated.length)).replace(device, '$&_') + dated
  return `${stem}.${extension}`
}

const fileWords = (text: string): string =>
  trimmed(text.normalize('NFC').replace(refused, ' ').replace(/\s+/g, ' '))

/** Windows takes no name that ends in a stop or a space, and a stop in front hides a file elsewhere. */
const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/g, '')

/** As many whole characters as have so many bytes of UTF-8. */
function cut(text: string, bytes: number): string {
  let length = 0
  let kept = ''
  for (const character of text) {
    length += new TextEncoder().encode(character).length
    if (length > bytes) return kept
    kept += character
  }
  return kept
}
