// @ts-check
import { loaded } from './aims/page.mjs'
import { growthVerdicts, stepsOf } from './growth-verdict.mjs'
import { measuredTables } from './measured-tables.mjs'

const whole = (/** @type {number | undefined} */ value) =>
  value === undefined ? '' : Math.round(value).toLocaleString('en')
const megabytes = (/** @type {number | undefined} */ bytes) =>
  bytes === undefined ? '' : whole(bytes / 1_000_000)
const times = (/** @type {number | undefined} */ value) => value?.toFixed(2) ?? ''

/** The tables, in Markdown, which a terminal shows as well. @param {import('./growth.mjs').GrowthFigures} measured */
export const growthTables = ({ formats, figures }) =>
  [
    measuredTables(
      [{ title: `Builds of ${formats.split(',').join(', ')}`, figures }],
      [
        '',
        'milliseconds',
        'least to most',
        'an article',
        'of a processor',
        'peak MB, ours',
        'peak MB, all',
        'runs',
      ],
      figure => [
        figure.name,
        figure.missing ?? whole(figure.milliseconds),
        figure.spread?.map(whole).join(' to ') ?? '',
        figure.milliseconds === undefined ? '' : whole(figure.milliseconds / figure.articles),
        whole(figure.processor),
        megabytes(figure.ownPeak),
        megabytes(figure.peak),
        whole(figure.runs),
      ],
    ),
    measuredTables(
      [{ title: 'What each article more takes, and how many times the memory', figures: stepsOf(figures) }],
      ['', 'milliseconds', 'of a processor', 'peak, ours', 'peak, all'],
      ({ from, to, each, processor, peak, ownPeak }) => [
        `from ${whole(from)} to ${whole(to)} articles`,
        each.toFixed(1),
        processor?.toFixed(1) ?? '',
        times(ownPeak),
        times(peak),
      ],
    ),
    growthVerdicts(figures)
      .map(verdict => `- ${verdict}`)
      .join('\n'),
  ].join('\n\n')

/**
 * The part of docs/performance.md on growth.
 *
 * @param {import('./growth.mjs').GrowthFigures} measured
 * @param {import('./machine.mjs').Machine} machine
 */
export const growthSection = (measured, { processor, cores, system, node, date, browser }) => `## Growth

Made by \`npm run bench -- --growth --write\` of made-up articles, each an issue of its own. Measured on ${date}, ${processor}, ${cores} cores, ${system}, Node ${node}, ${browser}. ${loaded(measured.load, cores)}

${growthTables(measured)}

- **A build** is a process that starts cold, and an output folder and a cache that are not there yet, with the archive and the feeds around the issues; medians, where there is more than one run.
- **Peak, ours** is the most that our process holds at once, **all** the most that it, the browser and all that they start hold together, pages of memory that they share counted once; measured in a first build, which is not timed unless it takes longer than 20 seconds.
`
