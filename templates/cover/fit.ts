/** How a text is set in a box: its size, and the lines that it is expected to take. */
export interface Fitted {
  /** In the unit of the box. */
  readonly size: number
  readonly lines: number
}

/** A box for a text, in any unit. */
export interface TextBox {
  readonly width: number
  readonly height: number
  /** A line's height, in parts of the size. */
  readonly leading: number
  readonly largest: number
  readonly smallest: number
  /** The size down to which words are kept whole; for a longer one the others are not made smaller. */
  readonly wordy: number
}

/** Typefaces differ: a text is taken for so much wider than was measured on Source Sans 3 Bold. */
const caution = 1.06

/** The largest size at which a text stands in a box with its words whole; the smallest where it fits at none. */
export function fitted(text: string, box: TextBox): Fitted {
  const words = wordWidths(text)
  const longest = Math.max(0, ...words.map(({ width }) => width))
  let size = box.largest
  while (size > box.smallest) {
    const lines = linesOf(words, box.width / size)
    const isWhole = longest * size <= box.width || (longest * box.wordy > box.width && size <= box.wordy)
    if (isWhole && lines * size * box.leading <= box.height) break
    size = Math.max(box.smallest, size * 0.97)
  }
  return { size: Math.round(size * 100) / 100, lines: linesOf(words, box.width / size) }
}

interface Word {
  /** Ems. */
  readonly width: number
  readonly spaced: boolean
}

const space = 0.2 * caution

/** The lines that words take, each filled before the next. @param width ems */
export function linesOf(words: readonly Word[], width: number): number {
  let lines = 1
  let at = 0
  for (const word of words) {
    const begin = at === 0 ? 0 : at + (word.spaced ? space : 0)
    if (begin + word.width <= width || at === 0) at = begin + word.width
    else {
      lines += 1
      at = word.width
    }
    // A word that is too long for a line is broken.
    while (at > width) {
      lines += 1
      at -= width
    }
  }
  return lines
}

/** Written without spaces between words: a line may end at nearly any of their characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u
const southEastAsian = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** The words of a text with their widths in ems: what a line is not broken in. */
export function wordWidths(text: string): readonly Word[] {
  return text.split(/\s+/u).flatMap((written, index): Word[] => {
    if (written === '') return []
    const spaced = index > 0
    const parts = southEastAsian.test(written)
      ? [...thai.segment(written)].map(({ segment }) => segment)
      : unspaced.test(written)
        ? [...written]
        : [written]
    return parts.map((part, at) => ({ width: widthOf(part) * caution, spaced: spaced && at === 0 }))
  })
}

/** Whether what stands between two spaces is divided wherever it stands. @param width ems */
export const isTooLong = (written: string, width: number): boolean =>
  wordWidths(written).some(word => word.width > width)

const thai = new Intl.Segmenter('th', { granularity: 'word' })

/** The width of a text in ems, about: of Source Sans 3 Bold for Latin, of Noto's for other scripts. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + characterWidth(character), 0)

const widths: readonly (readonly [RegExp, number])[] = [
  [/^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u, 0],
  [/^\p{Mc}$/u, 0.36],
  [/^[ijl.,:;'’‘!|·I]$/u, 0.3],
  [/^[frt()[\]\-–“”"/]$/u, 0.4],
  [/^[mwMW%@—…&]$/u, 0.86],
  [/^\p{Script=Latin}$/u, 0.55],
  [/^\p{N}$/u, 0.56],
  [/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]$/u, 1],
  [/^\p{Extended_Pictographic}$/u, 1.3],
  [/^\p{Script=Arabic}$/u, 0.56],
  [/^\p{Script=Devanagari}$/u, 0.68],
]

function characterWidth(character: string): number {
  const [, width = 0.66] = widths.find(([of]) => of.test(character)) ?? []
  return /^\p{Lu}$/u.test(character) && width === 0.55 ? 0.63 : width
}
