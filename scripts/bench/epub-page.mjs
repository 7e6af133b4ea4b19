// @ts-check
import { table } from './figures.mjs'
import { measuredTables } from './measured-tables.mjs'

/**
 * @typedef {import('./epub.mjs').EpubTable} EpubTable
 * @typedef {import('./epub.mjs').EpubFigure} EpubFigure
 * @typedef {import('./email-page.mjs').Circumstances} Circumstances
 */

const heads = ['', 'milliseconds', 'of a processor', 'bytes', 'peak MB']

/** @param {EpubFigure} figure */
const cells = ({ name, version, missing, milliseconds, processor, bytes, peak }) => [
  version ? `${name} (${version})` : name,
  missing ?? Math.round(milliseconds ?? Number.NaN).toLocaleString('en'),
  processor === undefined ? '' : Math.round(processor).toLocaleString('en'),
  bytes?.toLocaleString('en') ?? '',
  peak === undefined ? '' : Math.round(peak / 1_000_000).toLocaleString('en'),
]

/** The figures for a terminal. @param {readonly EpubTable[]} tables */
export const epubTables = tables =>
  tables
    .map(({ title, runs, figures }) => {
      const rows = figures.map(cells).map(([name = '', time = '', worked, bytes, peak]) => {
        const more = [
          worked && `${worked} ms of a processor`,
          bytes && `${bytes} bytes`,
          peak && `peak ${peak} MB`,
        ].filter(Boolean)
        return /** @type {[string, string]} */ ([
          name,
          [/\d$/.test(time) ? `${time} ms` : time, ...more].join('  '),
        ])
      })
      return `${title}, medians of ${runs}\n${table(rows)}`
    })
    .join('\n\n')

/**
 * The part of docs/benchmarks.md with the figures of the EPUB, and how they came about.
 *
 * @param {string} article its name
 * @param {readonly EpubTable[]} tables
 * @param {Circumstances & {load: number}} circumstances
 */
export function epubSection(article, tables, { processor, cores, system, node, date, load }) {
  return `## The EPUB

Made by \`npm run bench -- --epub --write\` of ${article} and of made-up chapters. Measured on ${date}, ${processor}, ${cores} cores, ${system}, Node ${node}; the ways take turns. On average ${load.toFixed(0)} processes wanted to run at once, ours among them. Other work on a machine makes every figure larger; compare those of one table.

${measuredTables(tables, heads, cells)}

- **Trifold** draws a cover for the article, for which it starts a browser, and none for the chapters; each book is held to EPUBCheck's rules before it is written, and has the metadata, notes and contents of [The EPUB](epub.md).
- **pandoc** reads the same Markdown; it checks nothing, and draws no cover. **percollate** reads web pages of the same words.
- **The chapters** are articles of some 1,500 words with headings, lists, links, notes and tables, read by the library and joined to one issue.
- **Of a processor** is how long processors worked for it, in milliseconds: other work changes that little.
- **Peak** is the most that a process and all it starts hold at once, measured in a run that is not timed.
`
}
