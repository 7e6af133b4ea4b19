import { type CssBlock, cssFamilies } from '../css.js'
import { familiesBehind } from '../face-order.js'
import type { Tokens } from '../tokens.js'
import { columnGap, columnWidth, textWidth } from './paper.js'

/** The measures of a printed page, all of them made of the theme's. */
export interface Scale {
  /** Lines of running text as a length: the grid that spaces between blocks keep to. */
  lines(count: number): string
  /**
   * A heading's line, and the spaces before and after it, which together take whole lines, so that the text goes on
   * the grid. @param before at the least, @param after in lines
   */
  heading(
    name: 'h2' | 'h3' | 'h4',
    before: number,
    after: number,
  ): Pick<CssBlock, 'lineHeight' | 'marginBlock'>
  /** For a box that stays on one page: as high as its content, rounded up to whole lines, its content in the middle. */
  readonly wholeLines: Pick<CssBlock, 'blockSize' | 'boxSizing' | 'alignContent'>
  /** A size of the theme as a length, `factor` times. */
  size(name: 'body' | 'small' | 'title' | 'h2' | 'h3' | 'h4', factor?: number): string
  /** The longest line that is still easy to read, about seventy characters, or the page's width where that is less. */
  readonly measure: string
  /** What the measure leaves of a page's width, beside the text; nothing on a small page. */
  readonly inset: string
  /** How many columns the text is set in, and what is between them. */
  readonly columns: { readonly count: number; readonly gap: string }
  /** The size of Arabic words in a text in another script. */
  readonly naskh: string
  /** Families by role, scripts that they lack included. */
  readonly families: Readonly<Record<'body' | 'heading' | 'mono' | 'math', string>>
}

/** Arabic faces are drawn small for their size, beside Latin ones. */
const naskh = 1.12

/** The measures that a theme gives to an issue in a language. @param lang BCP 47 */
export function scaleOf({ paper, fonts }: Tokens, lang: string): Scale {
  const script = /^(?:ar|fa|ur)(?:-|$)/i.test(lang) ? naskh : 1
  const { body, heading, mono, math } = fonts
  const behind = familiesBehind(fonts)
  // Every role falls back on the others: a character that one lacks is set in a face that is embedded.
  const stack = (own: string, fallback: string) => cssFamilies([own, ...behind], fallback)
  const measure = measureOf(paper)
  const lines = (count: number) => points(count * paper.leading)
  return {
    lines,
    heading(name, before, after) {
      // As tight as a heading of two lines may be, in quarters of a line.
      const line = Math.max(1, Math.ceil(((paper[name] * 1.05) / paper.leading) * 4) / 4)
      const whole = Math.ceil(before + line + after)
      return { lineHeight: lines(line), marginBlock: `${lines(whole - line - after)} ${lines(after)}` }
    },
    wholeLines: {
      boxSizing: 'border-box',
      // css-values-5, 11.3. A browser that does not know it leaves the box as high as its content. Without the half point
      // a box of whole lines would get one more, since lengths are kept in 64ths of a pixel.
      blockSize: `calc-size(auto, round(up, size - 0.5pt, ${lines(1)}))`,
      alignContent: 'center',
    },
    size: (name, factor = 1) => points(paper[name] * factor * script),
    naskh: script === 1 ? `${naskh}em` : 'inherit',
    measure: points(measureOf({ ...paper, columns: 1 })),
    inset: points(paper.columns === 1 ? textWidth(paper) - measure : 0),
    columns: { count: paper.columns, gap: points(columnGap(paper)) },
    families: {
      body: stack(body.family, body.fallback),
      heading: stack(heading.family, heading.fallback),
      mono: stack(mono.family, mono.fallback),
      // Words in a formula may be in any script.
      math: cssFamilies([math.family, body.family, ...behind], math.fallback),
    },
  }
}

/** Letters a line holds at the most, and how wide one is on the average, in ems (measured on Source Serif 4). */
const lettersInLine = 77
export const letterWidth = 0.46

/** Headings that stand out by less than so many ems would look like a mistake. */
const leastInset = 4

/** The width of the column of text, in points. */
export function measureOf(paper: Tokens['paper']): number {
  const page = columnWidth(paper)
  if (paper.columns > 1) return page
  const measure = paper.body * letterWidth * lettersInLine
  return page - measure < leastInset * paper.body ? page : measure
}

/** A length in points, to a thousandth. */
export const points = (value: number): string => `${Math.round(value * 1000) / 1000}pt`
