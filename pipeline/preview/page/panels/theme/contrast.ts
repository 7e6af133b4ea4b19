import { legible, type TextOnGround, textsOnGrounds } from '../../../../../templates/legible.js'
import type { Palette } from '../../../../../templates/tokens.js'

/** What is said of a contrast: a sign, and words that say the same. */
export interface ContrastWords {
  readonly passes: boolean
  readonly words: string
}

/** The least contrast among the texts that a token has a part in; nothing for one that is in none. */
export function contrastOf(palette: Palette, token: string): readonly ContrastWords[] {
  const own = textsOnGrounds(palette)
    .filter(({ text, ground }) => text === token || ground.includes(token))
    .sort((a, b) => a.ratio - b.ratio)
  const short = own.filter(({ ratio }) => ratio < legible)
  const [worst] = own
  if (!worst) return []
  const others = short.length - 1
  if (others < 1) return [inWords(worst)]
  return [
    inWords(worst),
    { passes: false, words: `✗ and ${others} ${others === 1 ? 'other text' : 'other texts'} with it` },
  ]
}

/** How many texts of a palette pass. */
export function contrastOfAll(palette: Palette): ContrastWords {
  const all = textsOnGrounds(palette)
  const short = all.filter(({ ratio }) => ratio < legible).length
  return short === 0
    ? { passes: true, words: `✓ All ${all.length} texts pass ${legible}:1` }
    : {
        passes: false,
        words: `✗ ${short} of ${all.length} texts ${short === 1 ? 'does' : 'do'} not pass ${legible}:1`,
      }
}

/** Down, not to the nearest: what is 4.49 is not shown as 4.5. */
const rounded = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2)

const inWords = ({ name, ratio }: TextOnGround): ContrastWords =>
  ratio >= legible
    ? { passes: true, words: `✓ ${rounded(ratio)}:1 for ${name}, passes ${legible}:1` }
    : { passes: false, words: `✗ ${rounded(ratio)}:1 for ${name}, does not pass ${legible}:1` }
