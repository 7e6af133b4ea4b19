import type { AxeResults, NodeResult } from 'axe-core'
import { closedAddress, openClosedPage } from '../browser/closed-page.js'
import type { World } from '../world.js'
import { CheckerUnavailable } from './checker-unavailable.js'

/** A page that axe is to look at. */
export interface AxePage {
  readonly html: string
  /** What the page may ask for: bytes by the end of the address, `images/0123456789abcdef.png`. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Rules of axe that do not hold for a page of this kind. */
  readonly without: readonly string[]
}

/** One element that breaks a rule of axe (dequeuniversity.com/rules/axe). */
export interface AxeViolation {
  readonly rule: string
  /** What is wrong with the element, as axe says it. */
  readonly words: string
  readonly scheme: 'light' | 'dark'
  /** The element's number in document order; undefined where axe means the page. */
  readonly element: number | undefined
}

/**
 * What axe has against a page, in the light and in the dark. The page is as closed as one that is printed: none of its
 * scripts run, and what it asks for comes from memory or not at all.
 *
 * @throws BrowserUnavailable
 * @throws CheckerUnavailable where the package axe-core is not there
 */
export async function axeViolations(
  { html, files, without }: AxePage,
  world: World,
): Promise<readonly AxeViolation[]> {
  const axe = await world.packageFile('axe-core/axe.min.js')
  if (!axe) throw new CheckerUnavailable('The package axe-core is not there')
  const page = await openClosedPage(await world.browser(), url => {
    if (url === address) return { bytes: html, type: 'text/html; charset=utf-8' }
    const bytes = fileAt(url, files)
    return bytes && { bytes }
  })
  try {
    await page.goto(address, { waitUntil: 'load' })
    // The policy lets no script in; this way it comes from the browser.
    await page.evaluate(new TextDecoder().decode(axe))
    const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]))
    const found: AxeViolation[] = []
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      const violations = await page.evaluate(run, rules)
      found.push(...violations.map(violation => ({ ...violation, scheme })))
    }
    // What is wrong by day as well is said once.
    const byDay = new Set(found.flatMap(each => (each.scheme === 'light' ? key(each) : [])))
    return found.filter(each => each.scheme === 'light' || !byDay.has(key(each)))
  } finally {
    await page.close().catch(() => undefined)
  }
}

const key = ({ rule, element, words }: AxeViolation) => `${rule} ${element} ${words}`

/** The file that an address ends in. */
function fileAt(url: string, files: ReadonlyMap<string, Uint8Array>): Uint8Array | undefined {
  const path = [...files.keys()].find(name => url.endsWith(`/${name}`))
  return path === undefined ? undefined : files.get(path)
}

const address = closedAddress('check')

/** Runs in the page. */
async function run(rules: Record<string, { enabled: boolean }>) {
  // The page's globals, which the compiler does not know here: this is handed to the page, and runs there.
  const { axe, document } = globalThis as unknown as {
    axe: { run(options: object): Promise<AxeResults> }
    document: { querySelectorAll(selector: string): Iterable<unknown> }
  }
  const { violations } = await axe.run({ rules, elementRef: true, resultTypes: ['violations'] })
  const all = [...document.querySelectorAll('*')]
  const wordsOf = ({ any, all: every, none }: NodeResult) =>
    [...none, ...every, ...any.slice(0, 1)].map(({ message }) => message).join('; ')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => {
      const at = all.indexOf(node.element)
      return { rule: id, words: wordsOf(node), element: at < 0 ? undefined : at }
    }),
  )
}
