import type { Report } from '../../messages.js'

/** UTF-8 that somebody read as Windows-1252: a letter or a quotation mark shows as two or three signs. */
const garbled = /â€[™œ“”]|Ã[©¨¶¼±³¡]|Â[ \u00A0»«]/
const markdown = /^#{1,6} \S|^```|\]\([^)\s]{1,300}\)|\*\*\S[^*\n]{0,200}\*\*|^\|[^\n]{0,300}\|$/gm

/** Tells of texts that are not what they are read as: already garbled, or Markdown. */
export function reportSuspicions(text: string, report: Report): void {
  const found = garbled.exec(text)
  if (found) {
    report(
      'import-doubt',
      `Unexpected signs “${found[0]}”, which UTF-8 read as Windows-1252 shows; save the text again from where it is right`,
      pointAt(text, found.index),
    )
  }
  const signs = [...text.slice(0, 100_000).matchAll(markdown)]
  const [first] = signs
  if (first && signs.length >= 3) {
    report(
      'import-doubt',
      `Unexpected signs of Markdown, ${signs.length} of them, kept as they are written; give the file the ending .md`,
      pointAt(text, first.index),
    )
  }
}

function pointAt(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset }
}
