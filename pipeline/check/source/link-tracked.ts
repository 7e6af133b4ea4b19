import { linksOf } from './link-text.js'
import { shown } from './shown.js'
import type { ArticleRule } from './source-rule.js'

interface Counter {
  /** Whose it is, as a message names it. */
  readonly whose: string
  readonly address: RegExp
  /** The parameter that has the address meant, where it stands in the open. */
  readonly parameter?: string
}

/**
 * Addresses that others put in place of a link's own: what a mail program, a search page or the sender of a newsletter
 * writes into what it shows, and who copies a link from there takes along. Only those that are nothing else by their
 * host and path; a shortened address may be wanted.
 *
 * @see https://learn.microsoft.com/defender-office-365/safe-links-about
 */
const counters: readonly Counter[] = [
  {
    whose: 'Outlook',
    address: /^https?:\/\/[a-z0-9-]+\.safelinks\.protection\.outlook\.com\//i,
    parameter: 'url',
  },
  { whose: 'Google', address: /^https?:\/\/www\.google\.[a-z.]+\/url\?(?=.*\bq=http)/i, parameter: 'q' },
  { whose: 'Google', address: /^https?:\/\/www\.google\.[a-z.]+\/url\?(?=.*\burl=http)/i, parameter: 'url' },
  { whose: 'Facebook', address: /^https?:\/\/lm?\.facebook\.com\/l\.php\?/i, parameter: 'u' },
  { whose: 'Proofpoint', address: /^https?:\/\/urldefense\.(?:proofpoint\.)?com\//i },
  { whose: 'Mailchimp', address: /^https?:\/\/[a-z0-9.-]+\.list-manage\.com\/track\/click\?/i },
  { whose: 'Substack', address: /^https?:\/\/(?:[a-z0-9-]+\.)?substack\.com\/redirect\//i },
  { whose: 'Kit', address: /^https?:\/\/click\.(?:convertkit-mail\d*|kit-mail\d*)\.com\//i },
]

/**
 * A link leads where it says, and not through what counted its reader: such an address can name the one whose mail it
 * was copied from, and ends when its owner ends it.
 */
export const linkTracked: ArticleRule = ({ tree }, report) => {
  for (const { node } of linksOf(tree)) {
    const { href } = node.properties
    const counter = counters.find(({ address }) => address.test(href))
    if (!counter) continue
    const meant = counter.parameter && new URL(href).searchParams.get(counter.parameter)
    const expected = meant ? `\`${shown(meant, 100)}\`` : 'the address that it leads on to'
    report(
      'link-tracked',
      `Unexpected link through the counter of ${counter.whose}, \`${shown(href, 60)}\`, expected ${expected}: it may name whose mail it was copied from`,
      node.position,
    )
  }
}
