// @ts-check
import { measuredTables } from '../measured-tables.mjs'
import { timeRatio } from './ratio.mjs'

/**
 * @typedef {import('../processes.mjs').Figure} Figure
 * @typedef {import('./rows.mjs').AimRow} AimRow
 * @typedef {object} AimFigures
 * @property {string} article what it holds
 * @property {number} runs
 * @property {number} load how many processes wanted to run at once
 * @property {AimRow[]} aims
 * @property {[ours: string, theirs: string][]} pairs what else is compared
 * @property {Figure[]} figures of the article
 * @property {Figure[]} many of the articles
 */

const whole = (/** @type {number | undefined} */ value) =>
  value === undefined ? '' : Math.round(value).toLocaleString('en')
const times = (/** @type {number | undefined} */ value) => value?.toFixed(2) ?? ''
const range = (
  /** @type {[number, number] | undefined} */ spread,
  /** @type {(value: number) => string} */ told,
) => (spread ? spread.map(told).join(' to ') : '')

/** The tables in Markdown, which a terminal shows as well. @param {AimFigures} figures */
export const aimTables = figures =>
  [aimTable(figures.aims), besideTable(figures), figureTables(figures)].join('\n\n')

/** @param {readonly AimRow[]} aims */
const aimTable = aims =>
  measuredTables(
    [{ title: 'Aims', figures: aims }],
    ['', 'measured', 'least to most', 'of a processor', 'at most', ''],
    aim => {
      const { ours, theirs, of, figure, spread, processor, most } = aim
      const what = theirs === undefined ? ours : `${ours} / ${theirs}${of ? ', peak memory' : ''}`
      const told = theirs === undefined ? whole : times
      const unit = theirs === undefined ? ' ms' : ''
      return [
        what,
        figure === undefined ? '' : `${told(figure)}${unit}`,
        range(spread, told),
        times(processor),
        `${theirs === undefined ? most : most.toFixed(1)}${unit}`,
        verdict(aim),
      ]
    },
  )

/** Why something was not measured that could have been. */
export const leftOut = 'left out by --quick'

/** @param {AimRow} aim */
function verdict({ ours, missing, met, processor, most }) {
  // Times that other work stretches may hide what the processor tells.
  if (met && processor !== undefined && processor > most) return 'met in time, **missed** of a processor'
  if (missing === undefined) return met ? 'met' : '**missed**'
  if (missing.endsWith(leftOut)) return `not measured: ${leftOut}`
  // What we cannot do is missed; what we cannot be compared with is not known.
  const own = `${ours}: `
  return missing.startsWith(own) ? `**missed**: ${missing.slice(own.length)}` : `not measured: ${missing}`
}

/** @param {AimFigures} measured */
function besideTable({ pairs, figures }) {
  const of = (/** @type {string} */ name) => figures.find(figure => figure.name === name) ?? { name }
  return measuredTables(
    [{ title: 'An article, ours by theirs, whole processes', figures: pairs }],
    ['', 'time', 'least to most', 'of a processor'],
    ([oursName, theirsName]) => {
      const [ours, theirs] = [of(oursName), of(theirsName)]
      const compared = timeRatio(ours, theirs)
      return [
        `${oursName} / ${named(theirs)}`,
        compared ? times(compared.ratio) : (theirs.missing ?? ours.missing ?? ''),
        range(compared?.spread, times),
        times(compared?.processor),
      ]
    },
  )
}

/** @param {Figure} figure */
const named = ({ name, version }) => (version ? `${name} (${version})` : name)

/** @param {AimFigures} measured */
const figureTables = ({ figures, many }) =>
  measuredTables(
    [
      { title: 'The article', figures },
      { title: 'Made-up articles', figures: many },
    ],
    ['', 'milliseconds', 'least to most', 'of a processor', 'peak MB', 'runs'],
    figure => [
      named(figure),
      figure.missing ?? whole(figure.milliseconds),
      range(figure.spread, whole),
      whole(figure.processor),
      figure.peak === undefined ? '' : whole(figure.peak / 1_000_000),
      whole(figure.runs),
    ],
  )

/**
 * The start of docs/performance.md, with the aims and what they were measured from.
 *
 * @param {AimFigures} measured
 * @param {import('../machine.mjs').Machine} machine
 */
export function performancePage(measured, { processor, cores, system, node, date, browser }) {
  const { article, runs, load, aims } = measured
  const met = aims.filter(aim => verdict(aim) === 'met').length
  return `# Performance

Made by \`npm run bench -- --write\`, and the growth by \`npm run bench -- --growth --write\`, and by nobody's hand. [Benchmarks](benchmarks.md) has each format by itself, and what a process that is warm takes.

## The aims

Met: ${met} of ${aims.length} aims. Measured on ${date} of ${article}, and of made-up articles; ${processor}, ${cores} cores, ${system}, Node ${node}, ${browser}. ${loaded(load, cores)}

${aimTable(aims)}

- **A ratio** is that of two medians of ${runs} runs, or of as many as a minute has room for. The ways take turns, so that what else the machine does meets them alike. **Least to most** is what single rounds gave.
- **All formats** is \`trifold build\` as the first on a machine: a process that starts cold, an output folder and a cache that are empty, and the email with its text and its message, the PDF, the EPUB and the web page, each checked.
- **pandoc and WeasyPrint** are three processes, one after another, with their own templates and styles; nothing is checked.
- **The same page** is the HTML that our template hands to Chromium, with its style sheet, typefaces and pictures as files beside it, so that nothing of our own time is in the figures of who prints it.
- **Raw Chromium** is one process and one browser, started as ours is, that prints the pages of the same 100 articles, tagged and with an outline, as many at a time as we do.
- **Nothing to do** is the same build again over what it has built, its cache beside it. **Peak memory** is the most that a process and all it starts hold at once, pages of memory that they share counted once; measured in a run that is not timed.
- **An edit** is the time from the save of the article, under \`trifold build --watch\` of all formats, to when the last of the files in question is another.
- **Of a processor** is the ratio of how long processors worked for the two: other work changes that less.

## Beside others

Programs that make one of the formats, each started cold with the same article: below 1 we take less time than they do.

${besideTable(measured)}

- **pandoc** and **percollate** have their own styles, and **pagedjs-cli** sets the page without ours, which its parser of CSS does not take; percollate and pagedjs-cli are started with our browser. **mjml** is handed our template with the article's words in it, and makes the HTML alone.

## What it was measured from

${figureTables(measured)}

- **The made-up articles** have 300 to 600 words each, no two alike, with headings, lists, links and notes; every second has a table, every third one of eight pictures.
`
}

/** What else the machine did. @param {number} load @param {number} cores */
export const loaded = (load, cores) =>
  `While it was measured, ${load.toFixed(1)} processes wanted to run at once, ours among them.${
    load > cores
      ? ' That is more than there are cores: every time is larger than on a machine with nothing else to do, and a ratio less certain.'
      : ''
  }`
