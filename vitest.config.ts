import { defineConfig } from 'vitest/config'
import { alias } from './vitest.alias.js'

export default defineConfig({
  resolve: { alias },
  test: { include: ['tests/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
})
