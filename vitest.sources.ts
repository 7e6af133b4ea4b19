import { fileURLToPath } from 'node:url'
import type { ViteUserConfig } from 'vitest/config'

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** How tests run on the sources, which package.json and the compiler know by their compiled files. */
export const sources = {
  resolve: {
    alias: {
      '#html/jsx-runtime': source('templates/jsx/html/jsx-runtime.ts'),
      '#mjml/jsx-runtime': source('templates/jsx/mjml/jsx-runtime.ts'),
      '#xml/jsx-runtime': source('templates/jsx/xml/jsx-runtime.ts'),
    },
  },
  // As the compiler does it: our runtimes have no development twin.
  oxc: { jsx: { runtime: 'automatic', importSource: '#html', development: false, throwIfNamespace: false } },
} satisfies ViteUserConfig

/** What a test builds is built: no run keeps anything for another unless a test says where. */
export const environment = { TRIFOLD_CACHE_DIR: 'off' }
