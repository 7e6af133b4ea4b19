// @ts-check
import { names } from './names.mjs'
import { timeRatio } from './ratio.mjs'

/**
 * What the project aims at: that `ours` takes at most so many times what `theirs` does, in time or in peak memory, or, of
 * an edit, at most so many milliseconds.
 *
 * @typedef {{ours: string, theirs?: string, most: number, of?: 'peak'}} Aim
 *
 * An aim with what was measured: `figure` is a ratio or, without `theirs`, milliseconds. Where one of the two could not be
 * measured there is `missing`, which says why, and nothing is met.
 *
 * @typedef {Aim & {figure?: number, spread?: [number, number], processor?: number | undefined, met: boolean, missing?: string}} AimRow
 * @typedef {import('../processes.mjs').Figure} Figure
 */

/** @type {readonly Aim[]} */
export const aims = [
  { ours: names.all, theirs: names.trio, most: 1 },
  { ours: names.all, theirs: names.puppeteer, most: 1.5 },
  { ours: names.some, theirs: names.raw, most: 1.5 },
  { ours: names.again, theirs: names.node, most: 5 },
  { ours: names.many, theirs: names.some, most: 1.5, of: 'peak' },
  { ours: names.version, theirs: names.node, most: 1.5 },
  { ours: names.editText, most: 100 },
  { ours: names.editPdf, most: 300 },
]

/** @param {readonly Figure[]} figures of the article; and those of the articles, whose `node -e 0` is the one of their rounds @param {readonly Figure[]} ofMany @returns {AimRow[]} */
export const aimRows = (figures, ofMany) =>
  aims.map(aim => {
    const among = ofMany.some(({ name }) => name === aim.ours) ? ofMany : figures
    const ours = found(among, aim.ours)
    const theirs = aim.theirs === undefined ? undefined : found(among, aim.theirs)
    const missing = [ours, theirs].find(figure => figure?.missing !== undefined)
    if (missing) return { ...aim, met: false, missing: `${missing.name}: ${missing.missing}` }
    const compared = comparison(aim, ours, theirs)
    return compared
      ? { ...aim, ...compared, met: compared.figure <= aim.most }
      : { ...aim, met: false, missing: 'this system does not tell' }
  })

/** @param {Aim} aim @param {Figure} ours @param {Figure | undefined} theirs */
function comparison({ of }, ours, theirs) {
  if (!theirs)
    return ours.milliseconds === undefined
      ? undefined
      : { figure: ours.milliseconds, ...(ours.spread ? { spread: ours.spread } : {}) }
  if (of === 'peak') return ours.peak && theirs.peak ? { figure: ours.peak / theirs.peak } : undefined
  const compared = timeRatio(ours, theirs)
  return compared && { figure: compared.ratio, spread: compared.spread, processor: compared.processor }
}

/** @param {readonly Figure[]} figures @param {string} name @returns {Figure} */
const found = (figures, name) =>
  figures.find(figure => figure.name === name) ?? { name, missing: 'not measured' }
