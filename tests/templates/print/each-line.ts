import type { Issue } from '../../../pipeline/article.js'
import type { Opened } from '../../pipeline/bind/pdf/opened.js'
import { poppler } from '../../support/poppler.js'
import { issueOf, joined, renderingOf } from '../../support/rendering.js'
import { onPaper, pdfOf } from './printed.js'

/** A page of some fourteen lines. */
export const paper = { size: '120mm 100mm', margins: [10, 12, 12, 12] as const }

const line = (index: number) => `Filler ${index}.\n\n`
/** So many lines of text. */
export const fill = (lines: number) => Array.from({ length: lines }, (_, index) => line(index)).join('')

const lengths = Array.from({ length: 16 }, (_, lines) => lines + 1)

const issueAfter = (lines: number, text: string, front: string) =>
  issueOf(`---\ntitle: Title\n${front}---\n\n${fill(lines)}${text}`)

/** The lines of each page, without what stands in its margins. */
async function pagesOf({ printer }: Opened, issue: Issue, columns: 1 | 2): Promise<string[][]> {
  const { bytes } = await pdfOf(onPaper(renderingOf(issue, 'pdf'), { ...paper, columns }), printer)
  const furniture = /^(?:Title|Slack Water|\d+ ?\/ ?\d+|)$/
  return poppler('pdftotext', bytes)
    .split('\f')
    .map(page => page.split('\n').filter(each => !furniture.test(each.trim())))
}

/** The text after so many lines, from one to as many as a page has, each an article: the lines of each page. */
export async function pagesAfterEachLine(
  on: Opened,
  text: string,
  columns: 1 | 2 = 1,
  front = '',
): Promise<string[][]> {
  const [first, ...more] = await Promise.all(lengths.map(lines => issueAfter(lines, text, front)))
  if (!first) throw new Error('Expected an issue')
  return pagesOf(on, joined(first, ...more), columns)
}

/** The same with each an issue of its own, so that each has its last lines. @param before an article before each of them */
export async function pagesAloneAfterEachLine(
  on: Opened,
  text: string,
  { columns = 1, front = '', before }: { columns?: 1 | 2; front?: string; before?: Issue } = {},
): Promise<string[][]> {
  const pages: string[][] = []
  for (const lines of lengths) {
    const issue = await issueAfter(lines, text, front)
    pages.push(...(await pagesOf(on, before ? joined(before, issue) : issue, columns)))
  }
  return pages
}

/** A table of so many rows, in Markdown. */
export const rows = (count: number) =>
  `| Head | Second |\n|---|---|\n${Array.from({ length: count }, (_, row) => `| Row ${row} | Cell |\n`).join('')}`

/** The same with so many words in each row that two columns cannot hold it. */
export const wideRows = (count: number) =>
  rows(count).replace(/^\|(.)/gm, (_, sign: string) =>
    sign === '-' ? '|---|---|-' : `| Words of a cell | More words of one |${sign}`,
  )
