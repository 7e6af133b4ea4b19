import { fileURLToPath } from 'node:url'

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** package.json maps these to the compiled files; tests run on the sources. */
export const alias = {
  '#html/jsx-runtime': source('templates/jsx/html/jsx-runtime.ts'),
  '#mjml/jsx-runtime': source('templates/jsx/mjml/jsx-runtime.ts'),
  '#xml/jsx-runtime': source('templates/jsx/xml/jsx-runtime.ts'),
}
