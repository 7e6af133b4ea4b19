import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    // package.json maps these to the compiled files; tests run on the sources.
    alias: {
      '#html/jsx-runtime': source('templates/jsx/html/jsx-runtime.ts'),
      '#mjml/jsx-runtime': source('templates/jsx/mjml/jsx-runtime.ts'),
      '#xml/jsx-runtime': source('templates/jsx/xml/jsx-runtime.ts'),
    },
  },
  test: { include: ['tests/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
})
