import { dictAt, name, nameAt } from '../objects.js'
import { type PDFDict, PDFRawStream } from '../pdf-lib.js'
import { type ContentStream, readStream } from './streams.js'
import { charactersByCode } from './used-fonts.js'

/** What the fonts of a content stream show, by their maps. */
export interface StreamFonts {
  /** The text of the codes that a font shows, or undefined where one of them is not known. */
  textOf(font: string, codes: string): string | undefined
  /**
   * A space as an operand of `Tj`, and the font that has it: this one, or where it has none another of the stream's. Only
   * fonts of two bytes a code are looked at; undefined where none of them has a space.
   */
  spaceFor(font: string): Space | undefined
}

/** A space that can be shown. */
export interface Space {
  readonly font: string
  readonly operand: string
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
  const names = () => (dicts?.keys() ?? []).map(key => key.decodeText())
  let elsewhere: Space | undefined
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
    spaceFor(font) {
      const own = fontNamed(font).space
      if (own) return { font, operand: own }
      // Chromium embeds the glyphs that are shown: a word set apart in a face of its own comes without a space.
      elsewhere ??= spaceAmong(names(), fontNamed)
      return elsewhere
    },
  }
}

function spaceAmong(names: readonly string[], fontNamed: (name: string) => Font): Space | undefined {
  for (const font of names) {
    const operand = fontNamed(font).space
    if (operand) return { font, operand }
  }
  return undefined
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
