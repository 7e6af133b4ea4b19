import { defineConfig } from 'vitest/config'
import { environment, sources } from './vitest.sources.js'

const include = ['tests/**/*.test.{ts,tsx}']

/** Files that put another module in a module's place, which is in place for whoever loads it later in the process. */
const apart = ['tests/docs/rules.test.ts', 'tests/pipeline/bind/epub/bind.test.ts']

export default defineConfig({
  ...sources,
  test: {
    env: environment,
    testTimeout: 30_000,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include,
          exclude: apart,
          // Half of a run was loading the same modules for every file; each leaves the process as it found it.
          isolate: false,
          setupFiles: ['tests/support/left-as-found.ts'],
        },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
})
