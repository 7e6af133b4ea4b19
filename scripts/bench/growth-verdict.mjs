// @ts-check
/**
 * How builds grow from one number of articles to the next, and what that says of growth.
 *
 * @typedef {import('./growth.mjs').GrowthFigure} GrowthFigure
 * @typedef {{from: number, to: number, each: number, processor?: number | undefined, peak?: number | undefined, ownPeak?: number | undefined}} Step `each`: milliseconds that each article more takes; `peak` and `ownPeak`: how many times the memory
 */

/** @param {readonly GrowthFigure[]} figures from few articles to many @returns {Step[]} */
export const stepsOf = figures =>
  figures.slice(1).flatMap((large, index) => {
    const small = figures[index]
    if (!small || small.milliseconds === undefined || large.milliseconds === undefined) return []
    const more = large.articles - small.articles
    return [
      {
        from: small.articles,
        to: large.articles,
        each: (large.milliseconds - small.milliseconds) / more,
        processor:
          large.processor === undefined || small.processor === undefined
            ? undefined
            : (large.processor - small.processor) / more,
        peak: large.peak && small.peak ? large.peak / small.peak : undefined,
        ownPeak: large.ownPeak && small.ownPeak ? large.ownPeak / small.ownPeak : undefined,
      },
    ]
  })

/**
 * Time is linear within so many per cent as an article takes more in the dearest of the later steps than in the first;
 * memory is flat within so many per cent as the largest build holds more than the smallest of at least 100 articles.
 *
 * @param {readonly GrowthFigure[]} figures from few articles to many
 * @returns {string[]} a sentence each
 */
export function growthVerdicts(figures) {
  const steps = stepsOf(figures)
  if (steps.length < 2) return ['Too few sizes were built to say how time and memory grow.']
  const said = [
    linear('Time', steps, step => step.each),
    linear('Time of a processor', steps, step => step.processor),
  ].flat()
  const [base, top] = [figures.find(({ articles }) => articles >= 100), figures.at(-1)]
  if (base?.peak && top?.peak && base !== top) {
    const own =
      base.ownPeak && top.ownPeak
        ? `, our process alone ${(top.ownPeak / base.ownPeak).toFixed(2)} times`
        : ''
    said.push(
      `Memory is flat ${within(top.peak / base.peak)}: ${many(top.articles)} articles hold ${(top.peak / base.peak).toFixed(2)} times what ${many(base.articles)} do${own}.`,
    )
  }
  return said
}

/** @param {string} what @param {readonly Step[]} steps @param {(step: Step) => number | undefined} timeOf milliseconds of an article more @returns {string[]} */
function linear(what, steps, timeOf) {
  const [first, ...later] = steps.map(step => ({ ...step, time: timeOf(step) ?? Number.NaN }))
  if (!first || [first, ...later].some(({ time }) => Number.isNaN(time))) return []
  // Other work on the machine was more than what was measured.
  if ([first, ...later].some(({ time }) => time <= 0))
    return [`${what}: not to be told, as more articles took less time than fewer.`]
  const dearest = later.reduce((a, b) => (b.time > a.time ? b : a))
  const told = (/** @type {Step & {time: number}} */ { from, to, time }) =>
    `${time.toFixed(0)} ms from ${many(from)} to ${many(to)}`
  return [
    `${what} is linear ${within(dearest.time / first.time)}: an article more takes ${told(first)}, and ${told(dearest)}.`,
  ]
}

/** @param {number} ratio */
const within = ratio => (ratio <= 1 ? 'or better' : `within ${Math.ceil((ratio - 1) * 100)} %`)

/** @param {number} articles */
const many = articles => articles.toLocaleString('en')
