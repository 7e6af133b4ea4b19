// @ts-check
import { measuredTables } from './measured-tables.mjs'

/**
 * @typedef {import('./checks.mjs').CheckFigures} CheckFigures
 * @typedef {import('./checks.mjs').CheckedSize} CheckedSize
 * @typedef {import('./timed.mjs').Time} Time
 * @typedef {import('./email-page.mjs').Circumstances} Circumstances
 */

/** As many digits as tell something. @param {number} time milliseconds */
export const told = time => {
  if (time >= 100) return Math.round(time).toLocaleString('en')
  return time >= 10 ? time.toFixed(1) : time >= 0.01 ? time.toFixed(2) : 'below 0.01'
}

/** @param {number} part @param {number} whole */
const percent = (part, whole) => {
  const share = (100 * part) / whole
  return share < 0.05 && share > -0.05 ? '0 %' : `${share.toFixed(1)} %`
}

/** @param {Time} time */
const timeCells = ({ milliseconds, spread: [least, most], processor }) => [
  told(milliseconds),
  least < 0.01 && most < 0.01 ? '' : `${told(least)} to ${told(most)}`,
  told(processor),
]
const timeHeads = ['milliseconds', 'least to most', 'of a processor']

/** @param {CheckedSize} size */
const of = ({ articles }) => (articles === 1 ? 'one article' : `an issue of ${articles} articles`)

/** What all checks of a build take, added up. @param {CheckedSize} size @param {RegExp} [names] of those that are meant */
const sum = ({ parts }, names = /./) =>
  parts
    .filter(({ whole, group, name }) => whole && names.test(`${group}: ${name}`))
    .reduce((sum, { processor }) => sum + processor, 0)

/** Which checks a format's build makes. @type {Record<string, RegExp>} */
const checksOf = {
  email: /^(?:Source|Email|Parity: (?:email|text))/,
  pdf: /^(?:Source|PDF|Parity: pdf)/,
  epub: /^(?:Source|EPUB|Parity: epub)/,
  web: /^(?:Source|Parity: web)/,
}

/** The tables, in Markdown, which a terminal shows as well. @param {CheckFigures} figures */
export const checkTables = ({ sizes }) => sizes.map(tablesOf).join('\n\n')

/** @param {CheckedSize} size */
function tablesOf(size) {
  const all = size.builds[0]?.whole.processor ?? Number.NaN
  return [
    measuredTables(
      [{ title: `Warm builds of ${of(size)}`, runs: size.runs, figures: size.builds }],
      [
        '',
        ...timeHeads,
        'without checks',
        'least to most',
        'of a processor',
        'the checks, by themselves',
        'share',
      ],
      ({ what, whole, bare }) => {
        const checks = sum(size, checksOf[what])
        return [what, ...timeCells(whole), ...timeCells(bare), told(checks), percent(checks, whole.processor)]
      },
    ),
    measuredTables(
      [{ title: `Each check of ${of(size)}`, runs: size.partRuns, figures: size.parts }],
      ['', ...timeHeads, 'share of a build'],
      ({ group, name, whole, ...time }) => [
        `${whole ? `**${group}: ${name}**` : `${group}: ${name}`}`,
        ...timeCells(time),
        percent(time.processor, all),
      ],
    ),
    measuredTables(
      [{ title: `What \`trifold check\` adds, of ${of(size)}`, runs: size.deepRuns, figures: size.deep }],
      ['', ...timeHeads, 'of a build'],
      ({ name, time, missing }) =>
        time
          ? [name, ...timeCells(time), percent(time.processor, all)]
          : [name, missing ?? 'left out', '', '', ''],
    ),
  ].join('\n\n')
}

/** @param {CheckedSize} size */
function conclusion(size) {
  const [all] = size.builds
  if (!all) throw new Error('Expected builds')
  const checks = sum(size)
  const [first] = size.parts.filter(({ whole }) => whole).sort((a, b) => b.processor - a.processor)
  const deep = size.deep.reduce((sum, { time }) => sum + (time?.processor ?? 0), 0)
  const most = first
    ? `, the most of it ${first.group}: ${first.name} (${percent(first.processor, all.whole.processor)})`
    : ''
  return `- Of ${of(size)}, the checks are ${percent(checks, all.whole.processor)} of a warm build of all formats${most}. A build without them takes ${percent(all.whole.processor - all.bare.processor, all.whole.processor)} less. \`trifold check\` adds ${told(deep)} ms of a processor, ${(deep / all.whole.processor).toFixed(1)} times a build.`
}

/**
 * The part of docs/benchmarks.md that tells what the checks add, and how that was found.
 *
 * @param {CheckFigures} figures
 * @param {Circumstances & {browser: string}} circumstances
 */
export function checkSection(figures, { processor, cores, system, node, date, browser }) {
  const { load } = figures
  const busy =
    load > cores
      ? 'That is more than there are cores: the milliseconds are far above those of a machine with nothing else to do, and the time of a processor says more. '
      : ''
  return `## The checks

Made by \`npm run bench -- --checks --write\` of a made-up article with a picture, and of a made-up issue. Measured on ${date}, ${processor}, ${cores} cores, ${system}, Node ${node}, ${browser}, in one process and one browser that are warm; builds with checks and without take turns. While it was measured, some ${load.toFixed(0)} processes wanted to run at once, ours among them. ${busy}Other work on a machine makes every figure larger; compare those of one table.

${figures.sizes.map(conclusion).join('\n')}

${checkTables(figures)}

- **A warm build** goes from the files to the bytes that would be written, all formats at once or one alone. **Without checks** it is the same code with nothing in place of what is in bold below; it makes the same bytes.
- **The checks, by themselves** are those in bold, as far as the format makes them, of a processor; **the share** is theirs of the build. They were done over and over, which is a little faster than once in a build; the difference of the two builds is the other way to see it, and the less certain the smaller it is.
- **In bold** is what a build does, once. The lines without are the rules that it is made of, each by itself. Nothing is found in what is measured: a finding in the email costs making its HTML once more, to tell the place.
- **What is told on the way** (links that lead nowhere, repeated ids, the sizes of pictures, the size of the email) is part of making, and is in none of the lines.
- **Reading** is what a program of a reader's gets out of the bytes; the email is parsed for its rules already, and its plain text is read as it is. **Comparing** holds that against the article.
- **Of a processor** is how long processors worked for it, in milliseconds, the browser and the programs that are started included: other work changes that little.
`
}
