import { defineConfig } from 'vitest/config'
import { environment, sources } from './vitest.sources.js'

/** Long random runs, for whoever looks for faults; what they find is kept under tests/fixtures/regressions. */
export default defineConfig({
  ...sources,
  test: {
    env: environment,
    include: ['tests/fuzz/**/*.fuzz.ts'],
    testTimeout: 24 * 60 * 60 * 1000,
    maxWorkers: '100%',
  },
})
