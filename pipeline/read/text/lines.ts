/** A line of a text that has something in it. */
export interface Line {
  /** From 1. */
  readonly number: number
  /** Where its first sign stands, from 1. */
  readonly column: number
  /** Of that sign in the text. */
  readonly offset: number
  /** What stands in it, without space at its ends. */
  readonly text: string
  /** The width of the space before it; a tab or a wide space counts as several. */
  readonly indent: number
}

/** Lines with no blank one between them. */
export interface Run {
  readonly lines: readonly [Line, ...Line[]]
  /** How many blank lines stand before it. */
  readonly gap: number
}

/** Unseen signs that mean nothing in a text: zero-width space and joiners of words, a byte order mark. */
const unseen = /[\u200B\u2060\uFEFF]/g
/** Scripts in which a zero-width space says where a line may end. */
const breaking = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const indent = /^[\s\u200E\u200F]*/u

/** A line without what nobody sees, and with one space where there were several. A soft hyphen at its end stays for the join. */
function visible(raw: string): string {
  const seen = breaking.test(raw) ? raw.replace(/\uFEFF/g, '') : raw.replace(unseen, '')
  return seen
    .replace(/\u00AD(?!\s*$)/g, '')
    .replace(/[ \t\u00A0\u3000]{2,}|[\t\u3000]/g, ' ')
    .trim()
}

/** The lines of a text in runs, without those that have nothing in them. */
export function runsOf(text: string): Run[] {
  const runs: { lines: [Line, ...Line[]]; gap: number }[] = []
  let offset = 0
  let gap = 0
  let open: [Line, ...Line[]] | undefined
  for (const [index, raw] of text.split(/[\n\u2028\u2029]/).entries()) {
    const before = indent.exec(raw)?.[0] ?? ''
    const words = visible(raw)
    if (words === '' || words === '\u00AD') {
      gap++
      open = undefined
    } else {
      const line: Line = {
        number: index + 1,
        column: before.length + 1,
        offset: offset + before.length,
        text: words,
        indent: before.replace(/\t/g, '    ').replace(/\u3000/g, '  ').length,
      }
      if (open) open.push(line)
      else {
        open = [line]
        runs.push({ lines: open, gap })
        gap = 0
      }
    }
    offset += raw.length + 1
  }
  return runs
}
