import type { VFileMessage } from 'vfile-message'
import type { Rendering } from '../../../templates/rendering.js'
import type { Issue } from '../../article.js'
import { type Cut, cutsOf, textOf } from '../../issue/cuts.js'
import { finding } from '../../messages.js'
import { canContinue, cutRendering } from './continue.js'
import { close, limit, room } from './limits.js'
import { type EmailSizes, largestOf } from './sizes.js'
import { heaviestOf, kindOf, listed } from './weights.js'

/** How many of the heaviest blocks a message names. */
const named = 3

/** Counts the email that a rendering becomes. */
export type Measure = (rendering: Rendering) => Promise<EmailSizes>

/** What is to be sent: the rendering as it was, or cut. */
export interface FittedEmail {
  readonly rendering: Rendering
  readonly messages: readonly VFileMessage[]
}

/**
 * Keeps an email below what Gmail shows. One that is small enough is not measured again; one that is not is cut, as the
 * publication says (`email.overflow`), or left as it is with an error. Where the rest could be read nowhere, it is whole.
 *
 * @param sizes the rendering's own
 * @param file as messages name the source
 */
export async function fitEmail(
  rendering: Rendering,
  sizes: EmailSizes,
  measure: Measure,
  file: string,
): Promise<FittedEmail> {
  const whole = largestOf(sizes)
  if (whole.bytes <= close) return { rendering, messages: [] }
  const size = `Unexpected email of ${bytesIn(whole.bytes)} ${whole.counted}`
  const told = async (rule: 'email-size' | 'email-overflow', what: string): Promise<FittedEmail> => {
    const bytesOf = async (issue: Issue) => (await measure({ ...rendering, issue }))[whole.name]
    const heaviest = await heaviestOf(rendering.issue, named, bytesOf)
    const [first] = heaviest
    const where = { file: first?.article.file ?? file, place: first?.block.position }
    const parts = heaviest.length > 0 ? `. The heaviest: ${listed(heaviest, where.file)}` : ''
    return { rendering, messages: [finding(rule, `${size}, ${what}${parts}`, where)] }
  }
  if (whole.bytes <= limit) {
    return told('email-size', `expected at most ${bytesIn(close)}; Gmail clips it at ${bytesIn(limit)}`)
  }
  if (rendering.publication.email.overflow === 'fail') {
    return told('email-overflow', `expected at most ${bytesIn(limit)}; shorten it, or set \`overflow: cut\``)
  }
  const cuts = cutsOf(rendering.issue)
  if (cuts.length === 0 || !canContinue(rendering)) {
    const way = 'set `url` and build the web edition, or give the article a `source` with a `url`'
    return told(
      'email-size',
      `expected at most ${bytesIn(limit)}; Gmail will clip it, for there is nowhere to continue it: ${way}`,
    )
  }
  const { cut, bytes } = await longestOf(
    cuts,
    async each => largestOf(await measure(cutRendering(rendering, each))).bytes,
  )
  return { rendering: cutRendering(rendering, cut), messages: [cutMessage(rendering, cut, size, bytes)] }
}

/** The cut that keeps most and leaves room below the limit, or that which keeps least where none does. */
async function longestOf(
  cuts: readonly Cut[],
  bytesAt: (cut: Cut) => Promise<number>,
): Promise<{ readonly cut: Cut; readonly bytes: number }> {
  const at = async (index: number) => {
    const cut = cuts[index]
    if (!cut) throw new RangeError(`Unexpected cut ${index} of ${cuts.length}`)
    return { cut, bytes: await bytesAt(cut) }
  }
  const most = limit - room
  let best = await at(0)
  let fits = 0
  let exceeds = best.bytes <= most ? cuts.length : 1
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2)
    const tried = await at(middle)
    if (tried.bytes <= most) {
      best = tried
      fits = middle
    } else exceeds = middle
  }
  return best
}

function cutMessage(rendering: Rendering, cut: Cut, size: string, bytes: number): VFileMessage {
  const { articles } = rendering.issue
  const article = articles[cut.article]
  const first = article && textOf(article)[cut.kept]
  const next = articles[cut.article + 1]
  const before = first ? `this ${kindOf(first)}` : `“${next?.meta.title ?? ''}”`
  const left =
    bytes <= limit
      ? `${bytesIn(bytes)} are left, and a link to the rest`
      : `${bytesIn(bytes)} are left all the same, which Gmail will clip: shorten the front matter, or leave out its \`toc\``
  return finding('email-cut', `${size}, expected at most ${bytesIn(limit)}; cut before ${before}: ${left}`, {
    file: (first ? article : next)?.file ?? articles[0].file,
    place: first?.position,
  })
}

const bytesIn = (bytes: number) => `${bytes.toLocaleString('en')} bytes`
