import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'puppeteer'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const schemes = ['light', 'dark'] as const

/**
 * What axe has against the preview's page as it stands; a line for each element. What is in the frames is not the
 * page's own, and is looked at elsewhere.
 *
 * @param inSchemes both unless told
 */
export async function previewFaults(
  page: Page,
  inSchemes: readonly (typeof schemes)[number][] = schemes,
): Promise<readonly string[]> {
  // Put in from outside: the page's own policy lets no script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const found: string[] = []
  for (const scheme of inSchemes) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    const options: RunOptions = { iframes: false, resultTypes: ['violations'] }
    const { violations } = (await page.evaluate(
      // axe is a global of the page, which the compiler does not know.
      given => (globalThis as unknown as { axe: { run(options: unknown): unknown } }).axe.run(given),
      options as never,
    )) as AxeResults
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${scheme} ${id}: ${target.join(' ')}: ${failureSummary}`)
  }
  await page.emulateMediaFeatures([])
  return found
}
