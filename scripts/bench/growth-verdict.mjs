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
 * Time is linear within so many per cent as the last articles each take more than those before them did; memory is flat
 * within so many per cent as the largest build holds more than the smallest of at least 100 articles.
 *
 * @param {readonly GrowthFigure[]} figures from few articles to many
 * @returns {string[]} a sentence each
 */
export function growthVerdicts(figures) {
  const steps = stepsOf(figures)
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last || first === last) return ['Too few sizes were built to say how time and memory grow.']
  const said = [
    `Time is linear ${within(last.each / first.each)}: each article from ${many(first.from)} to ${many(first.to)} adds ${first.each.toFixed(0)} ms, each from ${many(last.from)} to ${many(last.to)} ${last.each.toFixed(0)} ms.`,
  ]
  if (first.processor && last.processor)
    said.push(
      `Time of a processor is linear ${within(last.processor / first.processor)}: ${first.processor.toFixed(0)} ms and ${last.processor.toFixed(0)} ms.`,
    )
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

/** @param {number} ratio */
const within = ratio => (ratio <= 1 ? 'or better' : `within ${Math.ceil((ratio - 1) * 100)} %`)

/** @param {number} articles */
const many = articles => articles.toLocaleString('en')
