import type { Rendering } from '../rendering.js'
import { fitted, linesOf, wordWidths } from './fit.js'
import { coverPicture } from './picture.js'
import { type CoverWords, coverWords } from './said.js'
import { type CoverShape, isTall } from './shape.js'

/** The sizes of what stands on a cover, in units of its shape. */
export interface CoverMeasures {
  readonly margin: number
  /** The width of the words' column. */
  readonly column: number
  readonly masthead: number
  readonly title: number
  readonly leading: number
  readonly under: number
  /** Whether there is room for what stands under the title. */
  readonly hasUnder: boolean
  readonly byline: number
  /** How high the art is at least; beside the words, how wide it is. */
  readonly art: number
}

/** Lines of script whose letters reach high and low, in parts of the size. */
const leadings: readonly (readonly [RegExp, number])[] = [
  [/\p{Script=Arabic}/u, 1.42],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u, 1.42],
  [/[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Malayalam}]/u, 1.3],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, 1.2],
  [/\p{Script=Hebrew}/u, 1.12],
]

export const leadingOf = (text: string): number => leadings.find(([of]) => of.test(text))?.[1] ?? 1.02

/**
 * The sizes of a cover. The title is as large as the room allows, and takes from the art's where it is long.
 *
 * @param ratio height by width of the picture that is the art, where there is one
 */
export function coverMeasures(words: CoverWords, shape: CoverShape, ratio?: number): CoverMeasures {
  return isTall(shape) ? tall(words, shape, ratio) : wide(words, shape)
}

/** The sizes of an issue's cover. */
export function measuresOf(rendering: Rendering, shape: CoverShape): CoverMeasures {
  const picture = coverPicture(rendering)?.asset
  return coverMeasures(coverWords(rendering), shape, picture && picture.height / picture.width)
}

const linesAt = (text: string, size: number, column: number) => linesOf(wordWidths(text), column / size)

function tall(words: CoverWords, { width, height }: CoverShape, ratio: number | undefined): CoverMeasures {
  const margin = 8
  const column = width - 2 * margin
  const under = 4
  const byline = 4.8
  const leading = leadingOf(words.title)
  const art =
    ratio === undefined ? height * 0.3 : Math.min(Math.max(width * ratio, height * 0.3), height * 0.5)
  const bylineHeight = words.names ? linesAt(words.names, byline, column) * byline * 1.3 + 5 : 0
  const underLines = words.under ? linesAt(words.under, under, column * 0.94) : 0
  const hasUnder = underLines > 0 && underLines <= 6 && words.title.length <= 120
  const underHeight = hasUnder ? underLines * under * 1.38 + 4 : 0
  const room = height - art - 18 - 7 - bylineHeight - underHeight - margin
  const title = fitted(words.title, {
    width: column,
    height: room,
    leading,
    largest: 28,
    smallest: 4,
    wordy: 7,
  })
  return { margin, column, masthead: 6, title: title.size, leading, under, hasUnder, byline, art }
}

function wide(words: CoverWords, { width, height }: CoverShape): CoverMeasures {
  const margin = 5.5
  const art = width * 0.36
  const column = width - art - 2 * margin
  const leading = leadingOf(words.title)
  const byline = 2.6
  const under = 2.7
  const underLines = words.under ? linesAt(words.under, under, column) : 0
  const hasUnder = underLines > 0 && underLines <= 3 && words.title.length <= 60
  const underHeight = hasUnder ? underLines * under * 1.38 + 2.4 : 0
  const room = height - 2 * margin - 9 - underHeight - (words.names ? 6 : 0)
  const title = fitted(words.title, {
    width: column,
    height: room,
    leading,
    largest: 13,
    smallest: 2.4,
    wordy: 4.5,
  })
  return { margin, column, masthead: 3, title: title.size, leading, under, hasUnder, byline, art }
}
