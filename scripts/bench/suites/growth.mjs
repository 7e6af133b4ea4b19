// @ts-check

import { measureGrowth } from '../growth.mjs'
import { growthSection, growthTables } from '../growth-page.mjs'

/** @type {import('../suites.mjs').Suite} */
export const suite = {
  page: 'performance.md',
  needsBrowser: true,
  async measure({ paths, browser, folder, formats, machine }) {
    const sizes = paths.length > 0 ? paths.map(Number) : [10, 100, 1_000, 10_000]
    const figures = await measureGrowth(sizes, { formats: formats ?? 'email,pdf,epub,web', browser, folder })
    return {
      shown: growthTables(figures),
      sections: growthSection(figures, machine),
      figures: { ...machine, ...figures },
    }
  },
}
