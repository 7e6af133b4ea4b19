import type { Run } from './lines.js'
import { fits, isShort } from './run-shapes.js'

/** How a text is laid out as a whole. */
export interface Layout {
  /** The column at which its lines were wrapped, where they were. */
  readonly width: number | undefined
  /** Whether each line is a paragraph, with no blank lines between. */
  readonly linePerParagraph: boolean
  /** Whether most of it is short lines, as of a poem. */
  readonly isPoem: boolean
}

/** No program wraps mail or a text file at more columns. */
const widest = 110

/** Measures a text's layout by the ends of its lines. */
export function layoutOf(runs: readonly Run[]): Layout {
  const lines = runs.flatMap(run => [...run.lines])
  const several = runs.filter(run => run.lines.length > 1)
  const width = several
    .flatMap(run => run.lines.map(line => line.indent + line.text.length))
    .reduce((most, length) => Math.max(most, length), 0)
  const pairs = several.reduce((sum, run) => sum + run.lines.length - 1, 0)
  const loose = several.reduce((sum, run) => sum + fits(run, width), 0)
  const isWrapped = pairs >= 4 && width <= widest && width >= 40 && loose <= pairs * 0.3
  const blanks = runs.reduce((sum, run) => sum + Math.min(run.gap, 1), 0)
  const short = lines.filter(isShort).length
  return {
    width: isWrapped ? width : undefined,
    linePerParagraph:
      !isWrapped && lines.length > 4 && blanks < lines.length * 0.15 && short < lines.length * 0.7,
    isPoem: !isWrapped && pairs >= 3 && short > lines.length * 0.8,
  }
}
