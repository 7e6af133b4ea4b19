// @ts-check
import { measuredTables } from './measured-tables.mjs'

/**
 * @typedef {import('./issue.mjs').IssueFigures} IssueFigures
 * @typedef {import('./issue.mjs').IssueFigure} IssueFigure
 * @typedef {import('./issue.mjs').Builds} Builds
 * @typedef {import('./email-page.mjs').Circumstances} Circumstances
 */

const whole = (/** @type {number | undefined} */ value) =>
  value === undefined ? '' : Math.round(value).toLocaleString('en')

const megabytes = (/** @type {number | undefined} */ bytes) =>
  bytes === undefined ? '' : whole(bytes / 1_000_000)

const timeHeads = ['milliseconds', 'least to most', 'of a processor', 'peak MB, ours', 'peak MB, all']

/** @param {Builds} builds */
const timeCells = ({ milliseconds, spread: [least, most], processor, ownPeak, peak }) => [
  whole(milliseconds),
  `${whole(least)} to ${whole(most)}`,
  whole(processor),
  megabytes(ownPeak),
  megabytes(peak),
]

/** The tables, in Markdown, which a terminal shows as well. @param {IssueFigures} figures */
export function issueTables({ runs, issues, formats }) {
  const most = Math.max(...issues.map(({ articles }) => articles))
  const outputs = Object.keys(issues[0]?.bytes ?? {})
  return [
    measuredTables(
      [{ title: 'All formats, whole processes', runs, figures: issues }],
      ['', ...timeHeads],
      figure => [`${figure.articles} articles`, ...timeCells(figure)],
    ),
    measuredTables(
      [{ title: 'What is built, in bytes', figures: issues }],
      ['', ...outputs, 'pages of the PDF'],
      ({ articles, bytes, pages }) => [
        `${articles} articles`,
        ...outputs.map(output => whole(bytes[output])),
        whole(pages),
      ],
    ),
    measuredTables(
      [{ title: `One format at a time, ${most} articles, whole processes`, runs, figures: formats }],
      ['', ...timeHeads],
      figure => [figure.format, ...timeCells(figure)],
    ),
  ].join('\n\n')
}

/**
 * How the figures of the largest issue compare with those of the smallest, article for article.
 *
 * @param {readonly IssueFigure[]} issues at least two sizes
 */
export function growth(issues) {
  const bySize = [...issues].sort((a, b) => a.articles - b.articles)
  const [small, large] = [bySize[0], bySize.at(-1)]
  if (!small || !large) throw new Error('Expected figures of an issue')
  const more = large.articles / small.articles
  /** @param {string} name @param {number | undefined} a @param {number | undefined} b */
  const ratio = (name, a, b) =>
    a && b ? [`- ${name}: ${(b / a).toFixed(1)} times; per article ${(b / a / more).toFixed(2)}.`] : []
  const each = (large.milliseconds - small.milliseconds) / (large.articles - small.articles)
  return [
    `**Growth.** ${large.articles} articles beside ${small.articles} are ${more.toFixed(1)} times as many; a figure that grows as they do is 1.00 per article, one that grows faster is more. Each article above ${small.articles} adds ${whole(each)} milliseconds.`,
    '',
    ...ratio('Time', small.milliseconds, large.milliseconds),
    ...ratio('Time of a processor', small.processor, large.processor),
    ...ratio('Peak memory of our process', small.ownPeak, large.ownPeak),
    ...ratio('Peak memory of all processes', small.peak, large.peak),
    ...Object.keys(large.bytes).flatMap(name =>
      ratio(`Bytes of the ${name}`, small.bytes[name], large.bytes[name]),
    ),
    ...ratio('Pages of the PDF', small.pages, large.pages),
  ].join('\n')
}

/**
 * The part of docs/benchmarks.md with the figures of issues that grow, and how they came about.
 *
 * @param {IssueFigures} figures
 * @param {Circumstances & {browser: string}} circumstances
 */
export function issueSection(figures, { processor, cores, system, node, date, browser }) {
  const { issues, load } = figures
  const words = issues.reduce((sum, issue) => sum + issue.words / issue.articles, 0) / issues.length
  return `## An issue

Made by \`npm run bench -- --issue --write\` of made-up issues. Measured on ${date}, ${processor}, ${cores} cores, ${system}, Node ${node}, ${browser}; the builds take turns. While it was measured, some ${load.toFixed(0)} processes wanted to run at once, ours among them. ${load > cores ? `That is more than there are cores: the milliseconds are far above those of a machine with nothing else to do, and the time of a processor says more. ` : ''}Other work on a machine makes every figure larger; compare those of one table.

${issueTables(figures)}

- **A build** is \`trifold build\` as it is installed: a process that starts cold, an output folder and a cache that are not there yet, all formats, and the archive and feeds around the issue.
- **The articles** have some ${whole(Math.round(words / 10) * 10)} words each, with front matter, headings, a quotation, notes, a table, a list, a code block and links to two other articles; every third has a picture of 1,600 × 1,067 pixels.
- **The email** is kept below what Gmail shows: of a long issue it has digests, and ends with a link to the rest. Its text is never cut. Its HTML therefore does not grow with the issue, and finding what it may keep is part of its time.
- **The pictures** are those of the email and the web page, in the sizes that each needs; the PDF and the EPUB hold their own.
- **One format at a time** is \`-f\`: the sources are read each time, so that the four together take longer than one build of all.
- **Of a processor** is how long processors worked for it, in milliseconds: other work changes that little.
- **Peak, ours** is the most that our process holds at once, **all** the most that it, the browser and all that they start hold together, pages of memory that they share counted once; measured in a run that is not timed.

${growth(issues)}
`
}
