import { defineConfig } from 'vitest/config'
import { environment, sources } from './vitest.sources.js'

/** The slow proofs: other people's checkers, whole publications, the package as it is packed. */
export default defineConfig({
  ...sources,
  test: {
    env: environment,
    include: ['tests/**/*.proof.{ts,tsx}'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: '100%',
  },
})
