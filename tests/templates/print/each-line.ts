import type { Opened } from '../../pipeline/bind/pdf/opened.js'
import { poppler } from '../../support/poppler.js'
import { issueOf, joined, renderingOf } from '../../support/rendering.js'
import { onPaper, pdfOf } from './printed.js'

/** A page of some fourteen lines. */
export const paper = { size: '120mm 100mm', margins: [10, 12, 12, 12] as const }

const line = (index: number) => `Filler ${index}.\n\n`
/** So many lines of text. */
export const fill = (lines: number) => Array.from({ length: lines }, (_, index) => line(index)).join('')

/** The text after so many lines, from one to as many as a page has, each an article: the lines of each page. */
export async function pagesAfterEachLine(
  { printer }: Opened,
  text: string,
  columns: 1 | 2 = 1,
  front = '',
): Promise<string[][]> {
  const issues = await Promise.all(
    Array.from({ length: 16 }, (_, lines) =>
      issueOf(`---\ntitle: Title\n${front}---\n\n${fill(lines + 1)}${text}`),
    ),
  )
  const [first, ...more] = issues
  if (!first) throw new Error('Expected an issue')
  const rendering = onPaper(renderingOf(joined(first, ...more), 'pdf'), { ...paper, columns })
  const { bytes } = await pdfOf(rendering, printer)
  const furniture = /^(?:Title|Slack Water|\d+ ?\/ ?\d+|)$/
  return poppler('pdftotext', bytes)
    .split('\f')
    .map(page => page.split('\n').filter(each => !furniture.test(each.trim())))
}

/** A table of so many rows, in Markdown. */
export const rows = (count: number) =>
  `| Head | Second |\n|---|---|\n${Array.from({ length: count }, (_, row) => `| Row ${row} | Cell |\n`).join('')}`

/** The same with so many words in each row that two columns cannot hold it. */
export const wideRows = (count: number) =>
  rows(count).replace(/^\|(.)/gm, (_, sign: string) =>
    sign === '-' ? '|---|---|-' : `| Words of a cell | More words of one |${sign}`,
  )
