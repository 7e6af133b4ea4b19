import { markupFault } from './markup-bounds.js'

/** Characters of a page; a saved page with its pictures in it has a few million. */
const longest = 24_000_000

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^\uFEFF?\s{0,64}%PDF-/, 'a PDF'],
  [/^PK(?:\u0003\u0004|\u0005\u0006)/, 'a ZIP archive, as Word files and EPUBs are'],
  [/^(?:\u00D0\u00CF\u0011\u00E0|\uFFFD\uFFFD\u0011\uFFFD\uFFFD)/, 'a Word file of before 2007'],
  [/^\{\\rtf/, 'a rich text file (RTF)'],
  [/^(?:\u0089|\uFFFD)PNG|^GIF8[79]a|^(?:\u00FF\u00D8\u00FF|\uFFFD{3})/, 'a picture'],
  [/^(?:From \S+ |MIME-Version: 1\.0\r?\n|From: <Saved by)/, 'a web archive or a mail (MHTML)'],
  [/^bplist00/, 'a Safari web archive'],
]

/**
 * Why a text is no HTML page that can be read in bounded time, and undefined where it can: other kinds of file by their
 * first bytes, binary data, markup that a parser would take minutes for.
 */
export function refusal(html: string): string | undefined {
  const kind = kinds.find(([sign]) => sign.test(html))?.[1]
  if (kind) return `Unexpected file, expected HTML; it is ${kind}`
  if (html.length > longest) {
    return `Unexpected page of ${Math.round(html.length / 1_000_000)} million characters, expected at most ${longest / 1_000_000} million`
  }
  const head = html.slice(0, 4096)
  const controls = head.match(/[\u0000-\u0008\u000E-\u001F]/g)?.length ?? 0
  // A page in an encoding that was taken for another is full of these, and has its tags all the same.
  const unknown = /<[a-z!]/i.test(head) ? 0 : (head.match(/\uFFFD/g)?.length ?? 0)
  if (controls + unknown > 16 && controls + unknown > head.length / 20)
    return 'Unexpected binary data, expected HTML'
  return markupFault(html)
}
