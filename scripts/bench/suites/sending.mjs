// @ts-check
import { sendingSection, sendingTables } from '../sending/page.mjs'
import { measureSending } from '../sending/sending.mjs'

const sizes = [1000, 10_000, 100_000]

/** @type {import('../suites.mjs').Suite} */
export const suite = {
  page: 'benchmarks.md',
  needsBrowser: false,
  async measure({ paths, folder, quick, machine }) {
    const asked = paths.map(Number).filter(size => size > 0)
    const lists = asked.length > 0 ? asked : quick ? sizes.slice(0, 2) : sizes
    const figures = await measureSending(lists, folder)
    return {
      shown: sendingTables(figures),
      sections: sendingSection(figures, machine),
      figures: { ...machine, ...figures },
    }
  },
}
