import { dictAt, name, nameAt } from '../objects.js'
import { PDFDict, type PDFDocument, PDFRawStream } from '../pdf-lib.js'
import { readStream } from './streams.js'

/** A font of a PDF, with what it was used for. */
export interface UsedFont {
  /** The PostScript name, without the tag of a subset. */
  readonly name: string
  /** The characters that are set in it, each once, as far as the file tells. */
  readonly characters: string
}

/** Every font of a file, those of one name together, in the order of the file. */
export function usedFonts(pdf: PDFDocument): UsedFont[] {
  const found = new Map<string, Set<string>>()
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || nameAt(font, 'Type') !== 'Font') continue
    // A descendant is named by its composite font, which knows its characters.
    if (nameAt(font, 'Subtype')?.startsWith('CIDFont')) continue
    const called = fontName(font)
    const characters = found.get(called) ?? new Set()
    found.set(called, characters)
    const map = font.lookup(name('ToUnicode'))
    if (map instanceof PDFRawStream) {
      for (const [, text] of charactersByCode(readStream(map))) characters.add(text)
    }
  }
  return [...found].map(([called, characters]) => ({ name: called, characters: [...characters].join('') }))
}

/** A font's name without the tag of its subset, 'AAAAAA+'. */
export function fontName(font: PDFDict): string {
  const full = nameAt(font, 'BaseFont') ?? nameAt(dictAt(font, 'FontDescriptor'), 'FontName') ?? 'unnamed'
  return full.replace(/^[A-Z]{6}\+/, '')
}

/** What the codes of a ToUnicode map lead to (ISO 32000-1, section 9.10.3). */
export function* charactersByCode(map: string): Iterable<[code: number, text: string]> {
  for (const [, kind, entries = ''] of map.matchAll(/begin(bfchar|bfrange)\s([\s\S]*?)\send\1/g)) {
    if (kind === 'bfchar') {
      for (const [, code = '', to = ''] of entries.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]*)>/gi))
        yield [Number.parseInt(code, 16), utf16(to)]
      continue
    }
    for (const [, first = '', last = '', to = ''] of entries.matchAll(
      /<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]*)>/gi,
    )) {
      const text = utf16(to)
      const lead = text.slice(0, -1)
      for (let step = 0; step <= Number.parseInt(last, 16) - Number.parseInt(first, 16); step++)
        yield [
          Number.parseInt(first, 16) + step,
          lead + String.fromCharCode(text.charCodeAt(text.length - 1) + step),
        ]
    }
  }
}

const utf16 = (digits: string): string => Buffer.from(digits, 'hex').swap16().toString('utf16le')
