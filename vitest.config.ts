import { defineConfig } from 'vitest/config'
import { sources } from './vitest.sources.js'

export default defineConfig({
  ...sources,
  test: { include: ['tests/**/*.test.{ts,tsx}'], testTimeout: 30_000, maxWorkers: '100%' },
})
