import { readFile } from 'node:fs/promises'

/**
 * A page of the documentation that is shipped with the package, as Markdown.
 *
 * @param name `sending.md`
 * @returns undefined where there is none of that name
 */
export async function packageDocs(name: string): Promise<string | undefined> {
  if (!/^[a-z-]+\.md$/.test(name)) return undefined
  // The source and what is compiled of it lie at different depths below the package.
  for (const folder of ['../../docs/', '../../../docs/']) {
    const text = await readFile(new URL(folder + name, import.meta.url), 'utf8').catch(() => undefined)
    if (text !== undefined) return text
  }
  return undefined
}
