import { hasDate } from './dates.js'
import { isFurniture } from './lexicon/furniture.js'
import { withoutBy } from './lexicon/people.js'

/** Whether a line can be no part of a paragraph: page furniture, a date, a byline. */
export const isAlone = (line: string): boolean =>
  line.length <= 160 && (isFurniture(line) || hasDate(line) || withoutBy(line) !== undefined)
