import type { VFileMessage } from 'vfile-message'
import type { Rendering, WayOn } from '../../../templates/rendering.js'
import type { Article } from '../../article.js'
import { textOf } from '../../issue/cuts.js'
import { shorten } from '../../issue/shorten.js'
import { finding } from '../../messages.js'
import type { Measure } from './fit.js'
import { limit, room } from './limits.js'
import { type EmailSizes, largestOf } from './sizes.js'
import { addressIn, wayOn } from './ways.js'

/** An email with digests in place of what it had no room for. */
export interface DigestedEmail {
  readonly rendering: Rendering
  readonly sizes: EmailSizes
  readonly messages: readonly VFileMessage[]
}

/** The articles of which the issue asks for a digest. One that can be read whole nowhere else stays whole, and is told of. */
export function askedDigests(rendering: Rendering): { rendering: Rendering; messages: VFileMessage[] } {
  const wanted = rendering.issue.articles.filter(({ email }) => email === 'digest')
  const lost = wanted.filter(article => !wayOn(rendering, article))
  const messages = lost.map(({ meta, file }) =>
    finding(
      'email-digest',
      `Unexpected digest of “${meta.title}”, which can be read whole nowhere: it is there in full; set \`url\` and build the web edition`,
      { file },
    ),
  )
  return {
    rendering: withDigests(
      rendering,
      wanted.filter(article => !lost.includes(article)),
    ),
    messages,
  }
}

/**
 * Makes digests of articles that may be one (`email: auto`) until the email is small enough, from the last article on:
 * what an editor puts first stays whole the longest.
 *
 * @param sizes the rendering's own
 */
export async function digestToFit(
  rendering: Rendering,
  sizes: EmailSizes,
  measure: Measure,
  file: string,
): Promise<DigestedEmail> {
  const whole = largestOf(sizes)
  const may = rendering.issue.articles.filter(
    article => article.email === 'auto' && wayOn(rendering, article) !== undefined,
  )
  if (whole.bytes <= limit || may.length === 0) return { rendering, sizes, messages: [] }
  const withLast = async (count: number) => {
    const taken = may.slice(-count)
    const digested = withDigests(rendering, taken)
    return { taken, rendering: digested, sizes: await measure(digested) }
  }
  // Each digest makes the email smaller, so the fewest that do are found by halves: to measure is to make the email.
  let [tooFew, enough] = [0, may.length]
  let found = await withLast(enough)
  while (enough - tooFew > 1 && largestOf(found.sizes).bytes <= limit - room) {
    const between = (tooFew + enough) >> 1
    const tried = await withLast(between)
    if (largestOf(tried.sizes).bytes <= limit - room) {
      enough = between
      found = tried
    } else tooFew = between
  }
  const { taken, ...fitted } = found
  const titles = taken.map(({ meta }) => `“${meta.title}”`).join(', ')
  const { bytes } = largestOf(fitted.sizes)
  const reason = `Unexpected email of ${bytesIn(whole.bytes)} ${whole.counted}, expected at most ${bytesIn(limit)}; ${titles} ${taken.length === 1 ? 'is a digest' : 'are digests'}, and ${bytesIn(bytes)} are left. Say \`email: digest\` or \`full\` of an article to choose yourself`
  return { ...fitted, messages: [finding('email-digest', reason, { file })] }
}

const bytesIn = (bytes: number) => `${bytes.toLocaleString('en')} bytes`

/** The rendering with more of its articles as digests. */
function withDigests(rendering: Rendering, articles: readonly Article[]): Rendering {
  if (articles.length === 0) return rendering
  const ways = articles.flatMap((article): [string, WayOn][] => {
    const way = wayOn(rendering, article)
    return way ? [[article.key, way]] : []
  })
  const digests = new Map([...(rendering.digests ?? []), ...ways])
  const added = new Set(ways.map(([key]) => key))
  const issue = shorten(
    rendering.issue,
    article => (added.has(article.key) ? keptInDigest(article) : textOf(article).length),
    (article, id) => addressIn(rendering, article, id),
  )
  return { ...rendering, issue, digests }
}

/** What of an article's text stands in a digest: nothing under a standfirst, else as far as the first paragraph. */
function keptInDigest(article: Article): number {
  if (article.meta.standfirst) return 0
  const first = textOf(article).findIndex(({ tagName }) => tagName === 'p')
  return Math.max(first, 0) + 1
}
