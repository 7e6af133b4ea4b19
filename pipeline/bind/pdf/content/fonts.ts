import { dictAt, name, nameAt } from '../objects.js'
import { type PDFDict, PDFRawStream } from '../pdf-lib.js'
import { type ContentStream, readStream } from './streams.js'
import { charactersByCode } from './used-fonts.js'

/** What the fonts of a content stream show, by their maps. */
export interface StreamFonts {
  /** The text of the codes that a font shows, or undefined where one of them is not known. */
  textOf(font: string, codes: string): string | undefined
  /** A space of a font as an operand of `Tj`; undefined where it has none, or is no font of two bytes a code. */
  spaceOf(font: string): string | undefined
  /** A font that has one. */
  fontWithSpace(): string | undefined
}

interface Font {
  readonly texts: ReadonlyMap<number, string>
  readonly space: string | undefined
}

const none: Font = { texts: new Map(), space: undefined }
/** A font is the same on every page. */
const read = new WeakMap<PDFDict, Font>()

/** The fonts in a stream's resources, each read when it is first asked for. */
export function fontsOf({ resources }: ContentStream): StreamFonts {
  const dicts = dictAt(resources, 'Font')
  const fonts = new Map<string, Font>()
  const fontNamed = (called: string): Font => {
    const known = fonts.get(called)
    if (known) return known
    const dict = dictAt(dicts, called)
    const font = dict ? (read.get(dict) ?? fontIn(dict)) : none
    fonts.set(called, font)
    return font
  }
  return {
    textOf(font, codes) {
      const { texts } = fontNamed(font)
      let shown = ''
      for (let at = 0; at + 1 < codes.length; at += 2) {
        const text = texts.get(codes.charCodeAt(at) * 256 + codes.charCodeAt(at + 1))
        if (text === undefined) return undefined
        shown += text
      }
      return shown
    },
    spaceOf: font => fontNamed(font).space,
    fontWithSpace: () =>
      dicts
        ?.keys()
        .map(key => key.decodeText())
        .find(font => fontNamed(font).space !== undefined),
  }
}

function fontIn(dict: PDFDict): Font {
  const stream = dict.lookup(name('ToUnicode'))
  const texts = new Map(stream instanceof PDFRawStream ? charactersByCode(readStream(stream)) : [])
  const [code] = [...texts].find(([, text]) => text === ' ') ?? []
  const hasTwoBytes = nameAt(dict, 'Subtype') === 'Type0'
  const space =
    code === undefined || !hasTwoBytes ? undefined : `<${code.toString(16).padStart(4, '0').toUpperCase()}>`
  const font = { texts, space }
  read.set(dict, font)
  return font
}
