// @ts-check
import { measuredTables } from './measured-tables.mjs'

/**
 * @typedef {import('./pdf.mjs').PdfTable} PdfTable
 * @typedef {import('./pdf.mjs').PdfFigure} PdfFigure
 * @typedef {import('./email-page.mjs').Circumstances} Circumstances
 */

const heads = ['', 'milliseconds', 'pages', 'bytes', 'peak MB']

/** @param {PdfFigure} figure */
const cells = ({ name, version, missing, milliseconds, pages, bytes, peak }) => [
  version ? `${name} (${version})` : name,
  missing ?? Math.round(milliseconds ?? Number.NaN).toLocaleString('en'),
  pages?.toLocaleString('en') ?? '',
  bytes?.toLocaleString('en') ?? '',
  peak === undefined ? '' : Math.round(peak / 1_000_000).toLocaleString('en'),
]

/** The same for a terminal. @param {readonly PdfTable[]} tables */
export function pdfTables(tables) {
  return tables
    .map(({ title, runs, figures }) => {
      const rows = [heads, ...figures.map(cells)]
      const widths = heads.map((_, column) =>
        Math.max(...rows.map(row => (column === 1 && row[2] === '' ? 0 : (row[column] ?? '').length))),
      )
      const lines = rows.map(row =>
        row
          .map((cell, column) =>
            column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
          )
          .join('  ')
          .trimEnd(),
      )
      return [`${title}, medians of ${runs}`, ...lines].join('\n')
    })
    .join('\n\n')
}

/**
 * The part of docs/benchmarks.md with the figures of the PDF, and how they came about.
 *
 * @param {string} article its name
 * @param {readonly PdfTable[]} tables
 * @param {Circumstances & {browser: string, load: number}} circumstances
 */
export function pdfSection(article, tables, { processor, cores, system, node, date, browser, load }) {
  return `## The PDF

Made by \`npm run bench -- --pdf --write\` of ${article}. Measured on ${date}, ${processor}, ${cores} cores, ${system}, Node ${node}, ${browser}; the ways take turns. On average ${load.toFixed(0)} processes wanted to run at once, ours among them. Other work on a machine makes every figure larger; compare those of one table.

${measuredTables(tables, heads, cells)}

- **Trifold** reads the Markdown, and its PDF is tagged, has metadata, an outline and contents with page numbers where the article asks for them, and is checked by the rules of PDF/UA-1.
- **The same page** is the HTML that our template hands to Chromium, with its style sheet, typefaces and pictures as files beside it: nothing of Trifold's own time is in the figures of those who print it. Bare puppeteer and raw Chromium tag it and write an outline. WeasyPrint 57 does not tag.
- **pandoc** makes its own HTML of the Markdown, with our style sheet as far as it fits that. **percollate** extracts the text of the page and sets it in its own style: its parser of CSS does not take ours. Nor does that of **pagedjs-cli**, which sets the page without it. Their pages are not the same as ours.
- **Peak** is the most that a process and all it starts hold at once, pages of memory that they share counted once; measured in a run that is not timed.
`
}
